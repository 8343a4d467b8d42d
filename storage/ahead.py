# SPDX-License-Identifier: MIT
"""Rows shown ahead of their log: those of a snapshot, while the changes that they stand on are still coming in.

They are readable and *being checked*; nothing is recorded in their stream meanwhile (own.py). What the log says takes
their place, thing by thing, and at the end nothing stays that no log stands behind (0044). Bytes: sync/snapshot.py.
"""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.ledger import Thing
from storage.logs import known
from storage.model.change import Change, checked
from storage.model.ids import GestureId, StreamId
from storage.model.record import touchable
from storage.parts import Parts, Recorded
from storage.steps import Steps, in_parts, whole
from storage.tables import NOUNS, blank

MARK = "ahead"
"""The mark that names the streams whose rows stand ahead of their log. It speaks of the store's file alone."""
_AT_ONCE = 250
"""Rows put in, or looked at, between two rests: some milliseconds."""
_TYPES: Mapping[type, frozenset[type]] = {
    str: frozenset((str,)),
    bool: frozenset((int, bool)),
    int: frozenset((int,)),
    float: frozenset((float, int)),
    tuple: frozenset((str,)),
}
_GREATEST = 2**63
_REF = r'\["[a-z2-7]{1,64}", [1-9]\d{0,17}\]'
_SOME = rf'\[\[(?:{_REF}(?:, {_REF})*)?\], \["\w+"(?:, "\w+")*\]\]'
_HEADS = re.compile(rf"\[(?:{_SOME}(?:, {_SOME})*)?\]", re.ASCII)
"""Heads as tables.row_of writes them."""
Row = tuple[Any, ...]


def streams(store: Parts) -> list[StreamId]:
    """Return the streams whose rows stand ahead of their log."""
    return [StreamId(each) for each in store.marks.get(MARK, ())]


def must_be_here(store: Parts, stream: str) -> None:
    """Raise Refused while rows stand ahead of their log: a stream is read, and neither written on nor taken out."""
    if stream in streams(store):
        raise Refused(
            N_("This visit is still arriving. You can read it already."),
            N_("Wait until the strip says that all of it is here, then do it again."),
        )


def columns_of(entity: str) -> tuple[str, ...]:
    """Return the columns of a noun's rows as they travel, the identifier first and the stream left out."""
    return ("id", *blank(NOUNS[entity]))


def fitted(entity: str, columns: Mapping[str, Sequence[Any]], stream: str) -> list[Row]:
    """Return rows that somebody sent, column by column, as this version's table has them; none of an unknown noun.

    A column that is unknown here is passed over, one that lacks is blank. Raise ValueError for what no table holds.
    """
    if entity not in NOUNS:
        return []
    count = len(columns["id"])
    blanks = {"id": "", **blank(NOUNS[entity]), "present": 0}
    kinds = _kinds(entity)
    for name in kinds.keys() & columns.keys():
        _must_fit(name, kinds[name], columns[name])
    ours = [columns.get(name) or repeat(blanks[name], count) for name in columns_of(entity)]
    return list(zip(ours[0], repeat(stream, count), *ours[1:], strict=True))


def _kinds(entity: str) -> dict[str, type]:
    kinds = {name: type(default) for name, default in touchable(NOUNS[entity])}
    return {"id": str, **kinds, "heads": str, "differs": int}


def _must_fit(name: str, kind: type, values: Sequence[Any]) -> None:
    """Raise ValueError for a column with anything that the table does not hold: a member may have sent it."""
    if not set(map(type, values)) <= _TYPES[kind]:
        raise ValueError("another type")
    if kind in (int, bool, float) and not all(-_GREATEST <= each < _GREATEST for each in values):
        raise ValueError("too great")  # or no number, which is neither
    if kind is tuple and not all(map(_is_list, {*values})):
        raise ValueError("not a list")
    if name == "heads" and not all(map(_HEADS.fullmatch, values)):
        raise ValueError("not heads")


def _is_list(text: str) -> bool:
    value = checked(json.loads(text))
    if "\\u" in text:  # JSON can spell half a character, which nothing can write down
        json.dumps(value, ensure_ascii=False).encode()
    return isinstance(value, tuple)


def showing(store: Parts, entity: str, rows: Sequence[Row], lengths: Mapping[str, int], news: Recorded) -> Steps[None]:
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
        store.tell(news)
    awaited = store.tables.awaited.setdefault(stream, {})
    awaited |= {(stream, entity, name): count for name, count in lengths.items()}


def _said(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def shown(stream: str, entity: str, name: str) -> Change:
    """Return what tells the screens that things of a noun are there: nobody's change, and kept nowhere."""
    return Change(StreamId(stream), entity, name, {}, {}, {}, "shown", "", "", GestureId(""))


def settling(store: Parts) -> Steps[None]:
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


def _folding(store: Parts, stream: str) -> Steps[None]:
    awaited = store.tables.awaited.pop(stream, None)
    things: list[Thing] = list(store.ledger.things(stream)) if awaited is None else sorted(awaited)
    for at, some in enumerate(in_parts(things, _AT_ONCE)):
        store.tables.fold_many(some, {})
        yield at * _AT_ONCE / (2 * len(things))


def _dropping(store: Parts, stream: str, entity: str) -> Steps[None]:
    asked = f'SELECT id FROM "{entity}" WHERE stream_id = ? AND id > ? ORDER BY id LIMIT {_AT_ONCE}'
    last = ""
    while names := [str(name) for (name,) in store.db.execute(asked, (stream, last)).fetchall()]:
        last, backed = names[-1], known(store.ledger, stream, entity, names)
        bare = [(stream, name) for name in names if name not in backed]
        store.db.conn.executemany(f'DELETE FROM "{entity}" WHERE stream_id = ? AND id = ?', bare)
        yield 0.0


def settle(store: Parts) -> None:
    """Do what `settling` does, now: a sync was cut off, and nothing stays of what it only showed. Raise CannotKeep."""
    whole(settling(store))
