# SPDX-License-Identifier: MIT
"""Pages shown from memory: turned, sized, replaced; nothing on the disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from pytestqt.qtbot import QtBot

from tests.files import pdf as a_pdf
from ui.look import Look
from ui.widgets.pdf_pages import Pages


@pytest.fixture
def pages(qtbot: QtBot, look: Look) -> Pages:
    made = Pages(look, "Pages", "Nothing yet.")
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    return made


@pytest.fixture
def pdf() -> bytes:
    """Give a file of several pages."""
    return a_pdf("one", "two", "three", "four")


def test_without_pages_nothing_can_be_turned(pages: Pages) -> None:
    assert pages.document.pageCount() == 0
    assert not pages.later.isEnabled()
    pages.next_page()
    pages.zoom(1)
    assert pages.page() == 0


def test_the_very_bytes_are_shown_and_nothing_is_written(
    pages: Pages, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pages.show_pdf(pdf)
    assert pages.pdf == pdf
    assert pages.document.pageCount() > 1
    assert list(tmp_path.iterdir()) == []


def test_pages_are_turned_by_button(qtbot: QtBot, pages: Pages, pdf: bytes) -> None:
    pages.show_pdf(pdf)
    assert pages.where.text() == f"1 of {pages.document.pageCount()}"
    qtbot.mouseClick(pages.later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pages.page() == 1)
    assert pages.where.text().startswith("2 of")
    pages.previous_page()
    qtbot.waitUntil(lambda: pages.page() == 0)


def test_pages_are_sized_by_key(qtbot: QtBot, pages: Pages, pdf: bytes) -> None:
    pages.show_pdf(pdf)
    qtbot.keyClick(pages.view, Qt.Key.Key_Plus)
    assert pages.view.zoomMode() == QPdfView.ZoomMode.Custom
    larger = pages.view.zoomFactor()
    qtbot.keyClick(pages.view, Qt.Key.Key_Minus)
    assert pages.view.zoomFactor() < larger
    qtbot.keyClick(pages.view, Qt.Key.Key_0)
    assert pages.view.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_words_take_the_place_of_pages(pages: Pages, pdf: bytes) -> None:
    pages.show_pdf(pdf)
    pages.show_words("These pages cannot be laid out yet: see above.")
    assert pages.pdf == b""
    assert pages.words.isVisible()
    pages.show_pdf(pdf)
    assert pages.view.isVisible()


def test_pages_are_as_wide_however_high_the_view_is(qtbot: QtBot, pages: Pages) -> None:
    # Where a bar came and went, a page that fits with it and not without it made the window stand still.
    pages.show_pdf(a_pdf("one"))
    widths = set()
    for high in (120, 230, 240, 250, 260, 600):
        pages.resize(300, high)
        pages.view.updateGeometry()
        widths.add(pages.view.viewport().width())
        assert pages.view.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert len(widths) == 1
