# SPDX-License-Identifier: MIT
"""What every noun shares: its identifier, its stream, whether it is present, and the heads it was read with.

Fields are str, int, float, bool, or a tuple kept as JSON, nothing else (HOUSE.md, "Two kinds of table").
"""

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from storage.model.change import NOTHING_SEEN, Seen, Value
from storage.model.ids import StreamId


def prose(default: str = "") -> Any:
    """Declare a field of running text: concurrent wordings are merged word by word."""
    return field(default=default, metadata={"prose": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing, as it stands."""

    entity: ClassVar[str]
    id: str
    stream_id: StreamId
    present: bool = True
    """False once withdrawn: hidden from the lists, never gone from the log."""
    seen: Seen = field(default_factory=lambda: NOTHING_SEEN, compare=False, repr=False)
    """The heads of each field, to be handed to the act that amends it."""


_FRAME = ("id", "stream_id", "seen")


def touchable(noun: type[Record]) -> tuple[tuple[str, Any], ...]:
    """Return (name, default) for each field of the noun that changes may touch, `present` included."""
    if noun not in _touchable:  # the fold asks for every thing again
        _touchable[noun] = tuple((each.name, each.default) for each in fields(noun) if each.name not in _FRAME)
    return _touchable[noun]


_touchable: dict[type[Record], tuple[tuple[str, Any], ...]] = {}
_prose: dict[type[Record], frozenset[str]] = {}


def prose_fields(noun: type[Record]) -> frozenset[str]:
    """Return the names of the noun's fields of running text."""
    if noun not in _prose:
        _prose[noun] = frozenset(each.name for each in fields(noun) if each.metadata.get("prose"))
    return _prose[noun]


def contents(record: Record) -> dict[str, Value]:
    """Return the record's touchable fields and their values."""
    return {name: getattr(record, name) for name, _ in touchable(type(record))}
