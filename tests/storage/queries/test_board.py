# SPDX-License-Identifier: MIT
"""The board counts each note once, says what is thin, and follows a link without reading the rest again."""

from collections.abc import Callable

import pytest

from storage.acts import links, notes
from storage.model.rubric import Area
from storage.model.visit import Visit
from storage.queries.board import OTHER_DAY, Board, Counts, Standing, board_ahead, board_of, gaps_first
from storage.rubrics import rubric
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_session, a_store, a_visit, again, hand_over, join

QA = next(area for area in rubric(RUBRIC).areas if area.code == "QA")
DAY1, DAY2, LATER = (f"2018-07-{day}T10:00:00.000Z" for day in (10, 11, 14))


def standing(board: Board, code: str = "QA1", way: str = "kind") -> Standing:
    """Return what stands behind a code of QA."""
    return board.standing(RUBRIC, QA, code, way)


def test_a_note_linked_twice_within_an_area_counts_once_in_it(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, "No supervision since March.", polarity="weakness")
    for span in (None, (0, 14)):
        a_link(store, note, span=span)
    a_link(store, note, "QA2")
    board = board_of(store, visit)
    assert standing(board).counts == Counts(weakness=1)
    assert standing(board, "QA").counts == Counts(weakness=1)
    assert (standing(board, "QA").seen, standing(board, "QA").criteria) == (2, 6)
    assert board.counts(RUBRIC) == {"QA1": Counts(weakness=1), "QA2": Counts(weakness=1)}


def test_the_columns_are_days_kinds_and_inspectors(store: Store) -> None:
    visit = a_visit(store)
    second = a_session(store, visit, day=2)
    a_link(store, a_note(store, visit, event_at=DAY1, source_kind="file"))
    a_link(store, a_note(store, visit, event_at=DAY2, source_kind="interview", polarity="strength"))
    a_link(store, a_note(store, visit, event_at=LATER, session_id=second.id))
    a_link(store, a_note(store, visit, event_at=LATER))
    board = board_of(store, visit)
    assert board.columns("day") == (1, 2, OTHER_DAY)
    days = standing(board, way="day").cells
    assert days == {1: Counts(neutral=1), 2: Counts(1, 1, 0), OTHER_DAY: Counts(neutral=1)}
    assert standing(board, way="kind").cells["interview"] == Counts(strength=1)
    assert board.columns("author") == (store.me,)
    assert len(board.columns("kind")) == 7


def test_a_visit_without_exact_days_has_the_days_it_says(store: Store) -> None:
    board = board_of(store, a_visit(store, dates="2018-07", days=3))
    assert board.columns("day") == (1, 2, 3)


def with_partner(store: Store) -> tuple[Visit, Store]:
    """Return a visit with a second inspector, and her store."""
    visit, partner = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, partner)
    return visit, partner


def test_what_is_thin_is_told_by_signs(store: Store) -> None:
    visit, partner = with_partner(store)
    assert standing(board_of(store, visit)).signs == ("unseen",)
    a_link(store, a_note(store, visit, polarity="weakness"))
    assert standing(board_of(store, visit)).signs == ("single", "alone")
    a_link(store, a_note(store, visit, source_kind="interview", polarity="strength"))
    assert standing(board_of(store, visit)).signs == ("alone", "contradicted")
    a_link(partner, a_note(partner, again(partner, visit), source_kind="data"))
    hand_over(partner, store, visit.stream_id)
    assert standing(board_of(store, visit)).signs == ("contradicted",)
    assert standing(board_of(store, visit), "QA").signs == ("contradicted",)
    partner.close()


def test_two_criteria_that_differ_do_not_contradict_each_other(store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit, polarity="weakness"), "QA1")
    a_link(store, a_note(store, visit, polarity="strength"), "QA2")
    assert standing(board_of(store, visit), "QA").signs == ("single",)


def test_where_one_inspector_visits_one_inspector_is_no_sign(store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit))
    assert standing(board_of(store, visit)).signs == ("single",)


def _unlink(store: Store, visit: Visit) -> str:
    note = a_note(store, visit)
    links.unlink(store, a_link(store, note))
    return note.id


def _withdraw(store: Store, visit: Visit) -> str:
    note = a_note(store, visit)
    a_link(store, note)
    notes.withdraw(store, again(store, note))
    return note.id


def _turn(store: Store, visit: Visit) -> str:
    note = a_note(store, visit)
    a_link(store, note)
    notes.amend(store, again(store, note), polarity="weakness", source_kind="data")
    return note.id


def _link(store: Store, visit: Visit) -> str:
    note = a_note(store, visit)
    a_link(store, note, "QA2")
    return note.id


@pytest.mark.parametrize("act", [_unlink, _withdraw, _turn, _link])
def test_following_a_note_is_the_same_as_reading_all_again(store: Store, act: Callable[[Store, Visit], str]) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit, polarity="strength"))
    board = board_of(store, visit)
    note_id = act(store, visit)
    board.follow(store, [note_id])
    anew = board_of(store, visit)
    for code in ("QA", "QA1", "QA2"):
        for way in ("day", "kind", "author"):
            assert standing(board, code, way) == standing(anew, code, way)
    assert board.counts(RUBRIC) == anew.counts(RUBRIC)
    assert board.codes() == anew.codes()


def test_following_names_every_place_that_changed(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    made = a_link(store, note)
    board = board_of(store, visit)
    links.unlink(store, made)
    a_link(store, note, "QA2")
    assert board.follow(store, [note.id]) == {(RUBRIC, "QA1"), (RUBRIC, "QA2")}


def test_gaps_come_first_among_areas_and_criteria(store: Store) -> None:
    visit = a_visit(store)
    for code in ("PP1", "PP2", "PP3", "QA1", "QA2"):
        a_link(store, a_note(store, visit), code)
    a_link(store, a_note(store, visit, source_kind="interview"), "QA1")
    order = gaps_first(board_of(store, visit), rubric(RUBRIC))
    assert [area.code for area, _ in order] == ["HR", "A1", "A2", "A3", "A4", "BL", "OV", "QA", "PP"]
    assert dict((area.code, codes) for area, codes in order)["QA"] == ("QA3", "QA4", "QA5", "QA6", "QA2", "QA1")


def test_a_board_is_read_away_from_the_screen_too(folder_store: Callable[..., tuple[Store, str]]) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    a_link(store, a_note(store, visit))
    assert board_ahead(store, visit).counts(RUBRIC) == {"QA1": Counts(neutral=1)}


def test_an_area_without_criteria_stands_on_its_own_links(store: Store) -> None:
    visit = a_visit(store)
    links.link(store, a_note(store, visit), "themes-2019", "ACCESS")
    found = board_of(store, visit).standing("themes-2019", Area("ACCESS", {"en": "Access"}, ()), "ACCESS", "day")
    assert sum(found.counts) == 1
    assert (found.seen, found.criteria) == (0, 0)
