# SPDX-License-Identifier: MIT
"""What the time line shows, as data: marks on lanes and steps of the level, each with its days. No drawing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from resources.language import N_, _
from storage.model.authority import LEVELS
from storage.model.clock import Span
from storage.model.event import LEVEL_KINDS
from storage.model.record import Record
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord, when
from ui.authority.rows import due_key, key_of
from ui.models.authority_words import called, dated, due_title, joined, standing_word
from ui.models.date_words import span_words

LANES = {
    "visits": N_("Visits"),
    "letters": N_("Letters"),
    "meetings": N_("Meetings"),
    "events": N_("What happened"),
    "due": N_("Due"),
}
"""Lane → its name, from the top."""
ICONS = {
    "visits": "calendar",
    "letters": "book-open",
    "meetings": "users",
    "events": "info",
    "due": "clock",
    "level": "flag",
}
_IN_SIGHT = 550
"""Days after the last thing on record within which today is shown."""
_TOLD = 100
"""Marks, the newest, that are told in one breath; the arrow keys tell every one."""
_MARGIN = 0.04
"""Part of the time shown that is left free at each end."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the time line."""

    key: str
    lane: str
    """One of LANES, or "level"."""
    words: str
    """What it is and when, in a line."""
    span: Span
    role: str = "accent"
    """A token of colour; the words say the same."""


@dataclass(frozen=True, slots=True)
class Step:
    """From the first day of the span on, another level."""

    level: str
    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the time line draws."""

    first: date
    last: date
    marks: tuple[Mark, ...] = ()
    """By day."""
    steps: tuple[Step, ...] = ()
    undated: int = 0
    """Things without a date, which are not drawn."""
    today: date | None = None
    start: str = "none"
    """The level before the first step; where no step has a date, the one that holds."""

    @property
    def rungs(self) -> tuple[str, ...]:
        """Return the levels to be drawn, lowest first: those met, and one above."""
        order = list(LEVELS)
        met = (self.start, *(each.level for each in self.steps))
        top = max((order.index(each) for each in met if each in order), default=0)
        return tuple(order[: min(len(order), max(3, top + 2))])

    def at(self, day: date) -> float:
        """Return where a day lies, from 0 to 1."""
        whole = max(1, (self.last - self.first).days)
        return ((day - self.first).days / whole) * (1 - 2 * _MARGIN) + _MARGIN


def scene(
    known: StandingRecord, due: Sequence[Due], today: date, letter_name: Callable[[str], str] = str
) -> Scene | None:
    """Return the scene of a standing record, or None where nothing has a date."""
    marks, undated = _marks(known, letter_name)
    marks += [_due_mark(each, each.span) for each in due if each.span]
    steps = [
        Step(each.level, found[0], key_of(each.event))
        for each in known.levels
        for found in [when(each.event.date)]
        if found
    ]
    spans = [each.span for each in marks] + [each.span for each in steps]
    if not spans:
        return None
    first, last = min(each.earliest for each in spans), max(each.latest for each in spans)
    if last < today <= last + timedelta(_IN_SIGHT):  # a record of long ago is not pushed to the edge by today
        last = today
    if (last - first).days < 90:
        first, last = first - timedelta(45), last + timedelta(45)
    ordered = tuple(sorted(marks, key=lambda each: (each.span, each.lane, each.key)))
    start = "none" if steps else known.authority.concern_level
    return Scene(first, last, ordered, tuple(steps), undated, today, start)


def ticks(shown: Scene) -> list[tuple[date, str]]:
    """Return days to be marked at the foot, with their words: years, or months where little time is shown."""
    days = (shown.last - shown.first).days
    if days > 730:
        step = max(1, days // 365 // 8)
        years = range(shown.first.year + 1, shown.last.year + 1)
        return [(date(year, 1, 1), str(year)) for year in years if (year - years.start) % step == 0]
    found, day = [], date(shown.first.year, shown.first.month, 1)
    while day <= shown.last:
        if day >= shown.first and (days < 240 or day.month in (1, 4, 7, 10)):
            found.append((day, f"{day:%m/%Y}"))
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return found


def in_words(shown: Scene | None) -> str:
    """Return the whole time line in words, for who does not see it."""
    if shown is None:
        return _(N_("Nothing with a date is on record yet."))
    return "; ".join(each.words for each in shown.marks[-_TOLD:])


def _marks(known: StandingRecord, letter_name: Callable[[str], str]) -> tuple[list[Mark], int]:
    marks: list[Mark] = []
    undated = 0
    told: list[tuple[str, Record, str, str, str]] = [
        *(("visits", each, each.dates, called(each), "accent") for each in known.visits if each.status != "cancelled"),
        *(("letters", each, each.date, letter_name(each.kind), "accent") for each in known.letters),
        *(("meetings", each, each.held, called(each), "accent") for each in known.meetings if each.held),
        *(
            ("level" if each.kind in LEVEL_KINDS else "events", each, each.date, called(each), "muted")
            for each in known.events
        ),
    ]
    for lane, record, day, words, role in told:
        found = when(day)
        if found:
            marks.append(Mark(key_of(record), lane, joined((words, dated(day))), found[0], role))
        else:
            undated += 1
    return marks, undated


def _due_mark(due: Due, span: Span) -> Mark:
    role = {"overdue": "bad", "due_soon": "warn"}.get(due.standing, "muted")
    words = joined((due_title(due), span_words(span), standing_word(due)))
    return Mark(due_key(due), "due", words, Span(span.latest, span.latest), role)
