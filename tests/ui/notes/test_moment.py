# SPDX-License-Identifier: MIT
"""When something was said or seen is set by hand, and the chips say at once what follows from it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import a_note
from ui.notes.notebook import Notebook


def test_a_new_note_is_written_then_until_a_tick_or_the_form_says_otherwise(notebook: Notebook) -> None:
    card = notebook.editor.card
    assert card.moment.said() == "written then"
    QTest.keyClick(card.details.ticks["from_memory"], Qt.Key.Key_Space)
    assert card.moment.said() == "written then, from memory"


def test_the_morning_of_day_1_is_set_by_keys_and_kept_with_the_note(
    notebook: Notebook, store: Store, visit: Visit
) -> None:
    moment = notebook.editor.card.moment
    QTest.keyClicks(notebook.editor.card.page, "Said over breakfast.")
    QTest.keyClick(notebook.editor.card.page, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    dialog = moment.dialog
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog.day, Qt.Key.Key_Home)
    QTest.keyClick(dialog.part, Qt.Key.Key_Down)
    assert dialog.becomes.text() == "added later"
    QTest.keyClick(dialog.part, Qt.Key.Key_Return)
    assert moment.said() == "added later"
    assert moment.words.text().startswith("Tuesday 10 July 2018, morning, written ")
    assert notebook.editor.ink()
    [note] = notes_of_visit(store, visit.id)
    assert note.event_part == "morning"
    assert note.event_at.startswith("2018-07-10T")
    assert note.captured_at > note.event_at


def test_a_written_note_gets_another_time_and_keeps_when_it_was_written(
    notebook: Notebook, store: Store, visit: Visit
) -> None:
    note = a_note(store, visit, event_at="2018-07-10T09:00:00.000Z")
    notebook.show_note(note.id)
    moment = notebook.editor.card.moment
    moment.ask()
    dialog = moment.dialog
    assert dialog is not None
    assert "That time stays as it is." in dialog.written.text()
    dialog.time.setTime(dialog.time.time().addSecs(-3600))
    dialog.accept()
    assert "added later" in moment.said()
    assert notebook.editor.ink()
    [now] = notes_of_visit(store, visit.id)
    assert (now.event_at, now.captured_at) == ("2018-07-10T08:00:00.000Z", note.captured_at)


def test_nobody_sets_the_time_of_a_withdrawn_note(qtbot: QtBot, notebook: Notebook, store: Store, visit: Visit) -> None:
    note = a_note(store, visit)
    notes.withdraw(store, note)
    notebook.show_note(note.id)
    notebook.editor.card.moment.ask()
    assert notebook.editor.card.moment.dialog is None
