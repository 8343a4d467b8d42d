# SPDX-License-Identifier: MIT
"""Things to test with, each with valid defaults: `a_note(store, visit, text=…)`. Nothing of ours is ever mocked."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

from storage import door, keys
from storage.acts import authorities, concerns, findings, links, members, notes, points, standing, visits
from storage.gesture import Gesture
from storage.model.authority import Authority
from storage.model.change import Change, Ref
from storage.model.concern import Concern
from storage.model.event import Event
from storage.model.finding import Finding
from storage.model.ids import DeviceId, GestureId, StreamId, new_id
from storage.model.letter import Letter, Paragraph, Section, Sentence
from storage.model.link import Link
from storage.model.meeting import Meeting
from storage.model.note import Note
from storage.model.person import Person
from storage.model.point import Point
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.model.rubric import Area, Criterion, Rubric
from storage.model.session import Session
from storage.model.visit import Visit
from storage.queries.rows import one
from storage.store import Store, scratch
from storage.vault import in_memory

PASSPHRASE = "a lantern under seven hills"
RUBRIC = "improvement-conference-2018"
SHIPPED_COST = dict(keys._ARGON)
"""What a passphrase costs to stretch outside these tests (conftest.py makes it cheap)."""


class FakeClock:
    """The time as a test wants it; every reading is a millisecond later, so that identifiers keep their order."""

    def __init__(self, start: datetime = datetime(2018, 7, 10, 9, 0, tzinfo=UTC)) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def step(self, **amount: float) -> None:
        """Move on, or back: `clock.step(days=-400)`."""
        self.moment += timedelta(**amount)


def a_store(name: str = "Practice Inspector") -> Store:
    """Return a store that dies with its process, introduced as somebody."""
    store = _new() if threading.get_ident() == _MADE_BY else scratch()
    members.introduce(store, name)
    return store


def _new() -> Store:
    """Return what `scratch` would, its tables copied page by page: making them takes twenty times as long."""
    unlocked = keys.fleeting()
    db = in_memory(unlocked.store)
    _EMPTY.db.conn.backup(db.conn)
    store = Store(db, unlocked)
    if not store.tables.are_current():  # a test has put other nouns in the place of ours
        store.refold()
    return store


_EMPTY, _MADE_BY = scratch(), threading.get_ident()
"""Made as the module is read and not by the first test that asks, so that what chance gives a test stays the same."""


def again(store: Store, record: Record) -> Any:
    """Return the thing as it stands now."""
    found = one(store, type(record), record.id)
    assert found is not None
    return found


def an_authority(store: Store, **fields: Any) -> Authority:
    """Return a new authority."""
    given = {"name": "Practice Borough Council", "service": "children's services", **fields}
    return _found(store, Authority, authorities.add(store, **given))


def a_visit(store: Store, authority: Authority | None = None, **fields: Any) -> Visit:
    """Return a new visit, of a new authority when none is given."""
    given = {"dates": "2018-07-10/2018-07-11", "frameworks": (RUBRIC,), **fields}
    return _found(store, Visit, visits.plan(store, authority or an_authority(store), **given))


def a_session(store: Store, visit: Visit, **fields: Any) -> Session:
    """Return a new session of the visit."""
    times = {"starts": "09:30", "ends": "11:00"} if "starts" not in fields else {}
    given = {**times, "title": "File reading", **fields}
    return _found(store, Session, visits.add_session(store, visit, **given))


def a_note(store: Store, visit: Visit, text: str = "Six of eight files held a current plan.", **fields: Any) -> Note:
    """Return a new note of the visit."""
    return _found(store, Note, notes.write(store, visit, text, **fields))


def a_link(store: Store, note: Note, area: str = "QA1", span: tuple[int, int] | None = None) -> Link:
    """Return a link of the note to a criterion."""
    return _found(store, Link, links.link(store, note, RUBRIC, area, span))


def a_finding(store: Store, visit: Visit, statement: str = "Supervision is irregular.", **fields: Any) -> Finding:
    """Return a new finding of the visit."""
    return _found(store, Finding, findings.state(store, visit, statement, **fields))


def a_concern(store: Store, visit: Visit, what: str = "No adult has seen child D this week.", **fields: Any) -> Concern:
    """Return a new matter of concern of the visit."""
    return _found(store, Concern, concerns.raise_concern(store, visit, what, **fields))


def a_point(store: Store, visit: Visit, text: str = "Ask for the supervision log.", day: int = 1) -> Point:
    """Return a new line of enquiry of the visit."""
    return _found(store, Point, points.enquire(store, visit, text, day))


def a_person(store: Store, authority: Authority, **fields: Any) -> Person:
    """Return somebody new of the authority, by role."""
    return _found(store, Person, standing.add_person(store, authority, **{"display_role": "Team manager 1", **fields}))


def an_event(store: Store, authority: Authority, **fields: Any) -> Event:
    """Return a new event of the authority."""
    given = {"kind": "concern_received", "date": "2017-11", "text": "A concern was received.", **fields}
    return _found(store, Event, standing.add_event(store, authority, **given))


def a_recommendation(store: Store, authority: Authority, **fields: Any) -> Recommendation:
    """Return a new recommendation to the authority."""
    given = {"number": "R1", "text": "Review every plan.", **fields}
    return _found(store, Recommendation, standing.recommend(store, authority, **given))


def a_meeting(store: Store, authority: Authority, **fields: Any) -> Meeting:
    """Return a new meeting with the authority."""
    return _found(store, Meeting, standing.add_meeting(store, authority, **{"held": "2018-10-08", **fields}))


def a_letter(store: Store, visit: Visit, *sentences: str) -> Letter:
    """Return a new letter of one section and one paragraph, with the sentences."""
    gesture = Gesture("letters.draft", store.me)
    letter = Letter(
        id=new_id(), stream_id=visit.stream_id, visit_id=visit.id, authority_id=visit.authority_id, kind="monitoring"
    )
    part: dict[str, Any] = {"stream_id": visit.stream_id, "letter_id": letter.id}
    section = Section(id=new_id(), order="0010", code="thanks", **part)
    paragraph = Paragraph(id=new_id(), order="0010", section_id=section.id, **part)
    for record in (letter, section, paragraph):
        gesture.add(record)
    for number, text in enumerate(sentences, 1):
        gesture.add(Sentence(id=new_id(), order=f"{number:04}", paragraph_id=paragraph.id, text=text, **part))
    store.record(*gesture.changes)
    return _found(store, Letter, letter.id)


def a_change(**fields: Any) -> Change:
    """Return a bare change that no store has numbered, or that has the given place in its device's chain."""
    given: dict[str, Any] = {
        "stream": StreamId("s.one"),
        "entity": "finding",
        "entity_id": "f1",
        "before": {},
        "after": {"statement": "words", "present": True},
        "parents": {},
        "act": "findings.state",
        "by": "somebody",
        "at": "2018-07-10T09:00:00.000Z",
        "gesture": GestureId("g1"),
    }
    return Change(**{**given, **fields})


