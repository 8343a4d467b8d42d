# SPDX-License-Identifier: MIT
"""What a letter may know of a visit: one frozen dataclass, read from queries. No wording, no choice of what to say."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from resources.language import N_
from storage.errors import Refused
from storage.model.authority import Authority
from storage.model.challenge import Challenge
from storage.model.clock import Span, span_of
from storage.model.event import LEVEL, Event
from storage.model.finding import Finding
from storage.model.letter import Letter
from storage.model.link import Link
from storage.model.meeting import Meeting
from storage.model.note import Note
from storage.model.person import Person
from storage.model.recommendation import Recommendation, place_of
from storage.model.rubric import Criterion, Rubric
from storage.model.session import Session
from storage.model.visit import Visit
from storage.queries import (
    authorities,
    challenges,
    events,
    findings,
    letters,
    links,
    meetings,
    members,
    notes,
    people,
    recommendations,
    sessions,
    visits,
)
from storage.queries.editions import rubric_for
from storage.store import Store

UNSETTLED = ("hunch", "set_aside")
"""States of a finding that no letter may use (domain (b), "Finding")."""
SPOKEN = ("interview", "focus_group", "meeting")
"""Activities in which people are spoken to; feedback is told to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The records a letter draws on. Withdrawn records and unsettled findings are not among them."""

    authority: Authority
    visit: Visit
    earlier: tuple[Visit, ...] = ()
    """Earlier visits to the authority, oldest first."""
    later: tuple[Visit, ...] = ()
    """Visits to it after this one, soonest first: what is planned."""
    rubric: Rubric | None = None
    """The first framework of the visit."""
    sessions: tuple[Session, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Of this visit, in the order of the rubric's criteria."""
    recommendations: tuple[Recommendation, ...] = ()
    """Of the authority, all visits."""
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    issued: tuple[Letter, ...] = ()
    """The visit's signed letters, oldest first."""
    challenged: Letter | None = None
    """The visit's draft that last went out for factual accuracy."""
    challenges: tuple[Challenge, ...] = ()
    """What the authority said to that draft, in the order it came."""
    inspectors: tuple[Person, ...] = ()
    signatory: Person | None = None
    addressee: Person | None = None
    date: str = ""
    """The date the letter bears, ISO; empty while undecided."""

    def findings_as(self, *roles: str) -> tuple[Finding, ...]:
        """Return the findings that take one of these places in a letter (Finding.role)."""
        return tuple(each for each in self.findings if each.role in roles)

    def adverse(self, area: str) -> tuple[tuple[Criterion, tuple[Finding, ...]], ...]:
        """Return the area's criteria that a finding of weakness names, each with those findings, in rubric order."""
        found = self.rubric.area_of(area) if self.rubric else None
        weak = [each for each in self.findings if each.polarity == "weakness"]
        pairs = ((each, tuple(f for f in weak if each.code in f.areas)) for each in (found.criteria if found else ()))
        return tuple((criterion, because) for criterion, because in pairs if because)

    def earlier_visit(self, kind: str) -> Visit | None:
        """Return the latest earlier visit of the kind, or None."""
        return next((each for each in reversed(self.earlier) if each.kind == kind), None)

    def recommended_at(self, visit: Visit) -> tuple[Recommendation, ...]:
        """Return the recommendations that came from the visit, in order of number."""
        return tuple(each for each in self.recommendations if each.visit_id == visit.id)

    def event(self, kind: str) -> Event | None:
        """Return the latest recorded event of the kind, or None."""
        return next((each for each in reversed(self.events) if each.kind == kind), None)

    def events_of(self, *kinds: str) -> tuple[Event, ...]:
        """Return the recorded events of these kinds, oldest first."""
        return tuple(each for each in self.events if each.kind in kinds)

    @property
    def conference(self) -> Meeting | None:
        """Return the improvement conference that the visit led to, or None."""
        own = [each for each in self.meetings if each.kind == "conference" and each.visit_id == self.visit.id]
        return own[-1] if own else None

    @property
    def note_counts(self) -> Counter[str]:
        """Return how many notes there are of each source kind."""
        return Counter(each.source_kind for each in self.notes)

    @property
    def files_read(self) -> int:
        """Return how many cases have a note from their file."""
        return len({each.case_ref for each in self.notes if each.source_kind == "file" and each.case_ref})

    @property
    def spoken_to(self) -> tuple[str, ...]:
        """Return the roles spoken to, each once, in the order of the visit."""
        roles = (role for each in self.sessions if each.activity in SPOKEN for role in each.with_roles)
        return tuple(dict.fromkeys(roles))


