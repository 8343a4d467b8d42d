# SPDX-License-Identifier: MIT
"""Rows shown ahead of their log: those of a snapshot, while the changes that they stand on are still coming in.

They are readable and *being checked*; nothing is recorded in their stream meanwhile (own.py). What the log says takes
their place, thing by thing, and at the end nothing stays that no log stands behind (0044). Bytes: sync/snapshot.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from storage.ledger import Thing
from storage.logs import known
from storage.model.change import Change, checked
from storage.model.ids import GestureId, StreamId
from storage.model.record import touchable
from storage.steps import Steps, in_parts, whole
from storage.tables import NOUNS, blank

if TYPE_CHECKING:
    from storage.store import Recorded, Store

MARK = "ahead"
"""The mark that names the streams whose rows stand ahead of their log. It speaks of the store's file alone."""
_AT_ONCE = 250
"""Rows put in, or looked at, between two rests: some milliseconds."""
_TYPES: Mapping[type, tuple[type, ...]] = {
    str: (str,),
    bool: (int, bool),
    int: (int,),
    float: (float, int),
    tuple: (str,),
}
_GREATEST = 2**63
_REF = r'\["[a-z2-7]{1,64}", \d{1,18}\]'
_HEADS = re.compile(rf'\[(?:\[\[(?:{_REF}(?:, {_REF})*)?\], \["\w+"(?:, "\w+")*\]\](?:, (?!\]))?)*\]')
"""Heads as tables.row_of writes them."""
Row = tuple[Any, ...]


def streams(store: Store) -> list[StreamId]:
    """Return the streams whose rows stand ahead of their log."""
    return [StreamId(each) for each in store.marks.get(MARK, ())]


def columns_of(entity: str) -> tuple[str, ...]:
    """Return the columns of a noun's rows as they travel, the identifier first and the stream left out."""
    return ("id", *blank(NOUNS[entity]))


def fitted(entity: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], stream: str) -> list[Row]:
    """Return rows that somebody sent as this version's table has them; none for a noun it does not know.

    A column that is unknown here is passed over, one that lacks is blank. Raise ValueError for what no table holds.
    """
    if entity not in NOUNS:
        return []
    ours, theirs = columns_of(entity), list(columns)
    if ours != tuple(theirs):
        defaults = {"id": "", **blank(NOUNS[entity]), "present": 0}
        at = [(theirs.index(name) if name in theirs else -1, defaults[name]) for name in ours]
        rows = [[row[place] if place >= 0 else default for place, default in at] for row in rows]
    must_fit = _Fit(entity)
    for row in rows:
        must_fit(row)
    return [(row[0], stream, *row[1:]) for row in rows]


class _Fit:
    """Looks at one row of a noun after the other: a member may have sent anything."""

    def __init__(self, entity: str) -> None:
        defaults = {"id": "", **dict(touchable(NOUNS[entity])), "heads": "", "differs": 0}
        kinds = [type(defaults[name]) for name in columns_of(entity)]
        self._allowed = [_TYPES[kind] for kind in kinds]
        self._numbers = [at for at, kind in enumerate(kinds) if kind in (int, bool, float)]
        self._tuples = [at for at, kind in enumerate(kinds) if kind is tuple]
        self._heads = columns_of(entity).index("heads")
        self._met = set[tuple[type, ...]]()

    def __call__(self, row: Sequence[Any]) -> None:
        """Raise ValueError for what the table does not hold."""
        kinds = tuple(map(type, row))
        if kinds not in self._met:
            if not all(kind in allowed for kind, allowed in zip(kinds, self._allowed, strict=True)):
                raise ValueError("another type")
            self._met.add(kinds)
        for at in self._numbers:
            if not -_GREATEST <= row[at] < _GREATEST or not isfinite(row[at]):
                raise ValueError("too great")
        for at in self._tuples:
            if row[at] != "[]" and not isinstance(checked(json.loads(row[at])), tuple):
                raise ValueError("not a list")
        if not _HEADS.fullmatch(row[self._heads]):
            raise ValueError("not heads")


def showing(store: Store, entity: str, rows: Sequence[Row], lengths: Mapping[str, int], news: Recorded) -> Steps[None]:
    """Show rows (`fitted`) of a stream of which nothing else is here yet, in small steps. Raise CannotKeep.

    `lengths` says of which things more than one change is to come, and how many: until then the shown row stands.
    Who listens to the store is told `news`.
    """
    stream = str(rows[0][1])
    insert = f'INSERT OR IGNORE INTO "{entity}" ({_said(("id", "stream_id", *columns_of(entity)[1:]))}) VALUES'
    insert += f" ({', '.join('?' * len(rows[0]))})"
    with store.transaction():
        if stream not in streams(store):
            store.marks.keep(MARK, [*streams(store), stream])
        for at, some in enumerate(in_parts(rows, _AT_ONCE)):
            store.db.conn.executemany(insert, some)
            yield at * _AT_ONCE / len(rows)
        store._waiting.append(news)
    awaited = store.tables.awaited.setdefault(stream, {})
    awaited |= {(stream, entity, name): count for name, count in lengths.items()}


def _said(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def shown(stream: str, entity: str, name: str) -> Change:
    """Return what tells the screens that things of a noun are there: nobody's change, and kept nowhere."""
    return Change(StreamId(stream), entity, name, {}, {}, {}, "shown", "", "", GestureId(""))


def settling(store: Store) -> Steps[None]:
    """Let the log alone say what stands, in small steps: fold what waited for the rest of its log, drop what has none.

    Of a stream that was shown before this start everything is folded again. Raise CannotKeep.
    """
    with store.transaction():
        for stream in streams(store):
            yield from _folding(store, stream)
            for at, entity in enumerate(NOUNS):
                for _ in _dropping(store, stream, entity):
                    yield (1 + at / len(NOUNS)) / 2
        store.marks.keep(MARK, [])


def _folding(store: Store, stream: str) -> Steps[None]:
    awaited = store.tables.awaited.pop(stream, None)
    things: list[Thing] = list(store.ledger.things(stream)) if awaited is None else sorted(awaited)
    for at, some in enumerate(in_parts(things, _AT_ONCE)):
        store.tables.fold_many(some, {})
        yield at * _AT_ONCE / (2 * len(things))


def _dropping(store: Store, stream: str, entity: str) -> Steps[None]:
    asked = f'SELECT id FROM "{entity}" WHERE stream_id = ? AND id > ? ORDER BY id LIMIT {_AT_ONCE}'
    last = ""
    while names := [str(name) for (name,) in store.db.execute(asked, (stream, last)).fetchall()]:
        last, backed = names[-1], known(store.ledger, stream, entity, names)
        bare = [(stream, name) for name in names if name not in backed]
        store.db.conn.executemany(f'DELETE FROM "{entity}" WHERE stream_id = ? AND id = ?', bare)
        yield 0.0


def settle(store: Store) -> None:
    """Do what `settling` does, now: a sync was cut off, and nothing stays of what it only showed. Raise CannotKeep."""
    whole(settling(store))
