# SPDX-License-Identifier: MIT
"""Undo and redo: the last own gesture still on top, turned round. Read from the log, so both live through a restart."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.gesture import Gesture
from storage.model.change import Change, Fields, inverse
from storage.model.record import Record
from storage.queries.rows import records
from storage.store import Store
from storage.tables import NOUNS

_LASTING = ("members.", "letters.seal", "documents.", "concerns.", "ratings.lock", "ratings.open")
"""Acts that are not undone: a seat, a signature, bytes kept, a concern and whom it was told, a rating relied upon."""
_DEPTH = 400
"""How many changes back undo looks."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A gesture that may be undone or redone."""

    gesture: str
    act: str
    """What was done ("notes.write"): the menu says it."""


def undoable(store: Store) -> Turn | None:
    """Return what undo would undo now, or None."""
    done, _ = _stacks(store)
    return next((turn for turn in reversed(done) if _turned(store, turn.gesture) is not None), None)


def redoable(store: Store) -> Turn | None:
    """Return what redo would do again now, or None."""
    _, undone = _stacks(store)
    return undone[-1] if undone and _turned(store, undone[-1].gesture) is not None else None


def undo(store: Store) -> Turn | None:
    """Undo the last own gesture that is still on top; return it, or None when there is none."""
    return _turn(store, undoable(store))


def redo(store: Store) -> Turn | None:
    """Do again what was last undone; return it, or None when there is nothing."""
    return _turn(store, redoable(store))


def _turn(store: Store, turn: Turn | None) -> Turn | None:
    if turn is None:
        return None
    gesture = Gesture(turn.act, store.me, undoes=turn.gesture)
    for record, before, after in _turned(store, turn.gesture) or ():
        gesture.touch(record, before, after, record.seen)
    store.record(*gesture.changes)
    return turn


def _stacks(store: Store) -> tuple[list[Turn], list[Turn]]:
    """Replay own gestures: what stands done, what stands undone, newest last."""
    store.settle()  # half a gesture is not undone
    done: list[Turn] = []
    undone: list[Turn] = []
    for gesture, undoes, act in store.ledger.gestures_by(store.device.id, _DEPTH):
        if act.startswith(_LASTING):
            continue
        turn = Turn(gesture, act)
        if undoes and any(each.gesture == undoes for each in done):
            done = [each for each in done if each.gesture != undoes]
            undone.append(turn)
        elif undoes and any(each.gesture == undoes for each in undone):
            undone = [each for each in undone if each.gesture != undoes]
            done.append(turn)
        elif not undoes:
            done.append(turn)
            undone.clear()
    return done, undone


Turned = tuple[Record, Fields, Fields]


def _turned(store: Store, gesture: str) -> Sequence[Turned] | None:
    """Return each thing of the gesture with (before, after) turned round, or None when anything else lies on top."""
    turned = [_inverse(store, change) for change in reversed(store.ledger.changes(gesture=gesture))]
    return [each for each in turned if each] if turned and all(turned) else None


def _inverse(store: Store, change: Change) -> Turned | None:
    noun = NOUNS.get(change.entity)
    if noun is None:
        return None
    where = "stream_id = ? AND id = ?"
    record = next(iter(records(store, noun, where, (change.stream, change.entity_id))), None)
    if record is None or not all(_is_on_top(store, record, name, change) for name in change.after):
        return None
    before, after = inverse(change)
    return record, before, after


def _is_on_top(store: Store, record: Record, name: str, change: Change) -> bool:
    """Say whether the field still has the value the change left, and nobody else has touched it since."""
    heads = record.seen.get(name, ())
    return (
        len(heads) == 1
        and heads[0].device == store.device.id
        and getattr(record, name) == change.after[name]
        and not _is_sealed(store, record)
    )


def _is_sealed(store: Store, record: Record) -> bool:
    letter_id = record.id if record.entity == "letter" else getattr(record, "letter_id", "")
    return bool(letter_id and store.tables.seals(record.stream_id, letter_id))