def facts_of(store: Store, visit_id: str, date: str = "", signatory_id: str = "", addressee_id: str = "") -> Facts:
    """Return the facts of a visit for a letter of a date. Raise Refused when the visit or its authority is not here.

    A letter knows nothing of what happened after the date it bears: such events and meetings are left out, and the
    authority has the level of concern that held then.
    Without a signatory it is the visit's lead; without an addressee, the authority's only office-holder on record.
    """
    visit = visits.visit(store, visit_id)
    authority = authorities.authority(store, visit.authority_id) if visit else None
    if visit is None or authority is None:
        raise Refused(N_("This visit, or its authority, is not in the store."), N_("Choose a visit from the list."))
    known = _people(store, visit, authority)
    framework = rubric_for(store, visit.frameworks[0], visit.id) if visit.frameworks else None
    leads = [each.person_id for each in members.members(store, visit.stream_id) if each.role == "lead"]
    inspectors, holders = inspectors_among(known, leads), office_holders(known, authority, serving=not addressee_id)
    every = visits.visits_of_authority(store, authority.id)
    written = letters.letters_of_visit(store, visit_id)
    out = _challenged(written)
    happened = sorted(events.events_of_authority(store, authority.id), key=lambda each: _when(each.date))
    return Facts(
        authority=_as_of(authority, happened, date),
        visit=visit,
        earlier=_earlier(visit, every),
        later=_later(visit, every),
        rubric=framework,
        sessions=sessions.sessions_of_visit(store, visit_id),
        notes=notes.notes_of_visit(store, visit_id),
        links=links.links_of_visit(store, visit_id),
        findings=settled(findings.findings_of_visit(store, visit_id), framework),
        recommendations=_asked(store, authority),
        meetings=_met(meetings.meetings_of_authority(store, authority.id), date),
        events=tuple(each for each in happened if _is_known(each.date, date)),
        issued=_issued(written),
        challenged=out,
        challenges=challenges.challenges_of_letter(store, out.id) if out else (),
        inspectors=inspectors,
        signatory=chosen(inspectors, signatory_id or next(iter(leads), "")),
        addressee=chosen(holders, addressee_id),
        date=date,
    )


def settled(every: Iterable[Finding], framework: Rubric | None) -> tuple[Finding, ...]:
    """Return the findings that a letter may use, in the order of the rubric's criteria.

    Not in that of their identifiers: the same records must give the same letter on every device.
    """
    criteria = [each.code for area in (framework.areas if framework else ()) for each in area.criteria]
    order = {code: number for number, code in enumerate(criteria)}

    def place(finding: Finding) -> tuple[int, str]:
        return min((order.get(code, len(order)) for code in finding.areas), default=len(order)), finding.statement

    return tuple(sorted((each for each in every if each.state not in UNSETTLED), key=place))


def inspectors_among(known: Iterable[Person], leads: Collection[str] = ()) -> tuple[Person, ...]:
    """Return the inspectors among the people: who leads first, then by name."""
    return tuple(
        sorted((each for each in known if each.is_inspector), key=lambda each: (each.id not in leads, each.name))
    )


def office_holders(known: Iterable[Person], authority: Authority, *, serving: bool = False) -> tuple[Person, ...]:
    """Return the authority's public office-holders: those who serve, then, where wanted, those who have left."""
    own = (authority.name, *authority.former_names)
    holders = [each for each in known if each.is_public_office and each.organisation in own]
    return tuple(sorted((each for each in holders if not (serving and each.until)), key=lambda each: bool(each.until)))


def chosen(candidates: tuple[Person, ...], person_id: str) -> Person | None:
    """Return the candidate with the identifier; without one, the only candidate; else None: nobody is guessed."""
    if not person_id:
        return candidates[0] if len(candidates) == 1 else None
    return next((each for each in candidates if each.id == person_id), None)


def by_number(recommendation: Recommendation) -> tuple[int, str]:
    """Return what sorts recommendations: R2 before R10."""
    return place_of(recommendation.number)


def _asked(store: Store, authority: Authority) -> tuple[Recommendation, ...]:
    return tuple(sorted(recommendations.recommendations_of_authority(store, authority.id), key=by_number))


def _is_known(happened: str, date: str) -> bool:
    """Say whether something may be known on the letter's date; what has no date may be."""
    when = _when(happened)
    return not date or not when or when[0].earliest.isoformat() <= date


def _as_of(authority: Authority, happened: Iterable[Event], date: str) -> Authority:
    steps = [each for each in happened if each.kind.startswith(LEVEL) and date and _when(each.date)]
    if not steps:
        return authority
    known = [each.kind.removeprefix(LEVEL) for each in steps if _is_known(each.date, date)]
    return replace(authority, concern_level=known[-1] if known else "none")


def _met(every: Iterable[Meeting], date: str) -> tuple[Meeting, ...]:
    """Of one that was held later only that it was due is known."""
    then = [each if _is_known(each.held, date) else replace(each, held="") for each in every]
    return tuple(sorted((each for each in then if each.held or each.due), key=lambda each: _when(each.held)))


def _people(store: Store, visit: Visit, authority: Authority) -> tuple[Person, ...]:
    streams = dict.fromkeys((authority.stream_id, visit.stream_id))
    known = {each.id: each for stream_id in streams for each in people.people_of_stream(store, stream_id)}
    return tuple(known.values())


def _earlier(visit: Visit, every: Iterable[Visit]) -> tuple[Visit, ...]:
    # A visit without a readable date is no history: where it belongs would be a guess.
    this = _when(visit.dates)
    dated = sorted((_when(each.dates), each.id, each) for each in every if each.id != visit.id)
    return tuple(each for when, _id, each in dated if (when and (not this or when < this)) or each.id in visit.previous)


def _later(visit: Visit, every: Iterable[Visit]) -> tuple[Visit, ...]:
    this = _when(visit.dates)
    dated = sorted((_when(each.dates), each.id, each) for each in every if each.id not in (visit.id, *visit.previous))
    return tuple(each for when, _id, each in dated if when and this and when > this)


def _issued(every: Iterable[Letter]) -> tuple[Letter, ...]:
    return tuple(sorted((each for each in every if each.document_id), key=lambda each: (each.date, each.id)))


def _challenged(every: Iterable[Letter]) -> Letter | None:
    return max(
        (each for each in every if each.accuracy_from), key=lambda each: (each.accuracy_from, each.id), default=None
    )


def _when(text: str) -> tuple[Span, ...]:
    # Empty sorts before every date, and is falsy.
    try:
        return (span_of(text),)
    except ValueError:
        return ()
