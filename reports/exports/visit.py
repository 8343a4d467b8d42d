# SPDX-License-Identifier: MIT
"""A whole visit outside the store: all that is present, gathered; and as JSON (docs/export.md). For people: telling.py.

An export leaves the encrypted store: whoever writes one to disk says so first (ui/verbs/exports.py, ui/exports).
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reports.exports.authority import standing
from reports.exports.records import ILLUSTRATION, plain
from resources.language import N_
from storage import documents as kept
from storage.ahead import must_be_here
from storage.errors import Refused, StoreTrouble
from storage.imports.plain import VISIT_FORMAT
from storage.model.agreement import Agreement
from storage.model.authority import Authority
from storage.model.case import Case, CaseList
from storage.model.case_review import CaseReview
from storage.model.challenge import Challenge
from storage.model.comment import Comment
from storage.model.concern import Concern
from storage.model.document import Document
from storage.model.edition import Edition
from storage.model.excuse import Excuse
from storage.model.finding import Finding
from storage.model.kept_wording import KeptWording
from storage.model.letter import WholeLetter
from storage.model.link import Link
from storage.model.note import Note
from storage.model.point import Point
from storage.model.provenance import provenance
from storage.model.rating import Rating, Resolution
from storage.model.sample import Sample
from storage.model.session import Session
from storage.model.visit import Visit
from storage.queries import authorities, findings, letters, links, members, notes, people, ratings, sessions, visits
from storage.queries.amendments import Amendment, amendments, of_note
from storage.queries.cases import cases_of_visit, lists_of_visit
from storage.queries.challenges import challenges_of_visit
from storage.queries.comments import comments_of_visit, remarks_of_visit
from storage.queries.concerns import concerns_of_visit
from storage.queries.documents import documents_of_stream
from storage.queries.editions import editions_of_visit
from storage.queries.excuses import excuses_of_letter
from storage.queries.points import points_of_visit
from storage.queries.reviews import reviews_of_visit
from storage.queries.samples import samples_of_visit
from storage.queries.session_codes import session_codes
from storage.queries.standing_record import StandingRecord, standing_record
from storage.queries.wordings import wordings_of_visit
from storage.store import Store

_LISTS = (
    *("sessions", "comments", "concerns", "points", "links", "findings", "agreements", "ratings", "resolutions"),
    *("editions", "case_lists", "cases", "samples", "case_reviews", "remarks", "challenges", "wordings", "excuses"),
)
"""What of a visit goes out as lists of records, each under its own name."""


@dataclass(frozen=True, slots=True)
class WholeVisit:
    """Everything that is present in a visit."""

    authority: Authority | None
    visit: Visit
    names: Mapping[str, str]
    """Person → name of the member."""
    roles: Mapping[str, str]
    """Person → role in the visit."""
    sessions: tuple[Session, ...]
    notes: tuple[Note, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    letters: tuple[WholeLetter, ...]
    comments: tuple[Comment, ...]
    concerns: tuple[Concern, ...]
    points: tuple[Point, ...]
    amendments: Mapping[str, tuple[Amendment, ...]]
    """Note → how it was amended, oldest first."""
    codes: Mapping[str, str]
    """Session → its code, S01, S02 …"""
    documents: tuple[tuple[Document, bytes | None], ...]
    """Signed letters and attachments with their bytes; None where they are not on this computer."""
    editions: tuple[Edition, ...] = ()
    """Of the frameworks that were loaded for it: those that every Arolwg has are not among them."""
    agreements: tuple[Agreement, ...] = ()
    ratings: tuple[Rating, ...] = ()
    """As they are recorded: one that is still locked says nothing."""
    resolutions: tuple[Resolution, ...] = ()
    case_lists: tuple[CaseList, ...] = ()
    """By pseudonym: the authority's references are in a stream of their own, and in no export."""
    cases: tuple[Case, ...] = ()
    samples: tuple[Sample, ...] = ()
    case_reviews: tuple[CaseReview, ...] = ()
    standing: StandingRecord | None = None
    """The authority between visits; None where its standing record is not here."""
    remarks: tuple[Comment, ...] = ()
    """What was said to the letters, oldest first."""
    challenges: tuple[Challenge, ...] = ()
    """What the authority said to drafts."""
    wordings: tuple[KeptWording, ...] = ()
    """What the letters were drafted with, as far as it is here."""
    excuses: tuple[Excuse, ...] = ()
    """What the checks of the letters found and was let be."""


