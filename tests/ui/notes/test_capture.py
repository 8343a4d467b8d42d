# SPDX-License-Identifier: MIT
"""What helps the hand at the editor: areas by #, abbreviations, a hint at names, words of one's own."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from storage.acts import habits
from storage.model.visit import Visit
from storage.queries.links import links_of_note
from storage.queries.notes import notes_of_visit
from storage.spelling import load
from storage.store import Store
from ui.notes.notebook import Notebook


def test_a_code_typed_in_a_new_note_links_it_when_it_is_ink(notebook: Notebook, store: Store, visit: Visit) -> None:
    QTest.keyClicks(notebook.editor.card.page, "The sw said so #QA1 today")
    assert notes_of_visit(store, visit.id) == ()
    assert [each.text() for each in notebook.editor.card.chips.buttons()] == ["QA1"]
    assert notebook.editor.ink()
    (note,) = notes_of_visit(store, visit.id)
    assert note.text == "The social worker said so #QA1 today"
    assert [link.area for link in links_of_note(store, note.id)] == ["QA1"]
    QTest.keyClicks(notebook.editor.card.page, " #HR2 ")
    assert [link.area for link in links_of_note(store, note.id)] == ["HR2", "QA1"]


def test_undo_brings_the_abbreviation_back_and_it_is_not_written_out_again(notebook: Notebook) -> None:
    page = notebook.editor.card.page
    QTest.keyClicks(page, "the yp came")
    assert page.text() == "the young person came"
    page.undo()
    assert page.text() == "the young person"
    page.undo()
    assert page.text() == "the yp"
    QTest.keyClicks(page, " and a yp ")
    assert page.text() == "the yp and a young person "
    notebook.new_note()
    QTest.keyClicks(page, "the yp ")
    assert page.text() == "the young person "


def test_whoever_waves_a_hint_away_is_told_of_the_next(qtbot: QtBot, notebook: Notebook) -> None:
    caution = notebook.editor.card.caution
    QTest.keyClicks(notebook.editor.card.page, "Born 12/03/2009. Ethan Practice said so.")
    qtbot.waitUntil(lambda: "looks like a name" in caution.message.text())
    caution.dismissed.emit()
    qtbot.waitUntil(lambda: "date of birth" in caution.message.text())


def test_a_name_is_hinted_at_and_never_forbidden(qtbot: QtBot, notebook: Notebook, store: Store, visit: Visit) -> None:
    card, capture = notebook.editor.card, notebook.editor.capture
    QTest.keyClicks(card.page, "Ethan Practice said so.")
    capture._on_look()
    assert "looks like a name" in card.caution.message.text()
    card.caution.dismissed.emit()
    capture._on_look()
    assert not card.caution.isVisible()
    card.page.amend_text("Born 12/03/2009.")
    capture._on_look()
    assert "date of birth" in card.caution.message.text()
    assert notebook.editor.ink()
    assert len(notes_of_visit(store, visit.id)) == 1


def test_a_wrong_word_is_put_right_or_kept_from_the_menu(qtbot: QtBot, notebook: Notebook, store: Store) -> None:
    page, capture = notebook.editor.card.page, notebook.editor.capture
    QTest.keyClicks(page, "recieve qwmadoc")
    capture._on_loaded(load())
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy")
    capture._on_menu(menu, page.cursorRect().center())
    names = [each.text() for each in menu.actions()]
    assert "Add “qwmadoc” to my words" in names
    menu.actions()[names.index("Add “qwmadoc” to my words")].trigger()
    assert habits.own_words(store) == ("qwmadoc",)
    other = QMenu()
    qtbot.addWidget(other)
    other.addAction("Copy")
    capture._on_menu(other, QPoint(4, page.cursorRect().center().y()))
    next(each for each in other.actions() if each.text() == "receive").trigger()
    assert page.text() == "receive qwmadoc"


def test_abbreviations_that_were_altered_are_obeyed(notebook: Notebook, store: Store) -> None:
    habits.keep_shorthand(store, {"hv": "health visitor"})
    notebook.editor.capture.learn_habits()
    QTest.keyClicks(notebook.editor.card.page, "sw and HV and Hv. ")
    assert notebook.editor.card.page.text() == "sw and HV and Health visitor. "
