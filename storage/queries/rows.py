# SPDX-License-Identifier: MIT
"""Rows → records, each with the heads it was read with. Every query of this folder asks through here."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from storage.model.change import Ref, frozen
from storage.model.ids import DeviceId
from storage.model.record import Record, touchable
from storage.store import Store
from storage.vault import world

R = TypeVar("R", bound=Record)


class Heads(Mapping[str, tuple[Ref, ...]]):
    """The heads of a row's fields, read only when an act asks: lists of thousands never do."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: str) -> None:
        """Keep the row's own account of its heads."""
        self._text = text
        self._known: dict[str, tuple[Ref, ...]] | None = None

    def _all(self) -> dict[str, tuple[Ref, ...]]:
        if self._known is None:
            self._known = {
                name: tuple(Ref(DeviceId(device), seq) for device, seq in refs)
                for refs, names in json.loads(self._text)
                for name in names
            }
        return self._known

    def __getitem__(self, name: str) -> tuple[Ref, ...]:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def records(store: Store, noun: type[R], where: str, values: Sequence[Any] = (), order: str = "id") -> tuple[R, ...]:
    """Return the noun's records that satisfy the condition, in order. Raise StoreTrouble when the store is damaged."""
    names, read = _columns(noun)
    with world(store.folder):
        rows = store.db.execute(
            f'SELECT id, stream_id, heads, {names} FROM "{noun.entity}" WHERE {where} ORDER BY {order}', tuple(values)
        ).fetchall()
    return tuple(read(row) for row in rows)


def one(store: Store, noun: type[R], record_id: str) -> R | None:
    """Return the record, withdrawn or not, or None when nothing here has the identifier."""
    return next(iter(records(store, noun, "id = ?", (record_id,), "stream_id")), None)


def heads_within(store: Store, entity: str, column: str, value: str) -> set[Ref]:
    """Return the changes by which the present things of a noun stand whose column has the value, without the things."""
    with world(store.folder):
        rows = store.db.execute(
            f'SELECT DISTINCT heads FROM "{entity}" WHERE present AND "{column}" = ?', (value,)
        ).fetchall()
    return {Ref(DeviceId(device), seq) for (text,) in rows for refs, _names in json.loads(text) for device, seq in refs}


def beneath_others(store: Store, noun: type[Record], gesture: str) -> list[tuple[str, Ref]]:
    """Return (stream, number) of the gesture's changes of the noun that are not plainly on top, as the folded rows say.

    Plainly on top is a change that is its thing's newest, and heads its fields alone. No change is opened for it.
    """
    ref = "'[\"' || mine.device || '\", ' || mine.seq || ']'"
    newest = (
        "NOT EXISTS (SELECT 1 FROM changes AS later INDEXED BY changes_thing WHERE later.stream = mine.stream"
        " AND later.entity = mine.entity AND later.entity_id = mine.entity_id AND later.tick > mine.tick)"
    )
    alone = f"instr(heads, '[[' || {ref} || '], [') AND instr(replace(heads, '[[' || {ref} || '], [', ''), {ref}) = 0"
    with world(store.folder):
        rows = store.db.execute(
            f'SELECT mine.stream, mine.device, mine.seq FROM changes AS mine LEFT JOIN "{noun.entity}" AS thing'
            " ON thing.stream_id = mine.stream AND thing.id = mine.entity_id WHERE mine.gesture = ? AND mine.entity = ?"
            f" AND (thing.id IS NULL OR NOT ({alone}) OR NOT {newest})",
            (gesture, noun.entity),
        ).fetchall()
    return [(stream, Ref(DeviceId(device), seq)) for stream, device, seq in rows]


def letters_of_gesture(store: Store, noun: type[Record], gesture: str) -> list[tuple[str, str]]:
    """Return (stream, letter) of every letter that a gesture's things of the noun are part of, or are."""
    names = {name for name, _default in touchable(noun)}
    if noun.entity != "letter" and "letter_id" not in names:
        return []
    letter = "id" if noun.entity == "letter" else "letter_id"
    with world(store.folder):
        rows = store.db.execute(
            f'SELECT DISTINCT stream_id, {letter} FROM "{noun.entity}" WHERE (stream_id, id) IN'
            " (SELECT stream, entity_id FROM changes WHERE gesture = ? AND entity = ?)",
            (gesture, noun.entity),
        ).fetchall()
    return [(stream, letter_id) for stream, letter_id in rows if letter_id]


def present(store: Store, noun: type[R], column: str, value: str, order: str = "id") -> tuple[R, ...]:
    """Return the noun's present records whose column has the value."""
    return records(store, noun, f'present AND "{column}" = ?', (value,), order)


def _columns(noun: type[R]) -> tuple[str, Callable[[Sequence[Any]], R]]:
    if noun not in _known:
        _known[noun] = _reader(noun)
    return _known[noun]


_known: dict[type[Record], tuple[str, Callable[[Sequence[Any]], Any]]] = {}


def _reader(noun: type[R]) -> tuple[str, Callable[[Sequence[Any]], R]]:
    fields = list(touchable(noun))
    names = ", ".join(f'"{name}"' for name, _ in fields)
    tuples = [name for name, default in fields if isinstance(default, tuple)]
    booleans = [name for name, default in fields if isinstance(default, bool)]
    keys = ["id", "stream_id", "seen", *(name for name, _ in fields)]

    def read(row: Sequence[Any]) -> R:
        values = dict(zip(keys, row, strict=True))
        values["seen"] = Heads(values["seen"])
        for name in tuples:
            text = values[name]
            values[name] = frozen(json.loads(text)) if text != "[]" else ()
        for name in booleans:
            values[name] = bool(values[name])
        return noun(**values)

    return names, read
