# SPDX-License-Identifier: MIT
"""What a day on site has come to: emerging findings, what is thin or missing, tomorrow's enquiries, open concerns.

The evidence is counted by the database; no note is read. How it is shown: reports/sheets and ui/day.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from storage.model.agreeing import BOTH
from storage.model.authority import Authority
from storage.model.clock import read_stamp, span_of
from storage.model.concern import Concern
from storage.model.point import ENQUIRY, SAID, Point
from storage.model.rubric import Criterion
from storage.model.visit import LONGEST, Visit
from storage.queries.authorities import authority
from storage.queries.concerns import concerns_of_visit, outcomes_wanted
from storage.queries.editions import rubrics_of_visit
from storage.queries.findings import Weighed, weighed_of_visit
from storage.queries.members import members, my_seat
from storage.queries.points import points_of_visit
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from storage.vault import world


@dataclass(frozen=True, slots=True)
class Standing:
    """How a criterion stands: what its present notes are."""

    criterion: Criterion
    notes: int = 0
    kinds: tuple[str, ...] = ()
    """Kinds of source, sorted."""
    authors: int = 0
    polarities: tuple[str, ...] = ()

    @property
    def is_contradicted(self) -> bool:
        """Say whether notes of strength and of weakness both speak to it."""
        return {"strength", "weakness"} <= set(self.polarities)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a visit as it stands now."""

    visit: Visit
    authority: Authority | None
    number: int
    days: int
    on: date | None
    """The calendar day, where the visit's dates say it."""
    notes: int
    """Present notes whose moment lies on that day; of the whole visit where its dates do not say the day."""
    findings: tuple[Weighed, ...]
    """Present and not set aside, weaknesses first."""
    standings: tuple[Standing, ...]
    """Every criterion of the visit's frameworks, in their order."""
    inspectors: int
    """People with a seat as inspectors: with one there is nobody to see it a second time."""
    points: tuple[Point, ...]
    """Every line of the visit's sheets."""
    concerns: tuple[Concern, ...]
    """Of this visit."""
    wanted: tuple[Concern, ...]
    """Of earlier visits to the same authority, whose outcome is asked for now."""
    by: str = ""
    """The name of whoever looks."""

    @property
    def unseen(self) -> tuple[Standing, ...]:
        """Return the criteria that no note speaks to."""
        return tuple(each for each in self.standings if not each.notes)

    @property
    def single_source(self) -> tuple[Standing, ...]:
        """Return the criteria whose notes are all of one kind of source."""
        return tuple(each for each in self.standings if len(each.kinds) == 1)

    @property
    def one_inspector(self) -> tuple[Standing, ...]:
        """Return the criteria that rest on one inspector alone, where there are two."""
        return tuple(each for each in self.standings if each.authors == 1 and self.inspectors > 1)

    @property
    def contradicted(self) -> tuple[Standing, ...]:
        """Return the criteria for which notes of strength and of weakness both speak."""
        return tuple(each for each in self.standings if each.is_contradicted)

    @property
    def enquiries(self) -> tuple[Point, ...]:
        """Return the lines of enquiry that were typed up to this day and are not followed yet, and this day's own."""
        lines = (each for each in self.points if each.kind == ENQUIRY)
        return tuple(each for each in lines if each.day == self.number or (each.day < self.number and not each.done))

    @property
    def said(self) -> tuple[Point, ...]:
        """Return what was said at the day's feedback meeting, by when."""
        return tuple(each for each in self.points if each.kind in SAID and each.day == self.number)

    @property
    def open(self) -> tuple[Concern, ...]:
        """Return the visit's matters of concern that nobody has acknowledged."""
        return tuple(each for each in self.concerns if each.is_open)


PARTS: Mapping[str, frozenset[str]] = {
    "notes": frozenset({"note", "visit"}),
    "findings": frozenset({"finding", "agreement", "note", "member"}),
    "standings": frozenset({"link", "note", "edition", "visit"}),
}
"""The parts of a day that take long over thousands of notes → the nouns whose changes may alter them."""


