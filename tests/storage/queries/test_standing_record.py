# SPDX-License-Identifier: MIT
"""A standing record as one: sorted by meaning, inspectors left out, nothing of another authority."""

from storage.acts import levels, people
from storage.queries.standing_record import standing_record, when
from storage.store import Store
from tests.builders import a_letter, a_meeting, a_person, a_recommendation, a_visit, again, an_authority, an_event


def test_a_record_holds_what_is_there_in_order(store: Store) -> None:
    council = an_authority(store)
    an_event(store, an_authority(store, name="Another"), text="Of another.")
    for number in ("R10", "R2"):
        a_recommendation(store, council, number=number)
    for date in ("2018-07-10", "autumn 2017", ""):
        an_event(store, council, date=date)
    a_meeting(store, council)
    a_person(store, council, is_inspector=True)
    a_person(store, council, organisation="Care Inspectorate Wales")
    gone, here = a_person(store, council, display_role="Gone"), a_person(store, council, display_role="Here")
    people.leave(store, gone, "2018")
    visit = a_visit(store, council)
    a_letter(store, visit, "Words.")
    known = standing_record(store, council.id)
    assert known is not None
    assert [each.number for each in known.recommendations] == ["R2", "R10"]
    assert [each.date for each in known.events] == ["", "autumn 2017", "2018-07-10"]
    assert [each.id for each in known.people] == [here.id, gone.id]
    assert len(known.others) == 2
    assert (len(known.meetings), len(known.visits), len(known.letters)) == (1, 1, 1)
    assert known.open == known.recommendations
    assert standing_record(store, "nobody") is None


def test_the_steps_of_the_level_say_what_held_before(store: Store) -> None:
    council = an_authority(store)
    levels.change(store, council, "significant", "Not sustained.", date="2020-03")
    levels.change(store, again(store, council), "early", "Declined.", date="2018-10-08")
    known = standing_record(store, council.id)
    assert known is not None
    assert [(each.before, each.level) for each in known.levels] == [("", "early"), ("early", "significant")]


def test_what_is_no_date_sorts_before_every_date() -> None:
    assert when("soon") == when("") == () < when("1999")


def test_a_number_that_counts_nothing_stands_first(store: Store) -> None:
    council = an_authority(store)
    for number in ("R2", "R²", ""):
        a_recommendation(store, council, number=number)
    known = standing_record(store, council.id)
    assert known is not None
    assert known.recommendations[-1].number == "R2"
