# SPDX-License-Identifier: MIT
"""Nothing that a person does at the window holds its thread for more than a moment, with 5,000 notes in the visit.

By counting, not by the clock (effort.py): on the real window, with every page made. What acts and queries do by
themselves: test_what_the_window_asks.py. In milliseconds: `make bench`, the table of screens.
"""

from collections.abc import Iterator

import pytest

from storage import indexing, undo
from storage.acts import notes
from storage.queries import note_pages
from tests.ui.effort import FEW, MANY, MOST, counted, fill, heaviest, with_all
from tests.ui.seat import Counts, Seat, seated
from tests.ui.shown import gone
from ui import finder
from ui.look import Look
from ui.notes import reading


@pytest.fixture(scope="module")
def seat(worn: Look, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """Give a window on a visit of few notes, in a folder: what is read elsewhere is read elsewhere.

    What is read by the hundred is read by the dozen here, so that few notes have many pages.
    """
    with pytest.MonkeyPatch.context() as small:
        small.setattr(reading, "page_of_visit", lambda *asked: note_pages.page_of_visit(*asked, 12))
        small.setattr(reading, "MOST", 12)
        small.setattr(finder, "NEWEST", 12)
        small.setattr(undo, "_DEPTH", 40)
        made = seated(worn, tmp_path_factory.mktemp("counted"), FEW)
        yield made
        gone(made.window)
        made.store.close()


@pytest.fixture(scope="module")
def listed(seat: Seat) -> int:
    """Give how many notes the window lists before anything is done at it."""
    return seat.notebook.list.model.rowCount()


@pytest.fixture(scope="module")
def few(seat: Seat, listed: int) -> Counts:
    """Give the counts with few notes."""
    return seat.counts()


@pytest.fixture(scope="module")
def many(seat: Seat, few: Counts) -> Counts:
    """Give the counts with many notes, after those with few."""
    assert few
    fill(seat.store, seat.visit, seat.session.id, MANY - FEW)
    seat.answer()
    return seat.counts()


OF_ONE_NOTE = (
    *("a new page", "typing", "making it ink", "linking it", "withdrawing it"),
    *("bringing it back", "a note arriving", "undoing", "doing it again"),
)


def test_the_window_shows_every_note_of_a_visit_of_few(listed: int) -> None:
    assert listed == FEW


def test_every_deed_is_some_work_and_none_is_much_with_few_notes(few: Counts) -> None:
    assert min(few.values()) > 0
    assert max(few.values()) < MOST


def test_nothing_at_the_window_holds_it_with_five_thousand_notes(few: Counts, many: Counts) -> None:
    found = {name: with_all(few[name], many[name]) for name in few}
    assert {name: effort for name, effort in found.items() if effort > MOST} == {}


def test_what_touches_one_note_is_the_same_work_among_few_and_among_many(few: Counts, many: Counts) -> None:
    more = {name: (few[name], many[name]) for name in OF_ONE_NOTE if many[name] > 1.25 * few[name] + 3_000}
    assert more == {}


def test_a_pasted_book_holds_the_window_no_longer_than_a_long_page(seat: Seat, many: Counts) -> None:
    assert many
    page, book = "A file held a plan. " * 1_000, "A file held a plan. " * 50_000
    efforts = []
    for text in (page, book):
        with counted(seat.store) as effort:
            notes.write(seat.store, seat.visit, text)
        efforts.append(int(effort))
    assert efforts[1] < 1.25 * efforts[0] + 3_000
    assert seat.store.tables.later.waiting() == 1
    assert heaviest(seat.store, lambda: indexing.indexing(seat.store)) < MOST / 4
    assert seat.store.tables.later.waiting() == 0


def test_hidden_pages_read_nothing_when_a_note_arrives(seat: Seat, many: Counts) -> None:
    assert many
    seat.window.go("settings")
    seat.answer()
    with counted(seat.store) as heard:
        notes.write(seat.store, seat.visit, "Written here.")
    listeners, seat.store._listeners[:] = list(seat.store._listeners), []
    with counted(seat.store) as unheard:
        notes.write(seat.store, seat.visit, "Written here.")
    seat.store._listeners[:] = listeners
    assert heard.steps < unheard.steps + 3_000  # which visit is on hand, and no more


def test_the_counting_sees_what_grows(seat: Seat, many: Counts) -> None:
    """A deed that goes through all notes many times, in Python or in SQLite, is over the limit."""
    assert many

    def through_all(one: Seat) -> None:
        for line in one.notebook.reading.lines.found(one.notebook._wish):
            for _time in range(60):
                assert line is not None

    def crossed(one: Seat) -> None:
        one.store.db.execute("SELECT count(*) FROM note AS a, note AS b WHERE a.text < b.text").fetchone()

    for planted in (through_all, crossed):
        assert with_all(0, seat.effort(planted)) > MOST
