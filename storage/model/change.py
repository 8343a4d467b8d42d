# SPDX-License-Identifier: MIT
"""The heart: one shape of change. A thing went from *before* to *after*; everything else is subtraction.

What a set of changes means is in model/heads.py; how a change is sealed, in envelope.py and sealed.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from math import isfinite
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from storage.model.ids import DeviceId, GestureId, StreamId

Value = str | int | float | bool | None | tuple[Any, ...]
Fields = Mapping[str, Value]


class Ref(NamedTuple):
    """Which change, within its stream: the device that made it and that device's number for it (1, 2, 3 …)."""

    device: DeviceId
    seq: int


Seen = Mapping[str, tuple[Ref, ...]]
"""For each field, the heads that somebody had before her eyes."""

NOTHING_SEEN: Seen = MappingProxyType({})


NOBODY = DeviceId("")
"""The device of a change that `record` has not numbered yet."""


@dataclass(frozen=True, slots=True)
class Change:
    """A thing went from *before* to *after*. Creating, amending, withdrawing and undoing are all this shape."""

    stream: StreamId
    entity: str
    """The noun, lower case and singular: "note"."""
    entity_id: str
    before: Fields
    """The touched fields as their author saw them."""
    after: Fields
    """The same fields as their author left them."""
    parents: Seen
    """For each touched field, the heads its author had before her eyes."""
    act: str
    """The verb: "notes.write"."""
    by: str
    """The person (PersonId); empty before anybody is known to the store."""
    at: str
    """When, UTC (model/clock.stamp). Shown to people; orders nothing."""
    gesture: GestureId
    """What one gesture did is undone together."""
    undoes: str = ""
    """The gesture that this one turns round; empty unless it is an undo."""
    device: DeviceId = NOBODY
    seq: int = 0
    """1, 2, 3 … without gaps per stream and device; 0 until `record` numbers it."""
    tick: int = 0
    """Lamport counter: greater than that of every change its device knew."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """What a newer version wrote beside the fields above: carried, never read."""

    @property
    def ref(self) -> Ref:
        """Return this change's name within its stream."""
        return Ref(self.device, self.seq)


def inverse(change: Change) -> tuple[Fields, Fields]:
    """Return (before, after) of the change turned round.

    A creation turns into a withdrawal, which touches `present` alone: the words stay readable in the history.
    """
    if change.after.get("present") is True and not change.before.get("present"):
        return {"present": True}, {"present": False}
    return dict(change.after), dict(change.before)


_read = json.JSONDecoder().decode
_OWN = tuple(f.name for f in fields(Change) if f.name != "more")
_EVERY = frozenset(_OWN)
_texts, _TEXT = itemgetter("stream", "device", "gesture", "undoes", "entity", "entity_id", "act", "by", "at"), {str}
_GREATEST = 2**63
"""No database counts so far."""
_LONG = 100_000
"""Signs of a text from which on it is written by itself: `json` looks at every sign, twice."""
_ESCAPED = {sign: json.dumps(chr(sign))[1:-1].encode() for sign in (*b'\\"', *range(32))}
"""What JSON must escape (RFC 8259, 7), the backslash first: in what is escaped stand more of them."""
_AS_IT_IS = bytes({*range(256)} - _ESCAPED.keys())


def canonical(change: Change) -> bytes:
    """Return the change as canonical JSON (UTF-8, sorted keys, no spaces): what the commitment covers."""
    plain = {**change.more, **{name: getattr(change, name) for name in _OWN}}
    if any(_is_long(value) for each in (change.before, change.after) for value in each.values()):
        return _in_parts(plain)
    return _json(plain)


def _json(plain: Any) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=dict).encode()


def _in_parts(plain: Mapping[str, Any]) -> bytes:
    """Return what `_json` does, key by key."""
    return b"{%b}" % b",".join(_json(name) + b":" + _part(plain[name]) for name in sorted(plain))


def _part(value: Any) -> bytes:
    if isinstance(value, Mapping):
        return _in_parts(value)
    return _quoted(value) if _is_long(value) else _json(value)


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and len(value) >= _LONG


def _quoted(text: str) -> bytes:
    said = text.encode()
    there = {*said.translate(None, _AS_IT_IS)}
    for sign, escaped in _ESCAPED.items():
        if sign in there:
            said = said.replace(bytes([sign]), escaped)
    return b'"%b"' % said


def read_change(text: bytes | str) -> Change:
    """Return the change that `canonical` wrote. Raise ValueError when it is not one.

    Somebody else may have written it: what no field, row or comparison can hold is no change.
    """
    try:
        words = text if isinstance(text, str) else text.decode()
        plain = _read(words)
        # As a rule it says what this version knows, and nothing more.
        own, plain = (plain, {}) if plain.keys() == _EVERY else ({name: plain.pop(name) for name in _OWN}, plain)
        own["before"], own["after"] = _fields(own["before"]), _fields(own["after"])
        own["parents"] = {
            name: tuple(Ref(DeviceId(str(device)), int(seq)) for device, seq in refs) if refs else ()
            for name, refs in own["parents"].items()
        }
        sound = set(map(type, _texts(own))) == _TEXT and _is_number(own["seq"]) and _is_number(own["tick"])
        if not sound or ("\\u" in words and not _is_text(plain, own)):
            raise ValueError("not a change")
        return Change(**own, more=plain)
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as problem:
        raise ValueError("not a change") from problem


def _is_number(value: object) -> bool:
    return type(value) is int and -_GREATEST <= value < _GREATEST


def _is_text(*plain: Any) -> bool:
    """Say whether all words are text: JSON can spell half a character, which nothing can write down (RFC 8259, 8.2)."""
    json.dumps(plain, ensure_ascii=False, default=dict).encode()  # raises ValueError where one is not
    return True


def _fields(plain: dict[str, Any]) -> dict[str, Value]:
    return {name: value if type(value) is str else checked(value) for name, value in plain.items()}


def checked(value: Any) -> Value:
    """Return what JSON said as a field's value. Raise ValueError for what no field holds."""
    kind = type(value)
    if kind is list:
        return tuple(checked(each) for each in value)
    if kind is dict or (kind is int and not _is_number(value)) or (kind is float and not isfinite(value)):
        raise ValueError("not a value")
    sound: Value = value
    return sound


def frozen(value: Any) -> Value:
    """Return the value with every list as a tuple, as the model holds it."""
    return tuple(frozen(each) for each in value) if isinstance(value, list | tuple) else value
