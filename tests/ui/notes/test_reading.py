# SPDX-License-Identifier: MIT
"""A visit is read page by page between events, and afterwards only what was touched."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.errors import StoreTrouble
from storage.queries import note_pages
from storage.store import Store
from tests.builders import a_link, a_note, a_visit, again
from ui.notes import reading as reading_module
from ui.notes.reading import Reading


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make pages of two notes: the way is the same as with thousands."""
    whole = note_pages.page_of_visit
    monkeypatch.setattr(reading_module, "page_of_visit", lambda store, visit, before: whole(store, visit, before, 2))


@pytest.mark.usefixtures("small_pages")
def test_the_first_page_is_there_at_once_and_the_rest_by_and_by(qtbot: QtBot, store: Store) -> None:
    visit, owner = a_visit(store), QObject()
    for number in range(7):
        a_note(store, visit, f"Note {number}.")
    reading = Reading(store, owner)
    reading.open(visit.id)
    assert len(reading.lines) == 2
    assert not reading.is_whole()
    qtbot.waitUntil(reading.is_whole)
    assert len(reading.lines) == 7


@pytest.mark.usefixtures("small_pages")
def test_a_store_that_vanishes_meanwhile_is_told(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    visit, owner = a_visit(store), QObject()
    for number in range(5):
        a_note(store, visit, f"Note {number}.")
    reading = Reading(store, owner)
    reading.open(visit.id)

    def gone(*_asked: object) -> None:
        raise StoreTrouble("The store is gone.")

    monkeypatch.setattr(reading_module, "page_of_visit", gone)
    with qtbot.waitSignal(reading.failed) as failed:
        pass
    assert str(failed.args[0]) == "The store is gone."
    assert reading.is_whole()


def test_only_what_was_touched_is_read_again(store: Store) -> None:
    visit, owner = a_visit(store), QObject()
    first, second = a_note(store, visit), a_note(store, visit)
    reading, news = Reading(store, owner), []
    reading.open(visit.id)
    kept = reading.lines.line(second.id)
    store.listen(lambda recorded: news.extend(recorded.changes))
    a_link(store, first)
    notes.amend(store, again(store, first), text="Other words.")
    assert reading.catch_up(news) == {first.id}
    line = reading.lines.line(first.id)
    assert line is not None
    assert (line.note.text, line.codes) == ("Other words.", ("QA1",))
    assert reading.lines.line(second.id) is kept


def test_after_very_many_changes_it_begins_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MOST", 1)
    visit, owner = a_visit(store), QObject()
    reading, news = Reading(store, owner), []
    reading.open(visit.id)
    store.listen(lambda recorded: news.extend(recorded.changes))
    for number in range(3):
        a_note(store, visit, f"Note {number}.")
    assert reading.catch_up(news) is None
    assert len(reading.lines) == 3
