# SPDX-License-Identifier: MIT
"""Reads a whole visit from the JSON that reports/exports/visit.py writes (docs/export.md). Nothing is recorded here.

Whatever is not as the page says is refused with the place where it stands, never with what stands there.
"""

import json
import re
from base64 import b64decode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from resources.language import N_
from storage.errors import BadFile
from storage.imports.case_json import CHOICES as CASE_CHOICES
from storage.imports.case_json import NUMBERED, wrong_field
from storage.model.authority import Authority
from storage.model.case import Case, CaseList
from storage.model.case_review import CaseReview
from storage.model.challenge import CHALLENGE_KINDS, DECISIONS, Challenge
from storage.model.change import frozen
from storage.model.clock import read_stamp
from storage.model.comment import COMMENT_KINDS, Comment
from storage.model.concern import TIMES as CONCERN_TIMES
from storage.model.concern import Concern
from storage.model.document import Document
from storage.model.edition import Edition, rubric_in
from storage.model.enclosure import Enclosure
from storage.model.finding import Finding
from storage.model.handling import HANDLINGS
from storage.model.ids import StreamId
from storage.model.kept_wording import KeptWording, is_whole
from storage.model.letter import Letter, Paragraph, Section, Sentence
from storage.model.link import Link
from storage.model.note import Note
from storage.model.point import POINT_KINDS, Point
from storage.model.provenance import PARTS
from storage.model.record import Record, touchable
from storage.model.rules import FINDING_STATES, LETTER_STATES, VISIT_STATES
from storage.model.sample import Sample
from storage.model.session import Session
from storage.model.visit import Visit

FORMAT = "arolwg visit 1"
MOST_BYTES = 300 * 1024 * 1024
"""Of a file: attachments are in it."""

R = TypeVar("R", bound=Record)
Piece = Letter | Section | Paragraph | Sentence | Enclosure

_ID = re.compile(r"[^\s/\\\x00-\x1f\ud800-\udfff]{1,400}")
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
    **CASE_CHOICES,
}
"""Fields whose value every screen must know."""
_OF_CASES: Mapping[str, type[CaseList] | type[Case] | type[Sample] | type[CaseReview]] = {
    "case_lists": CaseList,
    "cases": Case,
    "samples": Sample,
    "case_reviews": CaseReview,
}
"""List of the file → what stands in it."""
_TIMES = frozenset({"event_at", "captured_at", "sealed_at", "said_at", *CONCERN_TIMES})
_AMENDMENT = ("at", "by", "field", "before", "after", "reason")


@dataclass(frozen=True, slots=True)
class Inspector:
    """Somebody of the visit, as the file names her."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ReadVisit:
    """A visit as the file has it: identifiers and streams are those of the store it came from."""

    authority: Authority | None
    visit: Visit
    inspectors: tuple[Inspector, ...]
    sessions: tuple[Session, ...]
    notes: tuple[Note, ...]
    comments: tuple[Comment, ...]
    """To notes, and remarks on letters."""
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    letters: tuple[Piece, ...]
    """Every piece of every letter, a whole before its parts."""
    documents: tuple[tuple[Document, bytes], ...]
    editions: tuple[Edition, ...] = ()
    """Of the frameworks that were loaded for it."""
    concerns: tuple[Concern, ...] = ()
    points: tuple[Point, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    """What the authority said to drafts."""
    wordings: tuple[KeptWording, ...] = ()
    """What the letters were drafted with."""
    cases: tuple[CaseList | Case | Sample | CaseReview, ...] = ()
    """Lists of cases, the cases that are read, samples, reviews: a whole before its parts."""


def read_visit_file(path: Path) -> ReadVisit:
    """Read a visit from a file. Raise BadFile when it cannot be read, is too big or is no visit."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(N_("The file is larger than {limit} MB."), "", limit=MOST_BYTES // 1024**2)
        return read_visit(path.read_bytes())
    except OSError as problem:
        raise BadFile(N_("The file cannot be read."), N_("Look whether it is still there.")) from problem


def read_visit(data: bytes) -> ReadVisit:
    """Return the visit that the bytes hold. Raise BadFile, which names the place of the first mistake."""
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise BadFile(N_("This is no JSON file."), N_("Choose the .json file of an exported visit.")) from problem
    form = plain.get("format") if isinstance(plain, dict) else None
    if form != FORMAT:
        newer = isinstance(form, str) and form.startswith("arolwg visit ")
        raise BadFile(
            N_("This visit was exported by a newer Arolwg.") if newer else N_("This JSON file is no exported visit."),
            N_("Choose the .json file of an exported visit."),
        )
    try:
        return _checked(_visit(plain))
    except _Wrong as wrong:
        raise BadFile(
            N_("The exported visit is damaged or was altered: {place} is not as it should be."),
            N_("Nothing was brought in. Export it again where it came from."),
            place=wrong,
        ) from wrong


class _Wrong(Exception):
    """Names the place of a mistake: "notes 3, polarity"."""


