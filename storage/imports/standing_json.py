# SPDX-License-Identifier: MIT
"""Reads an authority's record from the JSON that reports/exports/authority.py writes, or from an exported visit's.

The form: docs/export.md. Nothing is recorded here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resources.language import N_
from storage.errors import BadFile
from storage.imports.files import read_at_most
from storage.imports.plain import AUTHORITY_FORMAT, VISIT_FORMAT, Wrong, parsed, record_at, things
from storage.model.action import Action
from storage.model.authority import Authority
from storage.model.event import Event
from storage.model.meeting import Meeting
from storage.model.person import Person
from storage.model.progress import Progress
from storage.model.recommendation import Recommendation
from storage.model.visit import Visit

MOST_BYTES = 300 * 1024 * 1024
"""Of a file: a visit's takes its attachments along."""
Standing = Person | Recommendation | Progress | Action | Meeting | Event | Visit
LISTS: Mapping[str, type[Standing]] = {
    "people": Person,
    "recommendations": Recommendation,
    "progress": Progress,
    "actions": Action,
    "meetings": Meeting,
    "events": Event,
    "past_visits": Visit,
}
"""List of the file → what stands in it: what is referred to before what refers to it."""
CHOOSE = N_("Choose the .json file of an exported authority or visit.")


@dataclass(frozen=True, slots=True)
class ReadAuthority:
    """An authority's record as the file has it: identifiers and streams are those of the store it came from."""

    authority: Authority
    standing: tuple[Standing, ...] = ()


def read_authority_file(path: Path) -> ReadAuthority:
    """Read an authority's record from a file. Raise BadFile when it cannot be read, is too big or holds none."""
    return read_authority(read_at_most(path, MOST_BYTES))


def read_authority(data: bytes) -> ReadAuthority:
    """Return the record that the bytes hold. Raise BadFile, which names the place of the first mistake."""
    return authority_from(parsed(data, (N_("This is no JSON file."), CHOOSE)))


def is_authority(plain: Mapping[str, Any]) -> bool:
    """Say whether a file's object is an exported authority, of this version or a newer one."""
    return str(plain.get("format", "")).startswith("arolwg authority ")


def authority_from(plain: Mapping[str, Any]) -> ReadAuthority:
    """Return the record that a file's object holds. Raise BadFile as `read_authority` does."""
    form = plain.get("format")
    if form not in (AUTHORITY_FORMAT, VISIT_FORMAT):
        newer = isinstance(form, str) and form.startswith(("arolwg authority ", "arolwg visit "))
        raise BadFile(
            N_("This file was exported by a newer Arolwg.")
            if newer
            else N_("This JSON file is neither an exported authority nor an exported visit."),
            CHOOSE,
        )
    if form == VISIT_FORMAT and plain.get("authority") is None:
        raise BadFile(N_("This visit was exported without its authority."), CHOOSE)
    try:
        council = record_at(Authority, plain.get("authority"), "authority")
        return ReadAuthority(council, standing_in(plain, council))
    except Wrong as wrong:
        raise BadFile(
            N_("The exported record is damaged or was altered: {place} is not as it should be."),
            N_("Nothing was brought in. Export it again where it came from."),
            place=wrong,
        ) from wrong


def standing_in(plain: Mapping[str, Any], council: Authority) -> tuple[Standing, ...]:
    """Return what an export holds of its authority between visits; nothing where that was not here. Raise Wrong."""
    there = plain.get("standing")
    if there is None:
        return ()
    if not isinstance(there, dict):
        raise Wrong("standing")
    found: list[Standing] = []
    for name, noun in LISTS.items():
        for at, each in things(there, name, "standing, "):
            found.append(_of(record_at(noun, each, at), council, at))
    if len({each.id for each in found}) != len(found):
        raise Wrong("standing")
    return tuple(found)


def _of(each: Standing, council: Authority, place: str) -> Standing:
    if not isinstance(each, Person) and each.authority_id != council.id:
        raise Wrong(f"{place}, authority_id")
    return each
