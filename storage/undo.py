# SPDX-License-Identifier: MIT
"""Undo and redo: the last own gesture still on top, turned round. Read from the log, so both live through a restart."""

from dataclasses import dataclass

from storage.gesture import Gesture
from storage.model.change import Change, Fields, inverse
from storage.model.ids import StreamId
from storage.model.record import Record
from storage.queries.rows import beneath_others, letters_of_gesture, records
from storage.steps import Steps, in_parts, whole
from storage.store import Store
from storage.tables import NOUNS

_LASTING = (
    *("members.", "letters.seal", "letters.countersign", "documents.", "concerns.", "ratings.lock", "ratings.open"),
    "retention.",
)
"""Acts that are not undone: a seat, a signature, bytes kept, a concern and whom it was told, a rating relied upon."""
_DEPTH = 400
"""How many changes back undo looks."""
_STEP = 10
"""Changes turned round between two rests."""
_FEW = 12
"""Changes of a gesture that are opened to see whether it may be turned round; of more, the heads are asked."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A gesture that may be undone or redone."""

    gesture: str
    act: str
    """What was done ("notes.write"): the menu says it."""


def undoable(store: Store) -> Turn | None:
    """Return what undo would undo now, or None."""
    done, _ = _stacks(store)
    return next((turn for turn in reversed(done) if _may_turn(store, turn.gesture)), None)


def redoable(store: Store) -> Turn | None:
    """Return what redo would do again now, or None."""
    _, undone = _stacks(store)
    return undone[-1] if undone and _may_turn(store, undone[-1].gesture) else None


def undo(store: Store) -> Turn | None:
    """Undo the last own gesture that is still on top; return it, or None when there is none."""
    return whole(undoing(store))


def redo(store: Store) -> Turn | None:
    """Do again what was last undone; return it, or None when there is nothing."""
    return whole(redoing(store))


def undoing(store: Store) -> Steps[Turn | None]:
    """Undo in small steps: a gesture may have brought in thousands of notes."""
    return (yield from _turning(store, undoable(store)))


def redoing(store: Store) -> Steps[Turn | None]:
    """Do again in small steps."""
    return (yield from _turning(store, redoable(store)))


def _turning(store: Store, turn: Turn | None) -> Steps[Turn | None]:
    if turn is None:
        return None
    gesture = Gesture(turn.act, store.me, undoes=turn.gesture)
    changes = store.ledger.gesture(turn.gesture)
    for part in in_parts(changes[::-1], _STEP):
        for (stream, _entity, _id), ref, _newest in part:
            change = store.ledger.change(stream, ref)
            turned = _inverse(store, change) if change else None
            if turned is not None:
                record, before, after = turned
                gesture.touch(record, before, after, record.seen)
        yield 0.0
    yield from store.recording(*gesture.changes)
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


def _may_turn(store: Store, gesture: str) -> bool:
    """Say whether nothing lies on top of any change of the gesture, and none belongs to a sealed letter.

    A change that is the newest of its thing, and heads its fields alone, is on top: that is asked of all at once.
    Only where it is not so must it be opened, to see whether what came later touched other fields.
    """
    changes = store.ledger.gesture(gesture)
    if len(changes) <= _FEW:
        # Opened and read each: a field that only a newer version knows cannot be seen from outside.
        opened = [store.ledger.change(stream, ref) for (stream, _entity, _id), ref, _newest in changes]
        turned = [_inverse(store, change) if change else None for change in opened]
        return bool(turned) and all(each is not None and not _is_sealed(store, each[0]) for each in turned)
    nouns = [NOUNS.get(entity) for entity in dict.fromkeys(thing[1] for thing, _ref, _newest in changes)]
    for noun in nouns:
        if noun is None or any(
            store.tables.seals(StreamId(s), each) for s, each in letters_of_gesture(store, noun, gesture)
        ):
            return False
        for stream, ref in beneath_others(store, noun, gesture):
            change = store.ledger.change(stream, ref)
            if change is None or _inverse(store, change) is None:
                return False
    return bool(changes)


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
    return len(heads) == 1 and heads[0].device == store.device.id and getattr(record, name) == change.after[name]


def _is_sealed(store: Store, record: Record) -> bool:
    letter_id = record.id if record.entity == "letter" else getattr(record, "letter_id", "")
    return bool(letter_id and store.tables.seals(record.stream_id, letter_id))
