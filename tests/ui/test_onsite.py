# SPDX-License-Identifier: MIT
"""From any page: a matter of concern with one key, seen from its strip; the visit's next state."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.model.case import Case
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.queries.concerns import concerns_of_visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import a_note, a_visit
from tests.ui.shown import a_desk, action, dialogs, gone
from ui.day.concerns import Concerns
from ui.look import Look
from ui.onsite import raised_from
from ui.panel import Panel
from ui.screens import settle
from ui.visits.state_dialog import StateDialog
from ui.window import Window


@pytest.fixture
def visit(store: Store) -> Visit:
    """Give a visit with a note about a case."""
    made = a_visit(store)
    a_note(store, made, "Nobody has seen the child.", case_ref="case D")
    return made


@pytest.fixture
def window(store: Store, look: Look, visit: Visit, tmp_path: Path) -> Iterator[Window]:
    """Give a window with the visit on hand; pages are made when a test goes there."""
    made = Window(a_desk(store, look, tmp_path))
    made.show_visit(visit.id)
    made.show()
    yield made
    gone(made)


def the(kind: type) -> object:
    settle()
    return next(each for each in dialogs() if isinstance(each, kind))


def test_one_key_raises_a_matter_from_the_note_that_is_shown(
    qtbot: QtBot, window: Window, store: Store, visit: Visit
) -> None:
    (note,) = notes_of_visit(store, visit.id)
    window.follow(f"note:{note.id}")
    settle()
    assert window.strip.isHidden()
    action(window, "F10").go()
    dialog = the(Concerns)
    assert isinstance(dialog, Concerns)
    assert dialog.sheet.case.text() == "case D"
    dialog.sheet.words.setPlainText("No adult has seen child D.")
    dialog.sheet.keep.click()
    (made,) = concerns_of_visit(store, visit.id)
    assert made.note_id == note.id
    assert window.strip.isVisible()
    dialog.close()
    for page in ("visits", "settings"):
        window.go(page)
        assert window.strip.isVisible()
    window.strip.see.click()
    again = the(Concerns)
    assert isinstance(again, Concerns)
    assert again.sheet.concern is not None
    again.sheet.history.click()
    settle()
    assert len(dialogs()) == 2


def test_the_state_of_the_visit_is_changed_from_any_page(window: Window, store: Store, visit: Visit) -> None:
    window.go("settings")
    action(window, "Ctrl+F12").go()
    dialog = the(StateDialog)
    assert isinstance(dialog, StateDialog)
    dialog.move_on.click()
    assert "Packed" in window.status.where.text()
    action(window, "Ctrl+F11").go()
    assert the(Concerns)


def test_a_matter_raised_from_a_case_names_its_pseudonym() -> None:
    class Cases(Panel):
        def case(self) -> Case:
            return Case(id="c", stream_id=StreamId("s.d"), pseudonym="Case 07")

    assert raised_from(Cases.__new__(Cases)) == ("", "Case 07")
    assert raised_from(None) == ("", "")
