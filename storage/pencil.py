# SPDX-License-Identifier: MIT
"""Pencil: typing that is not ink yet, as the journal's records say it, and the checkpoint that a clean close leaves.

When it is written, and that it is on the disk, is journal.py's affair.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.journal_file import Entry, Reading
from storage.sealed import Unreadable, packed, unpacked

PENCIL, RUBBED, CHECKPOINT = b"p", b"r", b"."
_MOST = 2**28
_LENGTH = struct.Struct(">I")
_ZSTD = b"\x28\xb5\x2f\xfd"
"""How compressed bytes begin (RFC 8878); no length does."""
_WORTH_PACKING = 4096
"""Bytes from which on a record is compressed: for less, the time is worth more than the room."""


@dataclass(frozen=True, slots=True)
class Pencil:
    """Typing that is not ink yet."""

    place: str
    """Where it stands: "note:" and an identifier, or whatever the editor finds it again by."""
    text: str = field(repr=False)
    about: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """What else the editor needs to go on: heads seen, session, areas (JSON)."""
    at: str = ""
    """When it was handed over, UTC (model/clock.stamp)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """On the disk, whatever happens next."""

    place: str
    at: str
    """The pencil's own time: all that was typed there until then is kept."""
    is_ink: bool = False
    """The pencil was rubbed out, and the ink that replaced it is on the disk."""


def written(pencil: Pencil) -> bytes:
    """Return the record that says a pencil: length of what stands beside the words, that as JSON, the words."""
    # The words themselves are no JSON: making it of a pasted book would hold up the thread that draws the screen.
    beside = json.dumps({**_said(pencil), "text": ""}).encode()
    record = _LENGTH.pack(len(beside)) + beside + pencil.text.encode("utf-8", "surrogatepass")
    return record if len(record) < _WORTH_PACKING else packed(record)


def checkpoint(name: str, left: Sequence[Pencil], held: int) -> bytes:
    """Return the record that ends a journal which was closed: what stands in pencil, and how much is more than that."""
    return packed(json.dumps({"name": name, "pencils": [_said(each) for each in left], "held": held}).encode())


def _said(pencil: Pencil) -> dict[str, Any]:
    said = {"place": pencil.place, "text": pencil.text, "at": pencil.at}
    try:
        return {**said, "about": json.loads(json.dumps(dict(pencil.about)))}
    except (TypeError, ValueError, RecursionError):
        return {**said, "about": {}}  # the words must be kept, whatever stood beside them


def unfinished_in(entries: Sequence[Entry]) -> dict[str, Pencil]:
    """Return what stands in pencil after the records, by place.

    A power cut may leave a later record of one flush and not an earlier one: words that stood before a gap are not
    rubbed out by what stands after it, since the ink they became may be what is missing.
    """
    pencils: dict[str, Pencil] = {}
    sheltered: set[str] = set()
    newest = 0
    for each in entries:
        if each.number > newest + 1 and newest:
            sheltered |= set(pencils)
        newest = each.number
        if each.kind == PENCIL:
            pencil = _pencil(each.data)
            pencils[pencil.place] = pencil
            sheltered.discard(pencil.place)
        elif each.kind == RUBBED and each.data.decode() not in sheltered:
            pencils.pop(each.data.decode(), None)
        elif each.kind == CHECKPOINT:
            pencils |= {plain["place"]: Pencil(**plain) for plain in _plain(each.data)["pencils"]}
    return pencils


def ink_in(entries: Sequence[Entry]) -> int:
    """Return how many bytes of the records are more than pencil."""
    if len(entries) == 1 and entries[0].kind == CHECKPOINT:
        return int(_plain(entries[0].data)["held"])
    return sum(len(each.data) for each in entries if each.kind not in (PENCIL, RUBBED, CHECKPOINT))


def checkpoint_of(found: Reading) -> str:
    """Return the name of the checkpoint that the file ends with; empty when it ends otherwise."""
    last = found.entries[-1] if found.entries else None
    if last is None or last.kind != CHECKPOINT or found.torn:
        return ""
    try:
        return str(_plain(last.data)["name"])
    except (ValueError, KeyError, TypeError):
        # Not ours to understand: then it was not closed as we close, and all of it is read.
        return ""


def _pencil(data: bytes) -> Pencil:
    record = _unpacked(data) if data.startswith(_ZSTD) else data
    (length,) = _LENGTH.unpack_from(record)
    beside = json.loads(record[_LENGTH.size : _LENGTH.size + length])
    return Pencil(**{**beside, "text": record[_LENGTH.size + length :].decode("utf-8", "surrogatepass")})


def _plain(data: bytes) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(_unpacked(data))
    return plain


def _unpacked(data: bytes) -> bytes:
    try:
        return unpacked(data, _MOST)
    except Unreadable as problem:  # it was encrypted by us and opened whole: a bug, not the world
        raise ValueError("not a record of ours") from problem