def whole_visit(store: Store, visit_id: str) -> WholeVisit:
    """Return everything present in a visit. Raise Refused when it is not here, or still arriving."""
    visit = visits.visit(store, visit_id)
    if visit is None:
        raise Refused(N_("There is no such visit in this store."), N_("The verb 'visits' lists them."))
    must_be_here(store, visit.stream_id)
    seats = members.members(store, visit.stream_id)
    known = {each.id: each.name for each in people.people_of_stream(store, visit.stream_id)}
    noted = notes.notes_of_visit(store, visit_id)
    here = amendments(store, visit.stream_id)
    amended = {note.id: of_note(note, here) for note in noted}
    return WholeVisit(
        authority=authorities.authority(store, visit.authority_id),
        visit=visit,
        names={**known, **{seat.person_id: seat.name for seat in seats}},
        roles={seat.person_id: seat.role for seat in seats},
        sessions=sessions.sessions_of_visit(store, visit_id),
        notes=noted,
        links=links.links_of_visit(store, visit_id),
        findings=findings.findings_of_visit(store, visit_id),
        comments=comments_of_visit(store, visit_id),
        concerns=concerns_of_visit(store, visit_id),
        points=points_of_visit(store, visit_id),
        amendments={note_id: each for note_id, each in amended.items() if each},
        codes=session_codes(store, visit_id),
        documents=tuple((each, _bytes(store, each)) for each in documents_of_stream(store, visit.stream_id)),
        editions=editions_of_visit(store, visit_id),
        agreements=findings.agreements_of_visit(store, visit_id),
        ratings=ratings.ratings_of_visit(store, visit_id),
        resolutions=ratings.resolutions_of_visit(store, visit_id),
        case_lists=lists_of_visit(store, visit_id),
        cases=cases_of_visit(store, visit_id),
        samples=samples_of_visit(store, visit_id),
        case_reviews=reviews_of_visit(store, visit_id),
        standing=standing_record(store, visit.authority_id),
        **_about_letters(store, visit_id),
    )


def _about_letters(store: Store, visit_id: str) -> dict[str, Any]:
    written = letters.letters_of_visit(store, visit_id)
    return {
        "letters": tuple(each for letter in written if (each := letters.whole_letter(store, letter.id)) is not None),
        "remarks": remarks_of_visit(store, visit_id),
        "challenges": challenges_of_visit(store, visit_id),
        "wordings": wordings_of_visit(store, visit_id),
        "excuses": tuple(each for letter in written for each in excuses_of_letter(store, letter.id)),
    }


def _bytes(store: Store, document: Document) -> bytes | None:
    try:
        return kept.read(store, document)
    except StoreTrouble:
        return None


def as_json(whole: WholeVisit) -> str:
    """Return the visit as JSON, keys sorted, one record an object of its own fields."""
    told: dict[str, Any] = {name: [plain(each) for each in getattr(whole, name)] for name in _LISTS}
    told |= {
        "format": VISIT_FORMAT,
        "notice": ILLUSTRATION if whole.visit.illustration else "",
        "authority": plain(whole.authority) if whole.authority else None,
        "visit": plain(whole.visit),
        "inspectors": [
            {"id": each, "name": name, "role": whole.roles.get(each, "")} for each, name in sorted(whole.names.items())
        ],
        "standing": standing(whole.standing) if whole.standing else None,
        "notes": [_note(whole, each) for each in whole.notes],
        "letters": [_plain_letter(each) for each in whole.letters],
        "documents": [_document(*each) for each in whole.documents],
    }
    return json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _note(whole: WholeVisit, note: Note) -> dict[str, Any]:
    told = {
        **plain(note),
        "provenance": provenance(note),
        "amendments": [asdict(each) for each in whole.amendments.get(note.id, ())],
    }
    del told["source_history"]  # the first of the amendments
    return {**told, **({"notice": ILLUSTRATION} if note.illustration else {})}


def _document(document: Document, data: bytes | None) -> dict[str, Any]:
    return {**plain(document), "data": b64encode(data).decode() if data is not None else None}


def _plain_letter(whole: WholeLetter) -> dict[str, Any]:
    return {
        **plain(whole.letter),
        "sections": [
            {
                **plain(each.section),
                "paragraphs": [
                    {**plain(part.paragraph), "sentences": [plain(sentence) for sentence in part.sentences]}
                    for part in each.paragraphs
                ],
            }
            for each in whole.sections
        ],
        "enclosures": [plain(each.enclosure) for each in whole.enclosures],
    }
