# SPDX-License-Identifier: MIT
"""Reads a whole visit from the JSON that reports/exports/visit.py writes (docs/export.md). Nothing is recorded here.

Whatever is not as the page says is refused with the place where it stands, never with what stands there.
"""

from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from resources.language import N_
from storage.errors import BadFile
from storage.imports.case_json import wrong_field
from storage.imports.files import read_at_most
from storage.imports.plain import ID, VISIT_FORMAT, Wrong, parsed, record_at, text_at, things
from storage.imports.standing_json import Standing, standing_in
from storage.model.authority import Authority
from storage.model.case import Case, CaseList
from storage.model.case_review import CaseReview
from storage.model.challenge import Challenge
from storage.model.comment import Comment
from storage.model.concern import Concern
from storage.model.document import Document
from storage.model.edition import Edition, rubric_in
from storage.model.enclosure import Enclosure
from storage.model.finding import Finding
from storage.model.kept_wording import KeptWording, is_whole
from storage.model.letter import Letter, Paragraph, Section, Sentence
from storage.model.link import Link
from storage.model.note import Note
from storage.model.point import Point
from storage.model.record import Record
from storage.model.sample import Sample
from storage.model.session import Session
from storage.model.visit import Visit

MOST_BYTES = 300 * 1024 * 1024
"""Of a file: attachments are in it."""
_CHOOSE = N_("Choose the .json file of an exported visit.")

R = TypeVar("R", bound=Record)
Piece = Letter | Section | Paragraph | Sentence | Enclosure

_OF_CASES: Mapping[str, type[CaseList] | type[Case] | type[Sample] | type[CaseReview]] = {
    "case_lists": CaseList,
    "cases": Case,
    "samples": Sample,
    "case_reviews": CaseReview,
}
"""List of the file → what stands in it."""
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
    standing: tuple[Standing, ...] = ()
    """What is known of the authority between visits."""


def read_visit_file(path: Path) -> ReadVisit:
    """Read a visit from a file. Raise BadFile when it cannot be read, is too big or is no visit."""
    return read_visit(read_at_most(path, MOST_BYTES))


def read_visit(data: bytes) -> ReadVisit:
    """Return the visit that the bytes hold. Raise BadFile, which names the place of the first mistake."""
    return visit_from(parsed(data, (N_("This is no JSON file."), _CHOOSE)))


def visit_from(plain: Mapping[str, Any]) -> ReadVisit:
    """Return the visit that a file's object holds. Raise BadFile as `read_visit` does."""
    form = plain.get("format")
    if form != VISIT_FORMAT:
        newer = isinstance(form, str) and form.startswith("arolwg visit ")
        said = N_("This visit was exported by a newer Arolwg.") if newer else N_("This JSON file is no exported visit.")
        raise BadFile(said, _CHOOSE)
    try:
        return _checked(_visit(plain))
    except Wrong as wrong:
        raise BadFile(
            N_("The exported visit is damaged or was altered: {place} is not as it should be."),
            N_("Nothing was brought in. Export it again where it came from."),
            place=wrong,
        ) from wrong


def _visit(plain: Mapping[str, Any]) -> ReadVisit:
    letters: list[Piece] = []
    for at, letter in things(plain, "letters"):
        letters += _letter(letter, at)
    there = plain.get("authority")
    council = None if there is None else record_at(Authority, there, "authority")
    return ReadVisit(
        authority=council,
        visit=record_at(Visit, plain.get("visit"), "visit"),
        inspectors=tuple(_inspector(each, at) for at, each in things(plain, "inspectors")),
        sessions=tuple(record_at(Session, each, at) for at, each in things(plain, "sessions")),
        notes=tuple(_note(each, at) for at, each in things(plain, "notes")),
        comments=tuple(
            record_at(Comment, each, at) for name in ("comments", "remarks") for at, each in things(plain, name)
        ),
        challenges=tuple(record_at(Challenge, each, at) for at, each in things(plain, "challenges")),
        wordings=tuple(_wording(each, at) for at, each in things(plain, "wordings")),
        concerns=tuple(_concern(each, at) for at, each in things(plain, "concerns")),
        points=tuple(record_at(Point, each, at) for at, each in things(plain, "points")),
        links=tuple(record_at(Link, each, at) for at, each in things(plain, "links")),
        findings=tuple(record_at(Finding, each, at) for at, each in things(plain, "findings")),
        letters=tuple(letters),
        documents=tuple(
            (record_at(Document, each, at), _bytes(each, at))
            for at, each in things(plain, "documents")
            if not isinstance(each, dict) or each.get("data") is not None
        ),
        editions=tuple(_edition(each, at) for at, each in things(plain, "editions")),
        cases=tuple(
            _case_record(noun, each, at) for name, noun in _OF_CASES.items() for at, each in things(plain, name)
        ),
        standing=standing_in(plain, council) if council else (),
    )


def _checked(read: ReadVisit) -> ReadVisit:
    """Let pass a visit whose things are told apart by their identifiers."""
    lists = ("sessions", "notes", "comments", "links", "findings", "letters", "editions", "concerns", "points", "cases")
    for name in (*lists, "challenges", "wordings", "standing"):
        ids = [each.id for each in getattr(read, name)]
        if len(set(ids)) != len(ids):
            raise Wrong(name)
    return read


def _inspector(plain: Any, place: str) -> Inspector:
    found = Inspector(*(text_at(plain, name, place) for name in ("id", "name", "role")))
    if not ID.fullmatch(found.id):
        raise Wrong(f"{place}, id")
    return found


def _note(plain: Any, place: str) -> Note:
    note = record_at(Note, plain, place)
    if not note.text.strip():
        raise Wrong(f"{place}, text")
    told = tuple(
        tuple(text_at(each, name, at) for name in _AMENDMENT) for at, each in things(plain, "amendments", f"{place}, ")
    )
    return replace(note, source_history=told)


def _edition(plain: Any, place: str) -> Edition:
    edition = record_at(Edition, plain, place)
    if rubric_in(edition) is None:
        raise Wrong(f"{place}, content")
    return edition


def _wording(plain: Any, place: str) -> KeptWording:
    wording = record_at(KeptWording, plain, place)
    if not is_whole(wording):
        raise Wrong(f"{place}, digest")
    return wording


def _concern(plain: Any, place: str) -> Concern:
    concern = record_at(Concern, plain, place)
    if not concern.what.strip():
        raise Wrong(f"{place}, what")
    return concern


def _case_record(noun: type[R], plain: Any, place: str) -> R:
    found = record_at(noun, plain, place)
    if name := wrong_field(found):
        raise Wrong(f"{place}, {name}")
    return found


def _letter(plain: Any, place: str) -> Iterable[Piece]:
    yield record_at(Letter, plain, place)
    for at, section in things(plain, "sections", f"{place}, "):
        yield record_at(Section, section, at)
        for below, paragraph in things(section, "paragraphs", f"{at}, "):
            yield record_at(Paragraph, paragraph, below)
            for end, sentence in things(paragraph, "sentences", f"{below}, "):
                yield record_at(Sentence, sentence, end)
    for at, enclosure in things(plain, "enclosures", f"{place}, "):
        yield record_at(Enclosure, enclosure, at)


def _bytes(plain: Any, place: str) -> bytes:
    try:
        data = b64decode(text_at(plain, "data", place), validate=True)
    except ValueError as problem:
        raise Wrong(f"{place}, data") from problem
    if plain.get("digest") != sha256(data).hexdigest():
        raise Wrong(f"{place}, digest")
    return data
