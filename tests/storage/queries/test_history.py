# SPDX-License-Identifier: MIT
"""What happened to a thing, what differs, what was set aside."""

from storage.acts import findings, notes
from storage.gesture import Gesture
from storage.queries.history import differences, history, stream_history, value_at
from storage.store import Store
from tests.builders import a_finding, a_letter, a_note, a_store, a_visit, again, hand_over, join


def test_a_things_history_says_who_when_what_was_and_is(store: Store) -> None:
    note = a_note(store, a_visit(store), text="one")
    notes.amend(store, note, text="two")
    first, second = history(store, note)
    assert (first.change.act, second.change.act) == ("notes.write", "notes.amend")
    assert (second.change.before["text"], second.change.after["text"]) == ("one", "two")
    assert second.name == "Practice Inspector"
    assert second.change.at >= first.change.at
    assert not first.set_aside


def test_a_streams_history_holds_everything_in_it_oldest_first(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit)
    assert [entry.change.entity for entry in stream_history(store, visit.stream_id)] == ["member", "visit", "note"]


def test_what_people_left_differently_is_told_until_somebody_settles_it(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    finding = a_finding(store, visit, "one")
    join(store, visit.stream_id, other)
    theirs = again(other, finding)
    findings.amend(store, finding, polarity="strength", direction="improved")
    findings.amend(other, theirs, polarity="neither", direction="improved")
    hand_over(other, store, visit.stream_id)
    [difference] = differences(store, visit.stream_id)
    assert (difference.entity, difference.entity_id, difference.field) == ("finding", finding.id, "polarity")
    assert {(entry.name, value) for entry, value in difference.wordings} == {
        ("Practice Inspector", "strength"),
        ("Second Inspector", "neither"),
    }
    findings.amend(store, again(store, finding), polarity="weakness")
    assert differences(store, visit.stream_id) == ()


def test_what_was_set_aside_is_shown_with_its_reason_and_is_no_difference(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    note = a_note(store, visit, text="one")
    join(store, visit.stream_id, other)
    gesture = Gesture("rogue", other.me)
    gesture.amend(again(other, note), text="not hers to say")
    with other.transaction():
        other.tables.fold(other._append(gesture.changes))
    hand_over(other, store, visit.stream_id)
    *_, last = history(store, note)
    assert last.change.after["text"] == "not hers to say"
    assert "somebody else's note" in last.set_aside
    assert again(store, note).text == "one"
    assert differences(store, visit.stream_id) == ()


def test_a_former_value_is_found_by_its_change(store: Store) -> None:
    note = a_note(store, a_visit(store), text="one")
    [head] = note.seen["text"]
    notes.amend(store, note, text="two")
    assert value_at(store, note, "text", head) == "one"
    assert value_at(store, note, "polarity", again(store, note).seen["text"][0]) is None


def test_nothing_differs_where_everybody_agrees(store: Store) -> None:
    visit = a_visit(store)
    a_letter(store, visit, "One.")
    assert differences(store, visit.stream_id) == ()
