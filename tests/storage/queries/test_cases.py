# SPDX-License-Identifier: MIT
"""Cases in the order of their numbers, how far each reader is, and the notes that name a case however it is written."""

from storage.acts import cases
from storage.queries.cases import (
    case_id,
    cases_of_visit,
    list_of_visit,
    lists_of_visit,
    note_counts,
    notes_of_case,
    readings,
)
from storage.store import Store
from tests.builders import a_note, a_visit
from tests.case_lists import a_list


def test_cases_stand_by_number(store: Store) -> None:
    visit = a_visit(store)
    for number in (12, 3, 101):
        cases.add(store, visit, number, "tracked")
    assert [each.pseudonym for each in cases_of_visit(store, visit.id)] == ["CASE-03", "CASE-12", "CASE-101"]
    assert case_id(visit.id, "Case 3") == case_id(visit.id, "CASE-03")


def test_how_far_each_reader_is(store: Store) -> None:
    visit = a_visit(store)
    for number in range(1, 6):
        cases.add(store, visit, number, "tracked")
    one, two, *_rest = cases_of_visit(store, visit.id)
    cases.move(store, one, "read")
    cases.move(store, two, "reading")
    mine, nobodys = readings(cases_of_visit(store, visit.id))
    assert (mine.reader, mine.total, mine.read, mine.reading) == (store.me, 2, 1, 1)
    assert (nobodys.reader, nobodys.total, nobodys.read) == ("", 3, 0)


def test_notes_are_found_by_the_case_they_name(store: Store) -> None:
    visit = a_visit(store)
    first = a_note(store, visit, case_ref="Case 07", event_at="2018-07-10T09:00:00.000Z")
    second = a_note(store, visit, case_ref="CASE-7", event_at="2018-07-10T10:00:00.000Z")
    a_note(store, visit, case_ref="the boy in the red house")
    a_note(store, visit)

    assert note_counts(store, visit.id) == {7: 2}
    assert [each.id for each in notes_of_case(store, visit.id, 7)] == [first.id, second.id]
    assert notes_of_case(store, visit.id, 8) == ()


def test_the_newest_list_is_the_visits_list(store: Store) -> None:
    visit = a_visit(store)
    assert list_of_visit(store, visit.id) is None
    assert a_list(store, visit) == list_of_visit(store, visit.id) == lists_of_visit(store, visit.id)[0]
