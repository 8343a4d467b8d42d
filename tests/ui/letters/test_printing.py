# SPDX-License-Identifier: MIT
"""Printing the very pages: as many as asked for, each on its own sheet; a printer that fails is told."""

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from storage.errors import Refused
from storage.job import Cancelled
from tests.files import pdf
from ui.letters.letters import Letters
from ui.letters.printing import print_pages, printing


def a_printer(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


def pages(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    return document.pageCount()


def test_every_page_is_printed_or_those_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    three = pdf("one", "two", "three")
    assert print_pages(three, a_printer(tmp_path / "all.pdf"), "letter") == 3
    assert pages(tmp_path / "all.pdf") == 3
    some = a_printer(tmp_path / "some.pdf")
    some.setFromTo(2, 3)
    assert print_pages(three, some, "letter") == 2
    assert pages(tmp_path / "some.pdf") == 2


def test_what_cannot_be_printed_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be printed"):
        print_pages(b"no pages", a_printer(tmp_path / "none.pdf"), "letter")


def test_it_prints_away_from_the_screen_and_stops_when_asked(qtbot: QtBot, panel: Letters, tmp_path: Path) -> None:
    panel.shapes.press.start(printing(pdf("one", "two"), a_printer(tmp_path / "two.pdf"), "letter"), "Printing", print)
    qtbot.waitUntil(lambda: not panel.shapes.press.is_busy())
    assert pages(tmp_path / "two.pdf") == 2

    def stop(part: float) -> None:
        if part > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(pdf("one", "two"), a_printer(tmp_path / "some.pdf"), "letter", stop)


def test_what_was_printed_is_said(
    qtbot: QtBot, panel: Letters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.letters.printing.ask_printer", lambda _parent: a_printer(tmp_path / "letter.pdf"))
    panel.shapes.print_letter()
    qtbot.waitUntil(lambda: "sent to the printer" in panel.notice.message.text())
    assert pages(tmp_path / "letter.pdf") == 1
