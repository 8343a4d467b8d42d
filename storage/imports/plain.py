# SPDX-License-Identifier: MIT
"""Records out of JSON as exports write them, each field checked. Whole files: visit_json.py, standing_json.py.

Whatever is not as docs/export.md says is refused with the place where it stands, never with what stands there.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from storage.errors import BadFile
from storage.imports.case_json import CHOICES as CASE_CHOICES
from storage.imports.case_json import NUMBERED
from storage.model.authority import LEVELS
from storage.model.challenge import CHALLENGE_KINDS, DECISIONS
from storage.model.change import frozen
from storage.model.clock import read_stamp
from storage.model.comment import COMMENT_KINDS
from storage.model.concern import TIMES as CONCERN_TIMES
from storage.model.handling import HANDLINGS
from storage.model.ids import StreamId
from storage.model.meeting import MEETING_KINDS
from storage.model.point import POINT_KINDS
from storage.model.progress import SAID_BY
from storage.model.provenance import PARTS
from storage.model.record import Record, touchable
from storage.model.rules import ACTION_STATES, FINDING_STATES, LETTER_STATES, RECOMMENDATION_STATES, VISIT_STATES

VISIT_FORMAT, AUTHORITY_FORMAT = "arolwg visit 1", "arolwg authority 1"
"""What a file says it is; the number rises when a reader of docs/export.md would misunderstand."""
R = TypeVar("R", bound=Record)

ID = re.compile(r"[^\s/\\\x00-\x1f\ud800-\udfff]{1,400}")
"""What an identifier may look like."""
_BIGGEST = 2**53
"""What JSON carries exactly."""
_POLARITIES = ("strength", "neutral", "weakness")
_CHOICES: Mapping[tuple[str, str], Collection[str]] = {
    ("visit", "status"): VISIT_STATES,
    ("letter", "status"): LETTER_STATES,
    ("finding", "state"): FINDING_STATES,
    ("finding", "polarity"): _POLARITIES,
    ("note", "polarity"): _POLARITIES,
    ("note", "handling"): ("", *HANDLINGS),
    ("note", "event_part"): ("", *PARTS),
    ("comment", "kind"): COMMENT_KINDS,
    ("point", "kind"): POINT_KINDS,
    ("challenge", "kind"): CHALLENGE_KINDS,
    ("challenge", "decision"): DECISIONS,
    ("authority", "concern_level"): LEVELS,
    ("recommendation", "status"): RECOMMENDATION_STATES,
    ("progress", "said_by"): SAID_BY,
    ("progress", "status"): ("", *RECOMMENDATION_STATES),
    ("action", "status"): ACTION_STATES,
    ("meeting", "kind"): MEETING_KINDS,
    **CASE_CHOICES,
}
"""Fields whose value every screen must know."""
_TIMES = frozenset({"event_at", "captured_at", "sealed_at", "said_at", *CONCERN_TIMES})


class Wrong(Exception):
    """Names the place of a mistake: "notes 3, polarity"."""


def parsed(data: bytes, said: tuple[str, str]) -> Mapping[str, Any]:
    """Return the object that the bytes of a JSON file hold, or an empty one. Raise BadFile, saying `said`, for none."""
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise BadFile(*said) from problem
    return plain if isinstance(plain, dict) else {}


def things(plain: Mapping[str, Any], name: str, place: str = "") -> Iterable[tuple[str, Any]]:
    """Yield (place, thing) of a list; a list that is missing is empty. Raise Wrong."""
    found = plain.get(name, [])
    if not isinstance(found, list):
        raise Wrong(name)
    for number, thing in enumerate(found, 1):
        yield f"{place}{name} {number}", thing


def record_at(noun: type[R], plain: Any, place: str) -> R:
    """Return the record that stands at a place. Raise Wrong."""
    if not isinstance(plain, dict):
        raise Wrong(place)
    names = (plain.get("id"), plain.get("stream"))
    if not all(isinstance(name, str) and ID.fullmatch(name) for name in names):
        raise Wrong(f"{place}, id")
    values = {
        name: _value(noun.entity, name, plain[name], default, f"{place}, {name}")
        for name, default in touchable(noun)
        if name in plain
    }
    return noun(**{**values, "id": names[0], "stream_id": StreamId(str(names[1])), "present": True})


def _value(entity: str, name: str, given: Any, default: Any, place: str) -> Any:
    value = frozen(given)
    fits = type(value) is type(default) or (isinstance(default, float) and type(value) is int)
    if not fits or not _is_sound(value, (entity, name) in NUMBERED):
        raise Wrong(place)
    if (entity, name) in _CHOICES and str(value) not in _CHOICES[entity, name]:
        raise Wrong(place)
    if name in _TIMES and value:
        try:
            read_stamp(str(value))
        except ValueError as problem:
            raise Wrong(place) from problem
    return value


def _is_sound(value: Any, is_numbered: bool = False) -> bool:
    """Say whether a store can keep the value: whole characters, numbers that JSON carries, lists of texts."""
    if isinstance(value, tuple):
        inside = str | tuple | int if is_numbered else str | tuple
        return all(isinstance(each, inside) and _is_sound(each, is_numbered) for each in value)
    if isinstance(value, str):
        return not any("\ud800" <= each <= "\udfff" for each in value)
    return isinstance(value, bool) or abs(value) < _BIGGEST


def text_at(plain: Any, name: str, place: str) -> str:
    """Return a text of an object, empty where it is not there. Raise Wrong."""
    value = plain.get(name, "") if isinstance(plain, dict) else None
    if not isinstance(value, str) or not _is_sound(value):
        raise Wrong(f"{place}, {name}")
    return value
