# SPDX-License-Identifier: MIT
"""Brings notes in from paper and other programs: first what will become of each row, then all of it in one gesture.

Every such note says that it came from paper, who wrote it first where the file tells, and which file and row it was.
Reading files is sheets.py's, days and times dates.py's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from resources.language import N_
from storage.errors import BadFile, Refused, Trouble
from storage.gesture import Gesture
from storage.imports.dates import STYLES, part_day_and_time, read_day, read_time, style_of
from storage.imports.sheets import COLUMNS, Sheet
from storage.model import clock
from storage.model.ids import link_id, new_note
from storage.model.link import Link
from storage.model.note import Note
from storage.model.session import Session
from storage.model.visit import Visit
from storage.queries.editions import rubric_for
from storage.queries.notes import notes_of_visit
from storage.queries.session_codes import session_codes, session_named
from storage.queries.sessions import sessions_of_visit
from storage.steps import Steps, whole
from storage.store import Store

KINDS = ("file", "interview", "focus_group", "observation", "meeting", "data", "document")
_OF_ACTIVITY = {"file_reading": "file", "data_review": "data", "feedback": "meeting"}
_CLAIMED = ("interview", "focus_group", "meeting")
"""Kinds of source where things are said, not seen."""
_SIGNS = {
    "strength": ("+", "s", "strength", "cryfder", "positive"),
    "weakness": ("-", "–", "−", "w", "weakness", "gwendid", "negative"),
}
_AREA = re.compile(r"#([^\W\d_][\w.]*\d\w*)")
_OF_CASE = re.compile(r"(?:(.*?)\s*[,;·/]\s*)?((?:case|achos)[ -]?\d\w*)", re.IGNORECASE)
"""The forms' column "Who, by role; case" typed up: "Social worker C; Case 07"."""
_QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]")
BECOMES = {
    "new": N_("a new note"),
    "here": N_("here already: left out"),
    "empty": N_("no words: left out"),
}
"""What may become of a row: code → its words."""
_STEP = 50
"""Rows made into changes between two rests."""


class Remark(NamedTuple):
    """Something to look at in a row: a gettext key, and what it is about."""

    words: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One row, as it would come in."""

    row: int
    """From 1, the head not counted."""
    becomes: str
    """A code of BECOMES."""
    fields: Mapping[str, Any]
    """Of the note: text, event_at, session_id …"""
    areas: tuple[str, ...]
    """What it would be linked to, "edition:code" each."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What will become of a file."""

    drafts: tuple[Draft, ...]
    style: str
    """In which its dates are read; empty: two make sense, somebody must say."""

    @property
    def new(self) -> tuple[Draft, ...]:
        """Return the drafts that become notes."""
        return tuple(each for each in self.drafts if each.becomes == "new")


def plan(store: Store, visit: Visit, sheet: Sheet, columns: Mapping[str, int] | None = None, style: str = "") -> Plan:
    """Return what will become of each row; nothing is recorded.

    `columns` says where each stands, the sheet's own guess when None; `style` one of dates.STYLES, found when empty.
    Raise BadFile when no column holds the words.
    """
    where = sheet.columns if columns is None else columns
    if "text" not in where:
        raise BadFile(
            N_("No column of the file is known to hold the notes' words."),
            N_("Say which, or name it “{name}” in the first line."),
            name="text",
        )
    days = (part_day_and_time(_cell(row, where, "date"))[0] for row in sheet.rows)
    found = style or style_of(day for day in days if any(read_day(day, each) for each in STYLES))
    reading = _Reading(store, visit, sheet.digest, found)
    rows = ({name: _cell(row, where, name) for name in COLUMNS} for row in sheet.rows)
    return Plan(tuple(reading.draft(number, row) for number, row in enumerate(rows, 1)), found)


def bring_in(store: Store, visit: Visit, planned: Plan) -> int:
    """Write the plan's new notes in one gesture and return how many. Raise Refused when its dates are not settled."""
    return whole(bringing_in(store, visit, planned))


def bringing_in(store: Store, visit: Visit, planned: Plan) -> Steps[int]:
    """Do what `bring_in` does in small steps: a sheet may have thousands of rows."""
    if not planned.style:
        raise Refused(N_("The dates can be read in two ways."), N_("Say whether day or month comes first."))
    gesture = Gesture("notes.import", store.me)
    frame: dict[str, Any] = {"stream_id": visit.stream_id, "visit_id": visit.id}
    captured = clock.stamp()
    for number, each in enumerate(planned.new):
        if number % _STEP == 0:
            yield 0.0
        note_id = new_note(store.device.id)
        own: dict[str, Any] = {
            "author": store.me,
            "captured_at": captured,
            "from_paper": True,
            "illustration": visit.illustration,
        }
        gesture.add(Note(id=note_id, **frame, **own, **each.fields))
        for area in each.areas:
            edition, _, code = area.partition(":")
            gesture.add(Link(id=link_id(note_id, code), note_id=note_id, rubric=edition, area=code, **frame))
    yield from store.recording(*gesture.changes)
    return len(planned.new)


