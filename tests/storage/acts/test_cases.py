# SPDX-License-Identifier: MIT
"""Cases get readers, move from not started to read, and join by being chosen."""

import pytest

from storage.acts import cases, members
from storage.errors import Refused, StoreTrouble
from storage.model.case import CaseList
from storage.model.ids import StreamId
from storage.queries.cases import case, cases_of_visit
from storage.store import Store
from tests.builders import a_store, a_visit, again, join
from tests.case_lists import a_list, a_sample


def test_cases_are_given_to_somebody_who_has_a_seat(store: Store) -> None:
    visit = a_visit(store)
    a_sample(store, visit)
    guest = a_store("Second Inspector")
    join(store, visit.stream_id, guest)
    first, second, *_rest = cases_of_visit(store, visit.id)
    cases.assign(store, [first, second], guest.me)
    assert [again(store, each).reader for each in (first, second)] == [guest.me, guest.me]
    with pytest.raises(Refused, match="no seat"):
        cases.assign(store, [first], "a stranger")
    cases.assign(store, [again(store, first)], "")
    assert again(store, first).reader == ""
    guest.close()


def test_whoever_begins_a_case_reads_it(store: Store) -> None:
    visit = a_visit(store)
    a_sample(store, visit)
    first = cases_of_visit(store, visit.id)[0]
    cases.move(store, first, "reading")
    assert (again(store, first).progress, again(store, first).reader) == ("reading", store.me)
    cases.move(store, again(store, first), "read")
    assert again(store, first).progress == "read"
    with pytest.raises(Refused, match="cannot be"):
        cases.move(store, again(store, first), "lost")


def test_a_case_may_be_chosen_beside_the_sample(store: Store) -> None:
    visit = a_visit(store)
    a_list(store, visit)
    added = case(store, cases.add(store, visit, 7, "tracked", {"team": "East"}))
    assert added is not None
    assert (added.pseudonym, added.selection, added.facts) == ("CASE-07", "tracked", (("team", "East"),))
    for number, selection, words in (
        (7, "tracked", "read already"),
        (0, "tracked", "a number"),
        (8, "random", "Only a draw"),
    ):
        with pytest.raises(Refused, match=words):
            cases.add(store, visit, number, selection)


def test_a_case_that_was_replaced_can_be_chosen_again_but_not_read_as_it_is(store: Store) -> None:
    visit = a_visit(store)
    cases.add(store, visit, 7, "tracked")
    gone = cases_of_visit(store, visit.id)[0]
    from storage.gesture import Gesture

    gesture = Gesture("samples.replace", store.me)
    gesture.amend(gone, dropped="at court")
    store.record(*gesture.changes)
    with pytest.raises(Refused, match="replaced by another"):
        cases.move(store, again(store, gone), "read")
    cases.add(store, visit, 7, "authority")
    assert (again(store, gone).dropped, again(store, gone).selection) == ("", "authority")


def test_a_quality_reader_assigns_nothing(store: Store) -> None:
    visit = a_visit(store)
    a_sample(store, visit)
    reader = a_store("Quality Reader")
    join(store, visit.stream_id, reader, "quality_reader")
    with pytest.raises(Refused, match="role"):
        cases.assign(reader, cases_of_visit(reader, visit.id)[:1], reader.me)
    assert members.my_card(reader).name == "Quality Reader"
    reader.close()


def test_rows_that_are_not_here_are_told(store: Store) -> None:
    a_visit(store)
    nowhere = CaseList(id="1", stream_id=StreamId("s.d"), document_id="none")
    with pytest.raises(StoreTrouble, match="not on this computer"):
        cases.population_of(store, nowhere)
