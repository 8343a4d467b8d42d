# SPDX-License-Identifier: MIT
"""Abbreviations and own words are taught on the settings page, and obeyed in the next note at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from storage.acts import habits
from storage.store import Store
from tests.builders import a_store, a_visit
from tests.ui.shown import action, dialogs
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.screens import opened_window, settle
from ui.settings.habits_dialog import HabitsDialog
from ui.window import Window


@pytest.fixture
def store() -> Iterator[Store]:
    made = a_store()
    a_visit(made)
    yield made
    made.close()


@pytest.fixture
def window(store: Store, look: Look) -> Iterator[Window]:
    with opened_window(store, look) as window:
        window.activateWindow()
        yield window


def the_dialog() -> HabitsDialog:
    (dialog,) = dialogs()
    assert isinstance(dialog, HabitsDialog)
    return dialog


def typed(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def test_what_is_taught_on_the_settings_page_is_typed_in_the_next_note(window: Window, store: Store) -> None:
    action(window, "Shift+F7").go()
    part = the_dialog().abbreviations
    typed(part.short, "iro")
    typed(part.words, "independent reviewing officer")
    assert part.preview.text() == "Typed “The iro ”, a note says “The independent reviewing officer ”."
    QTest.keyClick(part.words, Qt.Key.Key_Return)
    assert habits.shorthand(store)["iro"] == "independent reviewing officer"
    the_dialog().accept()
    action(window, "Ctrl+N").go()
    settle()
    notebook = window.page("notes")
    assert isinstance(notebook, Notebook)
    page = notebook.editor.card.page
    QTest.keyClicks(page, "The iro came.")
    assert page.text() == "The independent reviewing officer came."


def test_a_store_opened_to_look_only_says_that_nothing_was_kept(window: Window, store: Store) -> None:
    action(window, "Shift+F7").go()
    dialog = the_dialog()
    dialog.tabs.setCurrentWidget(dialog.words)
    typed(dialog.words.word, "genogram")
    store.is_read_only = True
    dialog.words.add.click()
    store.is_read_only = False
    assert dialog.notice.isVisible()
    assert habits.own_words(store) == ()
