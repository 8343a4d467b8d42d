# SPDX-License-Identifier: MIT
"""The annual performance review letter: facts → Draft, in the order of domain (d) 4. No wording, no layout.

The period is the year from April to March in which the visit lay: the findings that the letter reports are the visit's.
"""

from dataclasses import dataclass
from datetime import date

from reports.facts import Facts
from reports.letters import levels
from reports.letters.draft import Draft, DraftSection, DraftSentence
from reports.letters.recommended import POINT, standing
from reports.letters.themes import by_area
from reports.letters.voice import Voice, closing, items, letter, lists, note, paragraph, section
from reports.letters.wording import Slots, Wording
from storage.model.clock import span_of
from storage.model.meeting import Meeting
from storage.model.visit import Visit

PRINCIPLES = {"well_being": "W", "people": "P", "prevention": "V", "partnership": "I"}
"""Section → area of the four principles, in the order of the letters seen (domain (d) 4)."""
SECTIONS = ("period", "purpose", "caveats", "basis", *PRINCIPLES, "level", "progress", "activity", "close")
SLOTS: Slots = {
    **levels.SLOTS,
    **{
        slot: frozenset(places.split())
        for slot, places in {
            "period": "first last",
            "purpose": "",
            "purpose_feedback": "",
            "purpose_progress": "",
            "purpose_programme": "",
            "caveats": "",
            "caveat_visit": "visit dates",
            "caveat_meeting": "meeting date",
            "caveat_reasons": "",
            "caveats_none": "",
            "basis": "",
            "basis_strengths": "",
            "basis_note": "",
            "strengths": "",
            "improve": "",
            "nothing": "",
            "level_same": "level",
            "progress": "",
            "progress_none": "",
            "activity": "inspectorate",
            "activity_visit": "visit dates",
            "activity_meeting": "meeting dates",
            "programme": "",
            "programme_missing": "",
            "publication": "",
            **POINT,
        }.items()
    },
}


@dataclass(frozen=True, slots=True)
class Period:
    """A year from April to March."""

    first: date
    last: date

    def holds(self, text: str) -> bool:
        """Return whether a fuzzy date lies in it, at least in part. An empty or unreadable one does not."""
        try:
            span = span_of(text)
        except ValueError:
            return False
        return span.earliest <= self.last and span.latest >= self.first


def period_of(visit: Visit) -> Period | None:
    """Return the year from April to March in which the visit ended, or None for a visit without a date."""
    try:
        end = span_of(visit.dates).latest
    except ValueError:
        return None
    year = end.year if end.month >= 4 else end.year - 1
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the review that the facts support; what they do not tell is left out or shown as a slot."""
    voice, year = Voice(facts, wording), period_of(facts.visit)
    opening = [_period(voice, year), _purpose(voice), _caveats(voice, year), _basis(voice)]
    found = [_principle(voice, code, area) for code, area in PRINCIPLES.items()]
    then = [_level(voice, year), _progress(voice), _activity(voice, year)]
    return letter(voice, [*opening, *found, *then, closing(voice, paragraph(voice.standard("publication")))])


def _period(voice: Voice, year: Period | None) -> DraftSection | None:
    ends = [f"{each:%Y-%m}" for each in (year.first, year.last)] if year else ["", ""]
    first, last = (voice.dates(each) for each in ends)
    return section(voice, "period", [paragraph(voice.said("period", [voice.facts.visit], first=first, last=last))])


def _purpose(voice: Voice) -> DraftSection | None:
    points = [voice.standard(f"purpose_{each}") for each in ("feedback", "progress", "programme")]
    return section(voice, "purpose", lists(voice.standard("purpose"), points))


def _caveats(voice: Voice, year: Period | None) -> DraftSection | None:
    undone = [_not_done(voice, each) for each in _visits(voice.facts, year, cancelled=True)]
    undone += [
        _not_held(voice, each) for each in voice.facts.meetings if year and not each.held and year.holds(each.due)
    ]
    if not any(undone):
        return section(voice, "caveats", [paragraph(voice.said("caveats_none", [voice.facts.visit]))])
    reasons = paragraph(voice.standard("caveat_reasons"))
    return section(voice, "caveats", [*lists(voice.standard("caveats"), undone), reasons])


def _not_done(voice: Voice, visit: Visit) -> DraftSentence | None:
    return voice.said("caveat_visit", [visit], visit=voice.named("visits", visit.kind), dates=voice.dates(visit.dates))


def _not_held(voice: Voice, due: Meeting) -> DraftSentence | None:
    return voice.said("caveat_meeting", [due], meeting=voice.named("meetings", due.kind), date=voice.dates(due.due))


def _basis(voice: Voice) -> DraftSection | None:
    said = paragraph(voice.standard("basis"), voice.standard("basis_strengths"))
    return section(voice, "basis", [said, note(voice.standard("basis_note"))])


def _principle(voice: Voice, code: str, area: str) -> DraftSection | None:
    findings = by_area(voice.facts)[area]
    good = [each for each in findings if each.polarity == "strength"]
    weak = [each for each in findings if each.polarity == "weakness"]
    said = [
        *lists(voice.said("strengths", good), voice.stated(good)),
        *lists(voice.said("improve", weak), voice.stated(weak)),
    ]
    return section(voice, code, said or [paragraph(voice.said("nothing", [voice.facts.visit]))])


def _level(voice: Voice, year: Period | None) -> DraftSection | None:
    authority = voice.facts.authority
    steps = [each for each in levels.changes(voice.facts) if year and year.holds(each.event.date)]
    same = voice.said("level_same", [authority], level=voice.named("levels", authority.concern_level))
    return section(voice, "level", [paragraph(*levels.told(voice, each)) for each in steps] or [paragraph(same)])


def _progress(voice: Voice) -> DraftSection | None:
    asked = voice.facts.recommendations
    if not asked:
        return section(voice, "progress", [paragraph(voice.said("progress_none", [voice.facts.authority]))])
    return section(voice, "progress", lists(voice.said("progress", asked), standing(voice, asked)))


def _activity(voice: Voice, year: Period | None) -> DraftSection | None:
    facts = voice.facts
    held = [each for each in facts.meetings if year and year.holds(each.held)]
    done = [_visited(voice, each) for each in _visits(facts, year)] + [_met(voice, each, each.held) for each in held]
    planned = [_visited(voice, each) for each in facts.later if each.status != "cancelled"]
    planned += [_met(voice, each, each.due) for each in facts.meetings if not each.held and each.due]
    ahead = lists(voice.standard("programme"), planned) if any(planned) else []
    lead = voice.said("activity", [facts.visit], inspectorate=voice.inspectorate(facts.visit.inspectorate))
    return section(
        voice, "activity", [*lists(lead, done), *(ahead or items([voice.standard("programme_missing")], "prose"))]
    )


def _visited(voice: Voice, visit: Visit) -> DraftSentence | None:
    kind, dates = voice.named("visits", visit.kind), voice.dates(visit.dates)
    return voice.said("activity_visit", [visit], visit=kind, dates=dates)


def _met(voice: Voice, meeting: Meeting, when: str) -> DraftSentence | None:
    kind, dates = voice.named("meetings", meeting.kind), voice.dates(when)
    return voice.said("activity_meeting", [meeting], meeting=kind, dates=dates)


def _visits(facts: Facts, year: Period | None, *, cancelled: bool = False) -> list[Visit]:
    every = [*facts.earlier, facts.visit, *facts.later]
    return [each for each in every if year and year.holds(each.dates) and (each.status == "cancelled") == cancelled]
