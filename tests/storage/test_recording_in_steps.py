# SPDX-License-Identifier: MIT
"""Recording in steps: one transaction, the same outcome as at once, and nobody is overtaken by it."""

from pathlib import Path

import pytest

from storage import undo
from storage.acts import notes
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.change import Change
from storage.model.ids import new_note
from storage.model.note import Note
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.steps import whole
from storage.store import Recorded, Store, create, open_store
from tests.builders import PASSPHRASE, a_note, a_visit


def _many(store: Store, visit: Visit, count: int = 45) -> tuple[Change, ...]:
    gesture = Gesture("notes.write", store.me)
    for number in range(count):
        fields = {"visit_id": visit.id, "author": store.me, "text": f"Note {number} of many."}
        gesture.add(Note(id=new_note(store.device.id), stream_id=visit.stream_id, **fields))
    return tuple(gesture.changes)


def test_the_steps_keep_what_recording_at_once_keeps_and_tell_it_once(store: Store) -> None:
    visit = a_visit(store)
    heard: list[Recorded] = []
    store.listen(heard.append)
    steps, parts = store.recording(*_many(store, visit)), list[float]()
    while True:
        try:
            parts.append(next(steps))
            assert heard == []
        except StopIteration as end:
            kept = end.value
            break
    assert len(parts) > 10
    assert parts == sorted(parts)
    assert (parts[0] >= 0.0, parts[-1] < 1.0) == (True, True)
    assert [each.changes for each in heard] == [kept]
    assert {each.text for each in notes_of_visit(store, visit.id)} == {f"Note {at} of many." for at in range(45)}
    before = {each.id: each for each in notes_of_visit(store, visit.id)}
    store.refold()
    assert {each.id: each for each in notes_of_visit(store, visit.id)} == before


def test_steps_that_are_given_up_keep_nothing(store: Store) -> None:
    visit = a_visit(store)
    steps = store.recording(*_many(store, visit))
    for _ in range(8):
        next(steps)
    steps.close()
    assert notes_of_visit(store, visit.id) == ()
    a_note(store, visit)
    assert len(notes_of_visit(store, visit.id)) == 1


def test_who_records_meanwhile_comes_after_it_and_both_are_kept(store: Store) -> None:
    visit = a_visit(store)
    heard: list[int] = []
    store.listen(lambda recorded: heard.append(len(recorded.changes)))
    steps = store.recording(*_many(store, visit))
    next(steps)
    a_note(store, visit, "In between.")
    assert heard == [45, 1]
    assert len(whole(steps)) == 45
    assert len(notes_of_visit(store, visit.id)) == 46


def test_who_undoes_meanwhile_undoes_the_whole(store: Store) -> None:
    visit = a_visit(store)
    steps = store.recording(*_many(store, visit))
    next(steps)
    assert undo.undo(store) is not None
    whole(steps)
    assert notes_of_visit(store, visit.id) == ()


def test_what_the_law_refuses_is_refused_in_steps_too_and_whoever_came_between_goes_on(store: Store) -> None:
    visit = a_visit(store)
    theirs = Gesture("notes.write", store.me)
    theirs.add(Note(id=new_note("ff" * 16), stream_id=visit.stream_id, visit_id=visit.id, author="somebody"))  # type: ignore[arg-type]
    with pytest.raises(Refused):
        whole(store.recording(*_many(store, visit), *theirs.changes))
    steps = store.recording(*_many(store, visit), *theirs.changes)
    next(steps)
    notes.write(store, visit, "In between.")
    with pytest.raises(Refused):
        whole(steps)
    assert [each.text for each in notes_of_visit(store, visit.id)] == ["In between."]


def test_a_store_that_is_closed_meanwhile_keeps_it_first(tmp_path: Path) -> None:
    store, _code = create(tmp_path / "store", PASSPHRASE)
    from storage.acts import members

    members.introduce(store, "Practice Inspector")
    visit = a_visit(store)
    steps = store.recording(*_many(store, visit))
    next(steps)
    store.close()
    again = open_store(tmp_path / "store", PASSPHRASE)
    assert len(notes_of_visit(again, visit.id)) == 45
    again.close()


def test_nothing_is_recorded_in_no_step(store: Store) -> None:
    assert list(store.recording()) == []