def ref(device: str, seq: int) -> Ref:
    """Return the name of a change."""
    return Ref(DeviceId(device), seq)


def join(host: Store, stream: StreamId, guest: Store, role: str = "second") -> None:
    """Give the guest's device a seat and the stream's key, and hand over all there is."""
    members.grant(host, stream, members.my_card(guest), role)
    hand_over(host, guest, stream)


def hand_over(giver: Store, taker: Store, stream: StreamId, source: str = "parcel") -> door.Received:
    """Give the taker everything it lacks of the stream, through the door."""
    lacking = tuple(giver.ledger.sealed(stream, taker.ledger.vector(stream)))
    keys = {seat.device: bytes.fromhex(seat.verify_key) for seat in giver.tables.roster(stream).values()}
    return door.receive(taker, door.Delivery(lacking, keys, {stream: giver.keyring.keys(stream)}), source)


def a_rubric(name: str = "trial-2026", replaces: dict[str, tuple[str, ...]] | None = None, **words: str) -> Rubric:
    """Return a small rubric that is not shipped; `X1="…"` gives a criterion other words, or adds it to area X."""
    titles = {"X1": "Plans are current", "X2": "Visits are on time", "X3": "Records show analysis", **words}
    criteria = tuple(
        Criterion(code, {"en": each, "cy": f"{each} (cy)"}, {"en": (f"{code} is seen in files",)})
        for code, each in titles.items()
    )
    area = Area("X", {"en": "Practice", "cy": "Arfer"}, criteria)
    title = {"en": f"Trial {name}", "cy": f"Prawf {name}"}
    return Rubric(name, title, "ours", (area,), replaces={"": replaces} if replaces else {})


def _found(store: Store, noun: type[Any], record_id: str) -> Any:
    found = one(store, noun, record_id)
    assert found is not None
    return found
