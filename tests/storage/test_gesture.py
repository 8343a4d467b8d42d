# SPDX-License-Identifier: MIT
"""Records become changes: what was seen is what is named, never what happens to stand."""

import pytest

from storage.errors import Refused
from storage.gesture import Gesture, must_be_present, unseen
from storage.model.ids import StreamId
from storage.model.note import Note
from tests.builders import FakeClock, ref

SEEN = Note(
    id="n",
    stream_id=StreamId("s"),
    text="words",
    polarity="weakness",
    seen={"text": (ref("a", 1),), "present": (ref("a", 1), ref("b", 1))},
)


def test_a_new_thing_names_its_fields_that_are_not_as_by_default() -> None:
    gesture = Gesture("notes.write", "ann")
    gesture.add(SEEN)
    [change] = gesture.changes
    assert change.after == {"text": "words", "polarity": "weakness", "present": True}
    assert change.before == {}
    assert set(change.parents) == set(change.after)
    assert not any(change.parents.values())


def test_an_amendment_names_what_was_seen_before_after_and_presence() -> None:
    gesture = Gesture("notes.amend", "ann")
    gesture.amend(SEEN, text="other words", polarity="weakness")
    [change] = gesture.changes
    assert change.after == {"text": "other words", "present": True}
    assert change.before == {"text": "words", "present": True}
    assert change.parents == SEEN.seen


def test_amending_nothing_changes_nothing() -> None:
    gesture = Gesture("notes.amend", "ann")
    gesture.amend(SEEN, text="words")
    gesture.restore(SEEN)
    assert gesture.changes == []


def test_a_list_is_kept_as_a_tuple() -> None:
    gesture = Gesture("x", "ann")
    gesture.amend(SEEN, text=["a", ["b"]])
    assert gesture.changes[0].after["text"] == ("a", ("b",))


def test_withdrawing_and_restoring_touch_presence_alone() -> None:
    gesture = Gesture("notes.withdraw", "ann")
    gesture.withdraw(SEEN)
    assert gesture.changes[0].after == {"present": False}
    assert gesture.changes[0].parents == {"present": SEEN.seen["present"]}


def test_everything_of_one_gesture_bears_its_name_person_and_moment(clock: FakeClock) -> None:
    gesture = Gesture("notes.write", "ann", undoes="g0")
    gesture.add(SEEN)
    clock.step(hours=1)
    gesture.amend(SEEN, text="other")
    one, two = gesture.changes
    assert (one.gesture, one.by, one.at, one.undoes, one.act) == (two.gesture, two.by, two.at, two.undoes, two.act)
    assert Gesture("notes.write", "ann").id != gesture.id


def test_heads_that_somebody_has_not_seen_are_told() -> None:
    assert unseen([ref("a", 1)], [ref("b", 2), ref("a", 1), ref("a", 3)]) == (ref("a", 3), ref("b", 2))


def test_a_withdrawn_thing_is_not_worked_on() -> None:
    must_be_present(SEEN)
    with pytest.raises(Refused, match="withdrawn"):
        must_be_present(Note(id="n", stream_id=StreamId("s"), present=False))