def _visit(plain: Mapping[str, Any]) -> ReadVisit:
    letters: list[Piece] = []
    for at, letter in _each(plain, "letters"):
        letters += _letter(letter, at)
    there = plain.get("authority")
    return ReadVisit(
        authority=None if there is None else _record(Authority, there, "authority"),
        visit=_record(Visit, plain.get("visit"), "visit"),
        inspectors=tuple(_inspector(each, at) for at, each in _each(plain, "inspectors")),
        sessions=tuple(_record(Session, each, at) for at, each in _each(plain, "sessions")),
        notes=tuple(_note(each, at) for at, each in _each(plain, "notes")),
        comments=tuple(
            _record(Comment, each, at) for name in ("comments", "remarks") for at, each in _each(plain, name)
        ),
        challenges=tuple(_record(Challenge, each, at) for at, each in _each(plain, "challenges")),
        wordings=tuple(_wording(each, at) for at, each in _each(plain, "wordings")),
        concerns=tuple(_concern(each, at) for at, each in _each(plain, "concerns")),
        points=tuple(_record(Point, each, at) for at, each in _each(plain, "points")),
        links=tuple(_record(Link, each, at) for at, each in _each(plain, "links")),
        findings=tuple(_record(Finding, each, at) for at, each in _each(plain, "findings")),
        letters=tuple(letters),
        documents=tuple(
            (_record(Document, each, at), _bytes(each, at))
            for at, each in _each(plain, "documents")
            if not isinstance(each, dict) or each.get("data") is not None
        ),
        editions=tuple(_edition(each, at) for at, each in _each(plain, "editions")),
        cases=tuple(
            _case_record(noun, each, at) for name, noun in _OF_CASES.items() for at, each in _each(plain, name)
        ),
    )


def _checked(read: ReadVisit) -> ReadVisit:
    """Let pass a visit whose things are told apart by their identifiers."""
    lists = ("sessions", "notes", "comments", "links", "findings", "letters", "editions", "concerns", "points", "cases")
    for name in (*lists, "challenges", "wordings"):
        ids = [each.id for each in getattr(read, name)]
        if len(set(ids)) != len(ids):
            raise _Wrong(name)
    return read


def _each(plain: Mapping[str, Any], name: str, place: str = "") -> Iterable[tuple[str, Any]]:
    """Yield (place, thing) of a list; a list that is missing is empty."""
    things = plain.get(name, [])
    if not isinstance(things, list):
        raise _Wrong(name)
    for number, thing in enumerate(things, 1):
        yield f"{place}{name} {number}", thing


def _record(noun: type[R], plain: Any, place: str) -> R:
    if not isinstance(plain, dict):
        raise _Wrong(place)
    names = (plain.get("id"), plain.get("stream"))
    if not all(isinstance(name, str) and _ID.fullmatch(name) for name in names):
        raise _Wrong(f"{place}, id")
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
        raise _Wrong(place)
    if (entity, name) in _CHOICES and str(value) not in _CHOICES[entity, name]:
        raise _Wrong(place)
    if name in _TIMES and value:
        try:
            read_stamp(str(value))
        except ValueError as problem:
            raise _Wrong(place) from problem
    return value


def _is_sound(value: Any, is_numbered: bool = False) -> bool:
    """Say whether a store can keep the value: whole characters, numbers that JSON carries, lists of texts."""
    if isinstance(value, tuple):
        inside = str | tuple | int if is_numbered else str | tuple
        return all(isinstance(each, inside) and _is_sound(each, is_numbered) for each in value)
    if isinstance(value, str):
        return not any("\ud800" <= each <= "\udfff" for each in value)
    return isinstance(value, bool) or abs(value) < _BIGGEST


def _text(plain: Any, name: str, place: str) -> str:
    value = plain.get(name, "") if isinstance(plain, dict) else None
    if not isinstance(value, str) or not _is_sound(value):
        raise _Wrong(f"{place}, {name}")
    return value


def _inspector(plain: Any, place: str) -> Inspector:
    found = Inspector(*(_text(plain, name, place) for name in ("id", "name", "role")))
    if not _ID.fullmatch(found.id):
        raise _Wrong(f"{place}, id")
    return found


def _note(plain: Any, place: str) -> Note:
    note = _record(Note, plain, place)
    if not note.text.strip():
        raise _Wrong(f"{place}, text")
    told = tuple(
        tuple(_text(each, name, at) for name in _AMENDMENT) for at, each in _each(plain, "amendments", f"{place}, ")
    )
    return replace(note, source_history=told)


def _edition(plain: Any, place: str) -> Edition:
    edition = _record(Edition, plain, place)
    if rubric_in(edition) is None:
        raise _Wrong(f"{place}, content")
    return edition


def _wording(plain: Any, place: str) -> KeptWording:
    wording = _record(KeptWording, plain, place)
    if not is_whole(wording):
        raise _Wrong(f"{place}, digest")
    return wording


def _concern(plain: Any, place: str) -> Concern:
    concern = _record(Concern, plain, place)
    if not concern.what.strip():
        raise _Wrong(f"{place}, what")
    return concern


def _case_record(noun: type[R], plain: Any, place: str) -> R:
    record = _record(noun, plain, place)
    if name := wrong_field(record):
        raise _Wrong(f"{place}, {name}")
    return record


def _letter(plain: Any, place: str) -> Iterable[Piece]:
    yield _record(Letter, plain, place)
    for at, section in _each(plain, "sections", f"{place}, "):
        yield _record(Section, section, at)
        for below, paragraph in _each(section, "paragraphs", f"{at}, "):
            yield _record(Paragraph, paragraph, below)
            for end, sentence in _each(paragraph, "sentences", f"{below}, "):
                yield _record(Sentence, sentence, end)
    for at, enclosure in _each(plain, "enclosures", f"{place}, "):
        yield _record(Enclosure, enclosure, at)


def _bytes(plain: Any, place: str) -> bytes:
    try:
        data = b64decode(_text(plain, "data", place), validate=True)
    except ValueError as problem:
        raise _Wrong(f"{place}, data") from problem
    if plain.get("digest") != sha256(data).hexdigest():
        raise _Wrong(f"{place}, digest")
    return data
