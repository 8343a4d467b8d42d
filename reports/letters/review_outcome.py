# SPDX-License-Identifier: MIT
"""The small letter after a review meeting: facts → Draft (domain (b), "Review meeting"; (d) 6). No wording, no layout.

What the meeting came to is recorded by people, as an event; the letter never works it out.
"""

from reports.facts import Facts
from reports.letters.draft import Draft, DraftSection, DraftSentence
from reports.letters.recommended import POINT, standing
from reports.letters.voice import Voice, closing, letter, lists, paragraph, section, source
from reports.letters.wording import Slots, Wording
from storage.model.event import Event
from storage.model.meeting import Meeting

SECTIONS = ("opening", "progress", "outcome", "agreed", "next", "close")
SLOTS: Slots = {
    slot: frozenset(places.split())
    for slot, places in {
        "opening": "date authority",
        "opening_missing": "",
        "opening_conference": "date",
        "opening_attended": "attendees",
        "progress": "",
        "progress_missing": "",
        "review_sufficient": "",
        "review_insufficient": "",
        "review_deteriorated": "",
        "outcome_missing": "",
        "agreed": "authority",
        "agreed_action": "action",
        "agreed_missing": "",
        "next_sufficient": "",
        "next_insufficient": "inspectorate",
        "next_deteriorated": "inspectorate",
        "next_missing": "",
        **POINT,
    }.items()
}

_OUTCOMES = ("review_sufficient", "review_insufficient", "review_deteriorated")


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the letter that the facts support; what they do not tell is left out or shown as a slot."""
    voice = Voice(facts, wording)
    held = [each for each in facts.meetings if each.kind == "review" and each.held]
    last = held[-1] if held else None
    outcomes = facts.events_of(*_OUTCOMES)
    outcome = outcomes[-1] if outcomes else None
    met = [_opening(voice, last), _progress(voice), _outcome(voice, outcome)]
    return letter(voice, [*met, _agreed(voice, last), _next(voice, outcome), closing(voice)])


def _opening(voice: Voice, held: Meeting | None) -> DraftSection | None:
    before = voice.facts.conference
    date = voice.dates(held.held, weekday=True) if held else ""
    attendees = voice.joined(map(voice.own, held.attendees)) if held else ""
    conference = voice.dates(before.held, weekday=True) if before else ""
    opened = voice.said("opening", [held], date=date, authority=voice.authority())
    followed = voice.said("opening_conference", [before], date=conference)
    attended = voice.said("opening_attended", [held], attendees=attendees)
    return section(voice, "opening", [paragraph(opened or voice.standard("opening_missing"), followed, attended)])


def _progress(voice: Voice) -> DraftSection | None:
    asked = voice.facts.recommendations
    shown = lists(voice.said("progress", asked), standing(voice, asked))
    return section(voice, "progress", shown or [paragraph(voice.standard("progress_missing"))])


def _outcome(voice: Voice, outcome: Event | None) -> DraftSection | None:
    if outcome is None:
        return section(voice, "outcome", [paragraph(voice.standard("outcome_missing"))])
    reasons = DraftSentence(voice.own(outcome.text), (source(outcome),)) if outcome.text else None
    return section(voice, "outcome", [paragraph(voice.said(outcome.kind, [outcome]), reasons)])


def _agreed(voice: Voice, held: Meeting | None) -> DraftSection | None:
    actions = held.agreed_actions if held else ()
    points = [voice.said("agreed_action", [held], action=voice.own(each)) for each in actions]
    shown = lists(voice.said("agreed", [held], authority=voice.authority()), points) if points else []
    return section(voice, "agreed", shown or [paragraph(voice.standard("agreed_missing"))])


def _next(voice: Voice, outcome: Event | None) -> DraftSection | None:
    if outcome is None:
        return section(voice, "next", [paragraph(voice.standard("next_missing"))])
    slot = outcome.kind.replace("review_", "next_")
    names = {} if slot == "next_sufficient" else {"inspectorate": voice.inspectorate(voice.facts.visit.inspectorate)}
    return section(voice, "next", [paragraph(voice.said(slot, [outcome], **names))])
