# SPDX-License-Identifier: MIT
"""Pencil: typing that is not ink yet, as the journal's records say it, and the checkpoint that a clean close leaves.

When it is written, and that it is on the disk, is journal.py's affair.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.journal_file import Entry, Reading
from storage.sealed import Unreadable, packed, unpacked

PENCIL, RUBBED, CHECKPOINT = b"p", b"r", b"."
_MOST = 2**28
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
    """Return the record that says a pencil."""
    return _packed(_said(pencil))


def checkpoint(name: str, left: Sequence[Pencil], held: int) -> bytes:
    """Return the record that ends a journal which was closed: what stands in pencil, and how much is more than that."""
    return _packed({"name": name, "pencils": [_said(each) for each in left], "held": held})


def _said(pencil: Pencil) -> dict[str, Any]:
    said = {"place": pencil.place, "text": pencil.text, "at": pencil.at}
    try:
        return {**said, "about": json.loads(json.dumps(dict(pencil.about)))}
    except (TypeError, ValueError, RecursionError):
        return {**said, "about": {}}  # the words must be kept, whatever stood beside them


def unfinished_in(entries: Sequence[Entry]) -> dict[str, Pencil]:
    """Return what stands in pencil after the records, by place."""
    pencils: dict[str, Pencil] = {}
    for each in entries:
        if each.kind == PENCIL:
            pencil = Pencil(**_plain(each.data))
            pencils[pencil.place] = pencil
        elif each.kind == RUBBED:
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
    return str(_plain(last.data)["name"]) if last and last.kind == CHECKPOINT and not found.torn else ""


def _packed(plain: Mapping[str, Any]) -> bytes:
    said = json.dumps(dict(plain), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return said if len(said) < _WORTH_PACKING else packed(said)


def _plain(data: bytes) -> dict[str, Any]:
    try:
        said = data if data.startswith(b"{") else unpacked(data, _MOST)
        plain: dict[str, Any] = json.loads(said.decode("utf-8", "surrogatepass"))
    except Unreadable as problem:  # it was encrypted by us and opened whole: a bug, not the world
        raise ValueError("not a record of ours") from problem
    return plain
