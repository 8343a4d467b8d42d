# SPDX-License-Identifier: MIT
"""Questions about differences: what people left differently without having seen each other, each wording with its
author. How it is settled: storage/acts/settling.py; what a difference is: storage/model/heads.py."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from storage.model.change import Value
from storage.model.record import Record, prose_fields, touchable
from storage.queries.rows import records
from storage.store import Store
from storage.tables import NOUNS
from storage.vault import world

_APART = ("member",)
"""Nouns that are not settled by choosing: a seat is given and taken back by the members' own acts."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One head of a field: the value it left, and who left it."""

    value: Value
    before: Value
    """The value its author had before her eyes; None where there was none."""
    name: str
    """As the roster gives it; empty for nobody known."""
    at: str
    """When, UTC."""
    is_mine: bool
    """Made on this device."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One field of one record that differs."""

    record: Record
    """As it stands, with the heads that settling has to name."""
    field: str
    wordings: tuple[Wording, ...]
    is_prose: bool

    @property
    def stands(self) -> Any:
        """Return what holds until it is settled: the merge of running text, else one of the wordings."""
        return getattr(self.record, self.field)

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from others."""
        return type(self.record).entity, self.record.id, self.field


def clashes(store: Store, stream_id: str = "") -> tuple[Clash, ...]:
    """Return every difference of a stream, or of all streams; in the order of nouns and records."""
    where, values = ("differs > 0 AND stream_id = ?", [stream_id]) if stream_id else ("differs > 0", [])
    found: list[Clash] = []
    for entity, noun in NOUNS.items():
        if entity not in _APART:
            for record in records(store, noun, where, values):
                found += _of(store, record)
    return tuple(found)


def _of(store: Store, record: Record) -> Iterator[Clash]:
    prose = prose_fields(type(record))
    roster = store.tables.roster(record.stream_id)
    for name, _default in touchable(type(record)):
        refs = record.seen.get(name, ())
        if len(refs) < 2:
            continue
        with world(store.folder):
            heads = [each for ref in refs if (each := store.ledger.change(record.stream_id, ref)) is not None]
        if all(each.after[name] == heads[0].after[name] for each in heads):
            continue
        wordings = tuple(
            Wording(
                each.after[name],
                each.before.get(name),
                roster[each.device].name if each.device in roster else "",
                each.at,
                each.device == store.device.id,
            )
            for each in sorted(heads, key=lambda head: (head.tick, head.device, head.seq))
        )
        yield Clash(record, name, wordings, name in prose)
