# SPDX-License-Identifier: MIT
"""Capture as its user does it: from a letter by one key into a note, area, abbreviation, hint, and back by one key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reports.acts import draft
from reports.facts import facts_of
from storage.queries.links import links_of_note
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.ui.shown import the_example
from ui.letters.letters import Letters
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.screens import opened_window, settle
from ui.window import Window

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store() -> Iterator[Store]:
    """Give the worked example with a letter."""
    made, about = the_example()
    people = (about.ids[about.about["lead"]], about.ids[about.about["addressee"]])
    draft(made, facts_of(made, about.visit_id, about.about["letter_date"], *people), "improvement_conference")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, store: Store, look: Look) -> Iterator[Window]:
    with opened_window(store, look) as window:
        with qtbot.waitActive(window):
            window.activateWindow()
        yield window


def keys() -> QWidget:
    """Return what has the keys."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_a_note_is_taken_from_the_letter_and_the_letter_is_where_it_was(
    qtbot: QtBot, window: Window, store: Store
) -> None:
    letters, notebook = window.page("letters"), window.page("notes")
    assert isinstance(letters, Letters)
    assert isinstance(notebook, Notebook)
    window.go("letters")
    settle(window.desk.worker)
    letters.text.setFocus()
    was = keys()
    before = {each.id for each in notes_of_visit(store, window.visit_id)}

    QTest.keyClick(keys(), Qt.Key.Key_N, CONTROL)
    page, card = notebook.editor.card.page, notebook.editor.card
    assert (window.current, keys()) == (notebook, page)
    QTest.keyClicks(page, "The sw told me that Ethan Pritchard had left. #qa")
    qtbot.waitUntil(notebook.editor.capture.tags.isVisible)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(card.caution.isVisible)
    assert "Ethan Pritchard" in card.caution.message.text()
    assert page.text().startswith("The social worker told me that Ethan Pritchard had left. #QA1")
    QTest.keyClick(page, Qt.Key.Key_F8, SHIFT)
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    QTest.keyClick(keys(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert window.current is letters
    assert keys() is was
    [new] = [each for each in notes_of_visit(store, window.visit_id) if each.id not in before]
    assert new.handling == "not_for_letter"
    assert [link.area for link in links_of_note(store, new.id)] == ["QA1"]
