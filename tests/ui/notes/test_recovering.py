# SPDX-License-Identifier: MIT
"""After a crash everything unfinished is found again: the newest at once, the rest one key away, none overwritten."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.journal import Journal, Pencil
from storage.model.visit import Visit
from storage.queries.notes import note as note_by_id
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import a_note, a_visit
from ui.desk import Desk
from ui.notes.notebook import Notebook

SHIFT = Qt.KeyboardModifier.ShiftModifier
Opened = Callable[[Visit], Notebook]


@pytest.fixture
def opened(qtbot: QtBot, window: QMainWindow, desk: Desk, tmp_path: Path) -> Opened:
    """Give a way to open a visit's desk with the journal of the last time behind it."""
    desk.journal = Journal.open(tmp_path, bytes(32))

    def open_on(visit: Visit) -> Notebook:
        made = Notebook(desk)
        window.setCentralWidget(made)
        with qtbot.waitActive(window):
            window.show()
        made.show_visit(visit.id)
        return made

    return open_on


def left(desk: Desk, visit: Visit, words: str, place: str, at: int) -> Pencil:
    """Leave words in pencil, as a crash does."""
    about = {"visit": visit.id, "note": place if ":" not in place else "", "fields": {}, "areas": [], "began": ""}
    pencil = Pencil(f"note:{place}", words, about, f"2018-07-10T09:{at:02}:00.000Z")
    assert desk.journal is not None
    desk.journal.pencil(pencil)
    return pencil


def texts(desk: Desk) -> set[str]:
    assert desk.journal is not None
    return {each.text for each in desk.journal.unfinished()}


def test_the_newest_is_open_and_the_others_are_said_and_listed(
    opened: Opened, desk: Desk, store: Store, visit: Visit
) -> None:
    note = a_note(store, visit, "As it was.")
    left(desk, visit, "Half of the second", note.id, 1)
    left(desk, visit, "Half of the third", f"new:{visit.id}", 2)
    left(desk, visit, "Half of the first", f"new:{visit.id}~", 3)
    there = opened(visit)
    assert there.editor.card.page.text() == "Half of the first"
    assert "2 more are unfinished." in there.editor.card.standing.advice.text()
    there.editor.card.standing.action.click()
    dialog = there.recovering.dialog
    assert dialog is not None
    model = dialog.list.model()
    said = [model.index(at, 0).data() for at in range(model.rowCount())]
    assert [each.rpartition(" · ")[2] for each in said] == ["Half of the third", "Half of the second"]
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert (there.editor.note_id, there.editor.card.page.text()) == (note.id, "Half of the second")
    assert "Half of the first" in [each.text for each in notes_of_visit(store, visit.id)]
    assert texts(desk) == {"Half of the second", "Half of the third"}


def test_what_is_begun_meanwhile_takes_nobodys_place(opened: Opened, desk: Desk, store: Store, visit: Visit) -> None:
    left(desk, visit, "Older, unfinished", f"new:{visit.id}", 1)
    left(desk, visit, "Newer, unfinished", f"new:{visit.id}~", 2)
    there = opened(visit)
    there.new_note()
    QTest.keyClicks(there.editor.card.page, "Something else")
    there.editor.hide()  # pencilled at once
    assert texts(desk) == {"Older, unfinished", "Something else"}
    assert there.editor.ink()
    assert texts(desk) == {"Older, unfinished"}
    assert {each.text for each in notes_of_visit(store, visit.id)} == {"Newer, unfinished", "Something else"}


def test_a_note_that_is_opened_shows_what_stood_unfinished_at_it(
    opened: Opened, desk: Desk, store: Store, visit: Visit
) -> None:
    note = a_note(store, visit, "As it was.")
    left(desk, visit, "As it was. And mo", note.id, 1)
    left(desk, visit, "Newest", f"new:{visit.id}", 2)
    there = opened(visit)
    assert there.show_note(note.id)
    assert there.editor.card.page.text() == "As it was. And mo"
    assert "not yet ink" in there.editor.card.standing.message.text()
    found = note_by_id(store, note.id)
    assert found is not None
    assert found.text == "As it was."


def test_words_whose_note_was_withdrawn_are_a_note_of_their_own(
    opened: Opened, desk: Desk, store: Store, visit: Visit
) -> None:
    note = a_note(store, visit, "As it was.")
    notes.withdraw(store, note)
    left(desk, visit, "Meant for it", note.id, 1)
    there = opened(visit)
    assert "a note of its own now" in there.editor.card.standing.advice.text()
    assert there.editor.ink()
    assert [each.text for each in notes_of_visit(store, visit.id)] == ["Meant for it"]
    assert texts(desk) == set()


def test_another_visits_words_and_a_letters_sentence_are_listed_too(
    qtbot: QtBot, opened: Opened, desk: Desk, store: Store, visit: Visit
) -> None:
    other = a_visit(store, dates="2019-01-08")
    there = opened(visit)
    theirs = left(desk, other, "Of the other visit", f"new:{other.id}", 1)
    assert desk.journal is not None
    desk.journal.pencil(Pencil("letter:1", "We fou", {}, "2018-07-10T09:30:00.000Z"))
    there.recovering.ask()
    dialog = there.recovering.dialog
    assert dialog is not None
    model = dialog.list.model()
    assert "A sentence of a letter" in model.index(0, 0).data()
    assert "2019-01-08" in model.index(1, 0).data()
    with qtbot.waitSignal(there.page_wanted) as page:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert page.args == ["letters"]
    there.visit_chosen.connect(there.show_visit)  # as the window does
    there.recovering.ask()
    QTest.keyClick(there.recovering.dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(there.recovering.dialog.list, Qt.Key.Key_Return)
    assert there.visit_id == other.id
    assert there.editor.card.page.text() == theirs.text
