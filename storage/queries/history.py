# SPDX-License-Identifier: MIT
"""Questions about the log: what happened to a thing, who, when, was, now; what differs; what was set aside."""

from dataclasses import dataclass
from typing import Any

from storage.law import REASONS
from storage.model.change import Change, Ref
from storage.model.heads import heads_of
from storage.model.record import Record
from storage.store import Store
from storage.tables import NOUNS
from storage.vault import world


@dataclass(frozen=True, slots=True)
class Entry:
    """One change in a thing's history."""

    change: Change
    name: str
    """The name of the person who made it, as the roster gives it."""
    set_aside: str = ""
    """Why it was set aside (law.REASONS), or empty."""


def history(store: Store, record: Record) -> tuple[Entry, ...]:
    """Return everything that was done to a thing, oldest first, what was set aside included."""
    with world(store.folder):
        changes = store.ledger.changes(stream=record.stream_id, entity=type(record).entity, entity_id=record.id)
        return tuple(_entry(store, change) for change in changes)


def stream_history(store: Store, stream_id: str) -> tuple[Entry, ...]:
    """Return everything that was done in a stream, oldest first."""
    with world(store.folder):
        return tuple(_entry(store, change) for change in store.ledger.changes(stream=stream_id))


def _entry(store: Store, change: Change) -> Entry:
    seat = store.tables.roster(change.stream).get(change.device)
    reason = store.tables.set_aside(change)
    return Entry(change, seat.name if seat else "", REASONS[reason] if reason else "")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that people left differently without having seen each other."""

    entity: str
    entity_id: str
    field: str
    wordings: tuple[tuple[Entry, Any], ...]
    """Each head, and the value it left."""


def differences(store: Store, stream_id: str) -> tuple[Difference, ...]:
    """Return every field of a stream with more than one wording."""
    found: list[Difference] = []
    with world(store.folder):
        for entity in NOUNS:
            rows = store.db.execute(f'SELECT id FROM "{entity}" WHERE stream_id = ? AND differs > 0', (stream_id,))
            for (entity_id,) in rows.fetchall():
                found += _differences_of(store, stream_id, entity, entity_id)
    return tuple(found)


def _differences_of(store: Store, stream_id: str, entity: str, entity_id: str) -> list[Difference]:
    changes = store.ledger.changes(stream=stream_id, entity=entity, entity_id=entity_id)
    lawful = [change for change in changes if not store.tables.set_aside(change)]
    found = []
    for name in sorted({name for change in lawful for name in change.after}):
        heads = heads_of(name, [change for change in lawful if name in change.after])
        if any(change.after[name] != heads[0].after[name] for change in heads):
            wordings = tuple((_entry(store, change), change.after[name]) for change in heads)
            found.append(Difference(entity, entity_id, name, wordings))
    return found


def value_at(store: Store, record: Record, field: str, ref: Ref) -> Any:
    """Return the field's value as the change left it, or None when that change did not touch it."""
    changes = store.ledger.changes(stream=record.stream_id, entity=type(record).entity, entity_id=record.id)
    return next((change.after.get(field) for change in changes if change.ref == ref), None)