def day_of_visit(
    store: Store, visit_id: str, number: int, known: Day | None = None, again: Collection[str] = tuple(PARTS)
) -> Day | None:
    """Return a day of a visit (1 is its first), or None when the visit is not here.

    Of PARTS only those named in `again` are read; the others are as they are `known`, or empty. So a screen reads one
    after another, and only what was touched.
    """
    there = visit_by_id(store, visit_id)
    if there is None:
        return None
    inspectors = {each.person_id for each in members(store, there.stream_id) if each.present and each.role in BOTH}
    me, on = my_seat(store, there.stream_id), date_of(there, number)
    before = known if known is not None and known.visit.id == visit_id else None
    return Day(
        visit=there,
        authority=authority(store, there.authority_id),
        number=number,
        days=days_of(there),
        on=on,
        notes=_notes(store, there.id, on) if "notes" in again else before.notes if before else 0,
        findings=_findings(store, there) if "findings" in again else before.findings if before else (),
        standings=_standings(store, there) if "standings" in again else before.standings if before else (),
        inspectors=len(inspectors),
        points=points_of_visit(store, there.id),
        concerns=concerns_of_visit(store, there.id),
        wanted=outcomes_wanted(store, there),
        by=me.name if me else "",
    )


def _findings(store: Store, visit: Visit) -> tuple[Weighed, ...]:
    stated = [each for each in weighed_of_visit(store, visit.id) if each.state != "set_aside"]
    return tuple(sorted(stated, key=lambda each: each.finding.polarity == "strength"))


def days_of(visit: Visit) -> int:
    """Return how many days a visit has: as planned, or as its dates say; at least one, and no more than LONGEST."""
    return min(max(visit.days, _span_days(visit), 1), LONGEST)


def date_of(visit: Visit, number: int) -> date | None:
    """Return the calendar day of a visit's day, or None where its dates name no exact first day."""
    first = _first(visit)
    return first + timedelta(number - 1) if first else None


def day_now(visit: Visit, today: date) -> int:
    """Return the visit's day that today is: its first before it, its last after it."""
    first = _first(visit)
    return min(max((today - first).days + 1, 1), days_of(visit)) if first else 1


def _first(visit: Visit) -> date | None:
    """Return the first day where it is exact: "autumn 2017" names none."""
    try:
        span = span_of(visit.dates.partition("/")[0])
    except ValueError:
        return None
    return span.earliest if span.earliest == span.latest else None


def _span_days(visit: Visit) -> int:
    if _first(visit) is None:
        return 0
    try:
        span = span_of(visit.dates)
    except ValueError:
        return 0
    length = (span.latest - span.earliest).days + 1
    return length if length <= LONGEST else 0


"""Days; a range of years ("2017-01-10/2019") is no timetable."""


def _notes(store: Store, visit_id: str, on: date | None) -> int:
    """Count by hours in the database: of thousands of notes a few dozen moments are read."""
    with world(store.folder):
        rows = store.db.execute(
            "SELECT max(event_at), COUNT(*) FROM note WHERE visit_id = ? AND present GROUP BY substr(event_at, 1, 15)",
            (visit_id,),
        ).fetchall()
    return sum(count for at, count in rows if on is None or _local_day(str(at)) == on)


def _local_day(at: str) -> date | None:
    try:
        return read_stamp(at).astimezone().date()
    except ValueError:
        return None


def _standings(store: Store, visit: Visit) -> tuple[Standing, ...]:
    counted = _counted(store, visit.id)
    return tuple(
        _standing(criterion, counted.get((rubric.name, criterion.code), ()))
        for rubric in rubrics_of_visit(store, visit)
        for area in rubric.areas
        for criterion in area.criteria
    )


def _standing(criterion: Criterion, groups: Sequence[tuple[str, str, str, int]]) -> Standing:
    kinds, polarities = {group[0] for group in groups}, {group[2] for group in groups}
    authors, notes = {group[1] for group in groups}, sum(group[3] for group in groups)
    return Standing(criterion, notes, tuple(sorted(kinds)), len(authors), tuple(sorted(polarities)))


def _counted(store: Store, visit_id: str) -> Mapping[tuple[str, str], Sequence[tuple[str, str, str, int]]]:
    """Return (rubric, code) → (kind of source, author, polarity, notes): a note falls into one group only."""
    found: dict[tuple[str, str], list[tuple[str, str, str, int]]] = {}
    with world(store.folder):
        rows = store.db.execute(
            "SELECT link.rubric, link.area, note.source_kind, note.author, note.polarity, COUNT(DISTINCT note.id)"
            " FROM link JOIN note ON note.id = link.note_id AND note.stream_id = link.stream_id"
            " WHERE link.visit_id = ? AND link.present AND note.present GROUP BY 1, 2, 3, 4, 5",
            (visit_id,),
        ).fetchall()
    for rubric, code, *group in rows:
        found.setdefault((rubric, code), []).append(tuple(group))
    return found
