# SPDX-License-Identifier: MIT
"""Both times of a note are said, and how it came to be."""

from storage.acts import notes
from storage.model.visit import Visit
from storage.store import Store
from tests.builders import FakeClock, a_note, a_store, again, hand_over, join
from ui.notes.belonging import belonging, came_to_be, marks

SAID = "2018-07-10T09:42:00.000Z"


def test_a_note_written_then_says_its_time_once(store: Store, visit: Visit) -> None:
    note = a_note(store, visit, event_at=SAID, captured_at=SAID)
    assert belonging(store, note).count(":42") == 1
    assert came_to_be(note) == "written then"
    assert belonging(store, note).endswith("your note")
    assert marks(note) == ""


def test_a_note_added_later_says_both_times_and_from_where(store: Store, visit: Visit) -> None:
    note = a_note(store, visit, event_at=SAID, captured_at="2018-07-11T17:05:00.000Z", from_memory=True)
    said = belonging(store, note)
    assert ":42, written" in said
    assert came_to_be(note) == "added later, from memory"
    assert marks(note) == "added later, from memory"


def test_another_years_note_says_its_year(store: Store, visit: Visit, clock: FakeClock) -> None:
    note = a_note(store, visit, event_at=SAID, captured_at=SAID)
    assert belonging(store, note).startswith("Tuesday 10 July, ")
    clock.step(days=400)
    assert belonging(store, note).startswith("Tuesday 10 July 2018, ")


def test_an_amendment_after_fieldwork_says_its_reason(store: Store, visit: Visit) -> None:
    from storage.acts import visits

    note = a_note(store, visit)
    visits.move(store, visit, "fieldwork_closed")
    notes.amend(store, note, "Misheard", text="Other")
    assert came_to_be(again(store, note)) == "written then, amended after fieldwork closed"
    assert "reason: Misheard" in belonging(store, again(store, note))


def test_what_was_brought_in_names_who_wrote_it_first(store: Store, visit: Visit) -> None:
    assert belonging(store, a_note(store, visit, source_author="Somebody")).endswith("first written by Somebody")


def test_a_part_of_a_day_is_said_instead_of_a_time(store: Store, visit: Visit) -> None:
    said = belonging(store, a_note(store, visit, event_at=SAID, event_part="morning"))
    assert said.startswith("Tuesday 10 July 2018, morning, written ")


def test_somebody_elses_note_names_its_owner(store: Store, visit: Visit) -> None:
    partner = a_store("Second Inspector")
    join(store, visit.stream_id, partner)
    theirs = a_note(partner, visit)
    hand_over(partner, store, visit.stream_id)
    assert belonging(store, again(store, theirs)).endswith("belongs to Second Inspector")
