# SPDX-License-Identifier: MIT
"""The worked example as Facts, straight from its data files: no store needed. The real loader is not here."""

import tomllib
from collections import defaultdict
from functools import cache
from typing import Any

from reports.facts import Facts, chosen, inspectors_among, office_holders, settled
from resources import paths
from storage.model.authority import Authority
from storage.model.event import Event
from storage.model.finding import Finding
from storage.model.ids import NoteId, StreamId, link_id
from storage.model.link import Link
from storage.model.meeting import Meeting
from storage.model.note import Note
from storage.model.person import Person
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.model.session import Session
from storage.model.visit import Visit
from storage.rubrics import rubric

NOUNS: tuple[type[Record], ...] = (Authority, Person, Visit, Session, Note, Finding, Recommendation, Meeting, Event)
FILES = ("wrexham.toml", "wrexham-day1.toml", "wrexham-day2.toml")
STREAM = StreamId("worked-example")


@cache
def tables() -> dict[str, list[dict[str, Any]]]:
    """Return the tables of the three files, joined; a single table is a list of one."""
    joined: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name in FILES:
        for table, rows in tomllib.loads(paths.demo(name).read_text(encoding="utf-8")).items():
            if table != "notice":
                joined[table] += rows if isinstance(rows, list) else [rows]
    return joined


def notice() -> str:
    """Return the words that everything made from the example must bear."""
    text = tomllib.loads(paths.demo(FILES[0]).read_text(encoding="utf-8"))["notice"]
    assert isinstance(text, str)
    return text


def records(noun: type[Record]) -> tuple[Any, ...]:
    """Return the records of a noun, keys as identifiers, in file order."""
    return tuple(_record(noun, row) for row in tables()[noun.entity])


def _record(noun: type[Record], row: dict[str, Any]) -> Record:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    if noun is Note:
        del values["areas"]
        sessions = {each["key"]: each["visit_id"] for each in tables()["session"]}
        values["visit_id"] = sessions[row["session_id"]]
    return noun(id=values.pop("key"), stream_id=STREAM, **values)


def links() -> tuple[Link, ...]:
    """Return the links of the notes to the visit's framework."""
    (visit,) = (each for each in records(Visit) if each.id == "v3")
    return tuple(
        Link(
            id=link_id(NoteId(note["key"]), code),
            stream_id=STREAM,
            note_id=note["key"],
            visit_id="v3",
            rubric=visit.frameworks[0],
            area=code,
        )
        for note in tables()["note"]
        for code in note["areas"]
    )


def an_event(kind: str, date: str = "", text: str = "") -> Event:
    """Return an event of the authority's record that the worked example does not have."""
    (authority,) = records(Authority)
    return Event(
        id=f"event-{kind}-{date}", stream_id=STREAM, authority_id=authority.id, kind=kind, date=date, text=text
    )


def facts(**instead: Any) -> Facts:
    """Return the example's facts, with some of them replaced."""
    (authority,), (example,) = records(Authority), tables()["example"]
    people = records(Person)
    inspectors = inspectors_among(people, [example["lead"]])
    *earlier, visit = records(Visit)
    known: dict[str, Any] = {
        "authority": authority,
        "visit": visit,
        "earlier": tuple(earlier),
        "rubric": rubric(visit.frameworks[0]),
        "sessions": records(Session),
        "notes": records(Note),
        "links": links(),
        "findings": settled(records(Finding), rubric(visit.frameworks[0])),
        "recommendations": records(Recommendation),
        "meetings": records(Meeting),
        "events": records(Event),
        "inspectors": inspectors,
        "signatory": chosen(inspectors, example["lead"]),
        "addressee": chosen(office_holders(people, authority), example["addressee"]),
        "date": example["letter_date"],
    }
    return Facts(**{**known, **instead})
