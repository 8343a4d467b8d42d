# SPDX-License-Identifier: MIT
"""The original stands beside each amendment with person, time and reason; what differs is marked, and found by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.store import Store
from tests.builders import FakeClock, a_note, a_visit, again
from tests.ui.shown import a_desk
from ui.history.dialog import HistoryDialog
from ui.history.versions import Versions
from ui.look import Look


@pytest.fixture
def dialog(qtbot: QtBot, look: Look, store: Store, clock: FakeClock, tmp_path: Path) -> HistoryDialog:
    """Give the history of a note that was reworded twice."""
    note = a_note(store, a_visit(store), "Six of eight files held a plan.")
    notes.amend(store, note, "miscounted", text="Seven of eight files held a plan.")
    notes.amend(store, again(store, note), text="Seven of eight files held a current plan.")
    made = HistoryDialog(a_desk(store, look, tmp_path), again(store, note))
    made.open()
    return made


def versions_of(dialog: HistoryDialog) -> Versions:
    assert dialog.versions is not None
    dialog.tabs.setCurrentWidget(dialog.versions)
    return dialog.versions


def marked(page: QTextBrowser) -> list[tuple[str, bool, bool]]:
    """Return (words, struck out, underlined) of every piece that is marked."""
    found, block = [], page.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            how = pieces.fragment().charFormat()
            if how.fontStrikeOut() or how.fontUnderline():
                found.append((pieces.fragment().text(), how.fontStrikeOut(), how.fontUnderline()))
            pieces += 1
        block = block.next()
    return found


def test_the_newest_stands_beside_the_original_and_the_one_before_by_choice(dialog: HistoryDialog) -> None:
    there = versions_of(dialog)
    assert there.older.toPlainText() == "Six of eight files held a plan."
    assert there.newer.toPlainText() == "Seven of eight files held a current plan."
    assert marked(there.older) == [("Six", True, False)]
    assert [words.strip() for words, _struck, is_new in marked(there.newer) if is_new] == ["Seven", "current"]
    assert there.count.text() == "2 places differ"
    assert there.newer.accessibleDescription() == "Added: Seven; current"
    QTest.keyClick(there.beside, Qt.Key.Key_Down)
    assert there.older.toPlainText() == "Seven of eight files held a plan."
    assert there.count.text() == "1 place differs"


def test_each_amendment_says_who_when_and_why(dialog: HistoryDialog) -> None:
    there = versions_of(dialog)
    QTest.keyClick(there.amended, Qt.Key.Key_Down)
    assert there.newer_head.text().startswith("As amended · Practice Inspector · 10 July 2018")
    assert there.newer_head.text().endswith("reason: miscounted")
    assert there.older_head.text().startswith("As first written · Practice Inspector")
    assert there.amended.itemText(1).endswith("Practice Inspector · miscounted")


def test_the_differences_are_gone_through_by_key(dialog: HistoryDialog) -> None:
    there = versions_of(dialog)
    chosen = []
    for _turn in range(3):
        QTest.keyClick(there.next, Qt.Key.Key_Space)
        chosen.append(there.newer.textCursor().selectedText().strip())
    assert chosen == ["Seven", "current", "Seven"]


def test_what_was_never_reworded_has_no_second_tab(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    note = a_note(store, a_visit(store))
    notes.amend(store, note, polarity="weakness")
    dialog = HistoryDialog(a_desk(store, look, tmp_path), again(store, note))
    qtbot.addWidget(dialog)
    assert dialog.versions is None
