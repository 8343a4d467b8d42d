# SPDX-License-Identifier: MIT
"""The strip above a visit's pages: what the office said of it, until it says otherwise, in the language in use."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from resources import language
from storage.model.visit import Visit
from storage.queries.standing import CLOSED, REVOKED, WAITS
from storage.store import Store
from tests.builders import a_note, a_visit
from tests.ui.shown import a_desk
from ui.desk import Desk
from ui.look import Look
from ui.sync.office_strip import OfficeStrip


@pytest.fixture
def desk(store: Store, look: Look, home: Callable[[str], Path]) -> Iterator[Desk]:
    """Give a desk."""
    desk = a_desk(store, look, home("lead"))
    yield desk
    desk.worker.close()


@pytest.fixture
def there(store: Store) -> Visit:
    """Give a visit with a note."""
    made = a_visit(store)
    a_note(store, made)
    return made


def strip_of(qtbot: QtBot, desk: Desk, there: Visit) -> OfficeStrip:
    strip = OfficeStrip(desk)
    qtbot.addWidget(strip)
    strip.show_page("notes")
    strip.show_visit(there.id)
    return strip


def test_it_is_not_there_while_the_office_has_said_nothing(qtbot: QtBot, desk: Desk, there: Visit) -> None:
    strip = strip_of(qtbot, desk, there)
    assert strip.isHidden()
    strip.show_visit("")
    assert strip.isHidden()


def test_it_comes_with_what_the_office_says_and_goes_when_it_says_otherwise(
    qtbot: QtBot, desk: Desk, there: Visit
) -> None:
    strip, marks = strip_of(qtbot, desk, there), desk.store.marks
    marks.keep(WAITS, {there.stream_id: desk.store.ledger.vector(there.stream_id)})
    desk.bus.stood.emit()
    assert strip.isVisible()
    assert "held for the office" in strip.message.text()
    marks.keep(CLOSED, [there.stream_id])
    desk.bus.stood.emit()
    assert strip.message.text().startswith("You have no seat in this visit any more.")
    assert strip.accessibleName() == f"{strip.message.text()} {strip.advice.text()}"
    marks.keep(REVOKED, "2018-07-11T08:00:00.000Z")
    desk.bus.stood.emit()
    assert strip.message.text().startswith("The office has revoked this device.")
    for mark, nothing in ((WAITS, {}), (CLOSED, []), (REVOKED, "")):
        marks.keep(mark, nothing)
    desk.bus.stood.emit()
    assert strip.isHidden()


def test_another_visit_is_not_spoken_of_and_pages_that_are_no_visits_are_left_alone(
    qtbot: QtBot, desk: Desk, there: Visit
) -> None:
    other = a_visit(desk.store)
    desk.store.marks.keep(CLOSED, [there.stream_id])
    strip = strip_of(qtbot, desk, there)
    strip.show_visit(other.id)
    assert strip.isHidden()
    strip.show_visit(there.id)
    assert strip.isVisible()
    strip.show_page("settings")
    assert strip.isHidden()
    strip.show_page("letters")
    assert strip.isVisible()


def test_it_leads_to_the_page_of_sync_by_a_key_and_speaks_welsh(qtbot: QtBot, desk: Desk, there: Visit) -> None:
    desk.store.marks.keep(CLOSED, [there.stream_id])
    strip = strip_of(qtbot, desk, there)
    with qtbot.waitSignal(strip.asked):
        qtbot.keyClick(strip.see, Qt.Key.Key_Space)
    english = strip.message.text()
    language.use("cy")
    strip.refresh()
    assert strip.message.text() not in ("", english)