def _cell(row: Sequence[str], where: Mapping[str, int], name: str) -> str:
    at = where.get(name, -1)
    return row[at].strip() if 0 <= at < len(row) else ""


def _who_and_case(row: Mapping[str, str]) -> tuple[str, str]:
    told = None if row["case"] else _OF_CASE.fullmatch(row["role"])
    return (told[1] or "", told[2]) if told else (row["role"], row["case"])


class _Reading:
    """What rows are read against: the visit's sessions, areas and notes."""

    def __init__(self, store: Store, visit: Visit, digest: str, style: str) -> None:
        self._visit, self._digest, self._style = visit, digest, style
        self._codes = session_codes(store, visit.id)
        self._sessions = {each.id: each for each in sessions_of_visit(store, visit.id)}
        there = notes_of_visit(store, visit.id)
        self._known = {each.source_id for each in there if each.source_id}
        self._words = {(each.text, each.event_at) for each in there}
        self._areas = dict(_criteria(store, visit))

    def draft(self, number: int, row: Mapping[str, str]) -> Draft:
        remarks: list[Remark] = []
        session = self._session(row["session"], remarks)
        areas = tuple(self._linked(row, remarks))
        event = self._event(row, session, remarks)
        fields = {**self._fields(row, session), "event_at": event, "source_id": f"{self._digest[:32]}:{number}"}
        if fields["source_id"] in self._known or (fields["text"], event) in self._words:
            becomes = "here"
        else:
            becomes = "new" if fields["text"] else "empty"
        return Draft(number, becomes, fields, areas, tuple(remarks))

    def _fields(self, row: Mapping[str, str], session: Session | None) -> dict[str, Any]:
        kind = row["kind"].lower().replace(" ", "_")
        if kind not in KINDS:
            kind = _OF_ACTIVITY.get(session.activity, session.activity) if session else "document"
            kind = kind if kind in KINDS else "document"
        alone = session.with_roles[0] if session and len(session.with_roles) == 1 else ""
        sign = row["polarity"].lower()
        role, case = _who_and_case(row)
        return {
            "text": row["text"],
            "session_id": session.id if session else "",
            "source_kind": kind,
            "source_role": role or alone,
            "source_author": row["author"],
            "case_ref": case,
            "polarity": next((name for name, signs in _SIGNS.items() if sign in signs), "neutral"),
            "observed": kind not in _CLAIMED,
            "verbatim": bool(_QUOTED.fullmatch(row["text"])),
        }

    def _session(self, named: str, remarks: list[Remark]) -> Session | None:
        found = self._sessions.get(session_named(named, self._codes))
        if found is None and named:
            found = next((each for each in self._sessions.values() if each.title.lower() == named.lower()), None)
            remarks += [] if found else [Remark(N_("There is no session {what}."), named)]
        return found

    def _linked(self, row: Mapping[str, str], remarks: list[Remark]) -> Iterator[str]:
        asked = [word.strip("#") for word in re.split(r"[\s,;]+", row["areas"]) if word.strip("#")]
        seen = set()
        for code in (*asked, *(each.rstrip(".") for each in _AREA.findall(row["text"]))):
            if code.upper() in self._areas and code.upper() not in seen:
                seen.add(code.upper())
                yield self._areas[code.upper()]
            elif code.upper() not in self._areas:
                remarks.append(Remark(N_("The visit's frameworks have no area {what}."), code))

    def _event(self, row: Mapping[str, str], session: Session | None, remarks: list[Remark]) -> str:
        """Return when it was said or seen, UTC; empty where neither row nor session tells."""
        day_text, hour_text = part_day_and_time(row["date"])
        hour_text = row["time"] or hour_text
        day, hour = read_day(day_text, self._style or "day_first"), read_time(hour_text)
        if (day_text and day is None) or (hour_text and hour is None):
            remarks.append(
                Remark(N_("“{what}” is no date or time that is understood."), f"{day_text} {hour_text}".strip())
            )
        if day is None and not day_text:
            day = self._day_of(session)
        if hour is None and session is not None and (day is None or day == self._day_of(session)):
            hour = read_time(session.starts)
        if day is None:
            remarks.append(Remark(N_("It is not known when this was said or seen.")))
            return ""
        moment = datetime.combine(day, hour or time()).astimezone()
        if moment > clock.now():
            remarks.append(Remark(N_("This lies in the future.")))
        return clock.stamp(moment)

    def _day_of(self, session: Session | None) -> date | None:
        """Return a session's day; without one, that of a visit of a single day."""
        try:
            span = clock.span_of(self._visit.dates)
        except ValueError:
            return None
        if session is not None and (span.latest - span.earliest).days <= 31:
            return span.earliest + timedelta(days=session.day - 1)
        return span.earliest if span.earliest == span.latest else None


def _criteria(store: Store, visit: Visit) -> Iterator[tuple[str, str]]:
    """Yield (code in capitals, "edition:code") of every criterion of the visit's frameworks; the first's last."""
    for edition in reversed(visit.frameworks):
        try:
            known = rubric_for(store, edition, visit.id)
        except Trouble:
            continue
        for area in known.areas:
            for each in area.criteria:
                yield each.code.upper(), f"{edition}:{each.code}"
