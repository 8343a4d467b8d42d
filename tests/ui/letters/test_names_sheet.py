# SPDX-License-Identifier: MIT
"""The private list: typed or brought in from a file, counted, kept; trouble is told in the sheet."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.acts.guarded import guard, guarded
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters import files
from ui.letters.names_sheet import NamesSheet


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, written: Written) -> NamesSheet:
    """Give the sheet of a visit that has a list already."""
    guard(desk.store, written.visit.id, ["Owain Rees"])
    made = NamesSheet(desk, written.visit.id)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_file_is_added_to_what_is_there(
    qtbot: QtBot, sheet: NamesSheet, desk: Desk, written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.csv").write_text("Megan Pritchard,2009-03-04\nOwain Rees\n", "utf-8")
    monkeypatch.setattr(files, "ask_open", lambda *_words: tmp_path / "list.csv")
    sheet.bring.click()
    qtbot.waitUntil(lambda: sheet.count.text() == "2 on the list", timeout=30_000)
    sheet.act.click()
    assert guarded(desk.store, written.visit.id) == ("Owain Rees", "Megan Pritchard; 2009-03-04")


def test_a_file_that_is_no_text_is_told_and_the_list_stays(
    qtbot: QtBot, sheet: NamesSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.txt").write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(files, "ask_open", lambda *_words: tmp_path / "list.txt")
    sheet.bring.click()
    qtbot.waitUntil(lambda: "no text" in sheet.notice.message.text(), timeout=30_000)
    assert sheet.lines.toPlainText() == "Owain Rees"
