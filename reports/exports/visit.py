# SPDX-License-Identifier: MIT
"""A whole visit for people and programs without Arolwg: JSON (docs/export.md) and Markdown. All that is present.

An export leaves the encrypted store: whoever writes one to disk says so first (ui/terminal.py).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from resources.language import N_, _
from storage.errors import Refused
from storage.model.authority import Authority
from storage.model.finding import Finding
from storage.model.letter import WholeLetter
from storage.model.link import Link
from storage.model.note import Note
from storage.model.record import Record, contents
from storage.model.session import Session
from storage.model.visit import Visit
from storage.permissions import ROLES
from storage.queries import authorities, findings, letters, links, members, notes, people, sessions, visits
from storage.store import Store

FORMAT = "arolwg visit 1"
ILLUSTRATION = N_(
    "worked example: invented for illustration from public sources, not a record or letter of Care Inspectorate Wales"
)


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


def whole_visit(store: Store, visit_id: str) -> WholeVisit:
    """Return everything present in a visit. Raise Refused when it is not here."""
    visit = visits.visit(store, visit_id)
    if visit is None:
        raise Refused(N_("There is no such visit in this store."), N_("The verb 'visits' lists them."))
    seats = members.members(store, visit.stream_id)
    known = {each.id: each.name for each in people.people_of_stream(store, visit.stream_id)}
    whole = (letters.whole_letter(store, each.id) for each in letters.letters_of_visit(store, visit_id))
    return WholeVisit(
        authority=authorities.authority(store, visit.authority_id),
        visit=visit,
        names={**known, **{seat.person_id: seat.name for seat in seats}},
        roles={seat.person_id: seat.role for seat in seats},
        sessions=sessions.sessions_of_visit(store, visit_id),
        notes=notes.notes_of_visit(store, visit_id),
        links=links.links_of_visit(store, visit_id),
        findings=findings.findings_of_visit(store, visit_id),
        letters=tuple(each for each in whole if each is not None),
    )


def as_json(whole: WholeVisit) -> str:
    """Return the visit as JSON, keys sorted, one record an object of its own fields."""
    plain: dict[str, Any] = {
        "format": FORMAT,
        "notice": ILLUSTRATION if whole.visit.illustration else "",
        "authority": _plain(whole.authority) if whole.authority else None,
        "visit": _plain(whole.visit),
        "inspectors": [
            {"id": each, "name": name, "role": whole.roles.get(each, "")} for each, name in sorted(whole.names.items())
        ],
        "sessions": [_plain(each) for each in whole.sessions],
        "notes": [_marked(each) for each in whole.notes],
        "links": [_plain(each) for each in whole.links],
        "findings": [_plain(each) for each in whole.findings],
        "letters": [_plain_letter(each) for each in whole.letters],
    }
    return json.dumps(plain, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _plain(record: Record) -> dict[str, Any]:
    return {"id": record.id, "stream": record.stream_id, **contents(record)}


def _marked(note: Note) -> dict[str, Any]:
    return {**_plain(note), **({"notice": ILLUSTRATION} if note.illustration else {})}


def _plain_letter(whole: WholeLetter) -> dict[str, Any]:
    return {
        **_plain(whole.letter),
        "sections": [
            {
                **_plain(each.section),
                "paragraphs": [
                    {**_plain(part.paragraph), "sentences": [_plain(sentence) for sentence in part.sentences]}
                    for part in each.paragraphs
                ],
            }
            for each in whole.sections
        ],
    }


def as_markdown(whole: WholeVisit) -> str:
    """Return the visit as Markdown, in the language in use, readable by anybody."""
    visit, council = whole.visit, whole.authority
    lines = [f"# {council.name if council else ''}: {visit.service}, {visit.dates}", ""]
    if visit.illustration:
        lines += [f"> **{_(ILLUSTRATION)}**", ""]
    lines += [f"- {whole.names[each]}: {_(ROLES.get(role, role))}" for each, role in sorted(whole.roles.items())]
    lines += ["", f"## {_('Notes')}", ""]
    for session in whole.sessions:
        lines += _session(whole, session)
    placed = {session.id for session in whole.sessions}
    loose = [note for note in whole.notes if note.session_id not in placed]
    if loose:
        lines += [f"### {_('Notes outside any session')}", ""]
        lines += _notes(whole, loose)
    lines += [f"## {_('Findings')}", ""]
    lines += [line for each in whole.findings for line in _finding(whole, each)]
    for letter in whole.letters:
        lines += _letter(letter)
    return "\n".join(lines).rstrip() + "\n"


def _session(whole: WholeVisit, session: Session) -> list[str]:
    day = _("Day {number}").format(number=session.day)
    roles = f" ({', '.join(session.with_roles)})" if session.with_roles else ""
    head = f"### {day}, {session.starts}–{session.ends}: {session.title}{roles}"
    return [head, "", *_notes(whole, (each for each in whole.notes if each.session_id == session.id))]


def _notes(whole: WholeVisit, notes_there: Iterable[Note]) -> list[str]:
    areas: dict[str, list[str]] = {}
    for link in whole.links:
        areas.setdefault(link.note_id, []).append(link.area)
    lines: list[str] = []
    for note in notes_there:
        marks = [
            note.event_at.replace("T", " ")[:16] + " UTC",
            whole.names.get(note.author, ""),
            note.source_role,
            note.case_ref,
            _(POLARITIES[note.polarity]),
            _("their own words") if note.verbatim else _("summary"),
            _("seen") if note.observed else _("claimed"),
            _("from memory") if note.from_memory else "",
            _("confidential") if note.confidential else "",
            " ".join(f"#{code}" for code in areas.get(note.id, [])),
            _("worked example: invented for illustration") if note.illustration else "",
        ]
        lines += ["*" + " · ".join(filter(None, marks)) + "*", "", note.text, ""]
    return lines


POLARITIES = {"strength": N_("strength"), "neutral": N_("neutral"), "weakness": N_("weakness")}


def _finding(whole: WholeVisit, finding: Finding) -> list[str]:
    count = len([each for each in whole.notes if each.id in finding.supports])
    areas = " ".join(f"#{code}" for code in finding.areas)
    return [f"- {finding.statement} ({areas}; {_('stands on {count} notes').format(count=count)})", ""]


def _letter(whole: WholeLetter) -> list[str]:
    lines = [f"## {_('Letter')}: {whole.letter.re_line}", ""]
    for section in whole.sections:
        lines += [f"### {section.section.title}", ""] if section.section.title else []
        for part in section.paragraphs:
            lines += [f"{_BULLETS.get(part.paragraph.kind, '')}{part.text}", ""]
    return lines


_BULLETS = {"bullet": "- ", "numbered": "1. "}
