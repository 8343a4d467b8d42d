# SPDX-License-Identifier: MIT
"""Each verb is possible exactly where it makes sense."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage.acts import notes
from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_note, again
from ui.notes.notebook import Notebook
from ui.panel import Verb


def _verb(notebook: Notebook, name: str) -> Verb:
    return next(each for each in notebook.verbs() if each.name == name)


def test_nothing_is_possible_without_a_visit(notebook: Notebook) -> None:
    notebook.show_visit("")
    assert [verb.name for verb in notebook.verbs() if verb.is_possible()] == []


def test_withdrawing_and_restoring_take_turns(notebook: Notebook, store: Store, visit: Visit) -> None:
    written = a_note(store, visit)
    withdraw, restore = _verb(notebook, "Withdraw note"), _verb(notebook, "Restore note")
    assert not withdraw.is_possible()
    notebook.show_note(written.id)
    assert (withdraw.is_possible(), restore.is_possible()) == (True, False)
    withdraw.run()
    assert (withdraw.is_possible(), restore.is_possible()) == (False, True)
    restore.run()
    assert again(store, written).present


def test_words_must_be_selected_to_be_linked(notebook: Notebook) -> None:
    link = _verb(notebook, "Link the selected words")
    QTest.keyClicks(notebook.editor.card.page, "Words")
    assert not link.is_possible()
    notebook.editor.card.page.selectAll()
    assert link.is_possible()


def test_one_key_marks_a_note(notebook: Notebook, store: Store, visit: Visit) -> None:
    written = a_note(store, visit)
    notebook.show_note(written.id)
    _verb(notebook, "Mark as weakness").run()
    assert notebook.may_close()
    assert again(store, written).polarity == "weakness"
    notes.withdraw(store, again(store, written))
    assert not _verb(notebook, "Mark as weakness").is_possible()


def test_one_key_says_whose_words_and_whether_it_was_seen_and_the_hand_stays_in_the_text(notebook: Notebook) -> None:
    page, details = notebook.editor.card.page, notebook.editor.card.details
    page.setFocus()
    QTest.keyClicks(page, "They")
    was = details.fields()["observed"]
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page, Qt.Key.Key_W, held)
    QTest.keyClick(page, Qt.Key.Key_S, held)
    assert (details.fields()["verbatim"], details.fields()["observed"]) == (True, not was)
    assert page.hasFocus()
    QTest.keyClicks(page, " said so.")
    QTest.keyClick(page, Qt.Key.Key_W, held)
    assert not details.fields()["verbatim"]
    assert page.text() == "They said so."
