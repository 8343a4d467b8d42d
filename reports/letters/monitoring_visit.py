# SPDX-License-Identifier: MIT
"""The letter after a monitoring visit: facts → Draft, in the order of domain (d) 1. No wording, no layout."""

from reports.facts import Facts
from reports.letters.draft import Draft, DraftParagraph, DraftSection, DraftSentence
from reports.letters.recommended import BETTER, POINT, earlier, musts, standing, still_asked, title
from reports.letters.voice import Voice, closing, items, letter, lists, note, paragraph, section, source
from reports.letters.wording import Slots, Wording
from storage.model.meeting import Meeting
from storage.model.record import Record
from storage.model.visit import Visit

SECTIONS = (
    "opening",
    "why",
    "looked_at",
    "headline",
    "strengths",
    "not_improved",
    "priorities",
    "judgement",
    "next",
    "close",
)
SLOTS: Slots = {
    slot: frozenset(places.split())
    for slot, places in {
        "opening": "service authority dates",
        "opening_series": "number",
        "opening_staff": "staff days",
        "opening_inspectors": "names",
        "why_earlier": "inspectorate visit dates",
        "why_concern": "source when",
        "why_recommended": "recommendations",
        "why_level": "level",
        "scope": "scope",
        "methods": "methods",
        "files": "count",
        "files_note": "",
        "spoken": "roles",
        "data": "",
        "headline_missing": "",
        "strengths": "",
        "strengths_missing": "",
        "not_improved": "",
        **POINT,
        "also_found": "",
        "priorities": "",
        "judgement_missing": "",
        "next_conference_set": "date",
        "next_conference_held": "date",
        "next_missing": "",
    }.items()
}


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the monitoring letter that the facts support; what they do not tell is left out or shown as a slot."""
    voice = Voice(facts, wording)
    saw = [_opening(voice), _why(voice), _looked_at(voice), _headline(voice), _strengths(voice)]
    means = [_not_improved(voice), _priorities(voice), _judgement(voice), _next(voice), closing(voice)]
    return letter(voice, [*saw, *means])


def _opening(voice: Voice) -> DraftSection | None:
    facts, visit = voice.facts, voice.facts.visit
    dates, service = voice.dates(visit.dates), voice.own(visit.service)
    days = voice.amount(visit.days, "days") if visit.days else ""
    series = [visit, *facts.earlier]
    return section(
        voice,
        "opening",
        [
            paragraph(
                voice.said("opening", [visit], service=service, authority=voice.authority(), dates=dates),
                voice.said("opening_series", series, number=voice.number(len(series))) if facts.earlier else None,
                voice.said("opening_staff", [visit], staff=voice.own(visit.staff), days=days),
                voice.said(
                    "opening_inspectors", facts.inspectors, names=voice.joined(each.name for each in facts.inspectors)
                ),
            )
        ],
    )


def _why(voice: Voice) -> DraftSection | None:
    authority = voice.facts.authority
    level = voice.named("levels", authority.concern_level) if authority.concern_level != "none" else ""
    earlier = [_earlier(voice, visit) for visit in voice.facts.earlier]
    return section(voice, "why", [*earlier, paragraph(voice.said("why_level", [authority], level=level))])


def _earlier(voice: Voice, visit: Visit) -> DraftParagraph | None:
    asked, concern = voice.facts.recommended_at(visit), voice.facts.event("concern_received")
    raised = None
    if concern and visit.trigger == "third_party":
        by, when = voice.named("sources", concern.source), voice.dates(concern.date)
        raised = voice.said("why_concern", [visit, concern], source=by, when=when)
    came = voice.said(
        "why_earlier",
        [visit],
        inspectorate=voice.inspectorate(visit.inspectorate),
        visit=voice.named("visits", visit.kind),
        dates=voice.dates(visit.dates),
    )
    found = DraftSentence(voice.own(visit.conclusion), (source(visit),)) if visit.conclusion else None
    titles = voice.joined(f"{each.number} {title(voice, each)}" for each in asked)
    return paragraph(came, raised, found, voice.said("why_recommended", asked, recommendations=titles))


def _looked_at(voice: Voice) -> DraftSection | None:
    facts, visit = voice.facts, voice.facts.visit
    sessions = facts.sessions
    files: list[Record] = [each for each in sessions if each.activity == "file_reading"]
    data: list[Record] = [each for each in sessions if each.activity == "data_review"]
    count = voice.number(facts.files_read) if facts.files_read else ""
    methods = voice.joined(voice.named("methods", each) for each in visit.methods)
    told = [each for each in sessions if each.with_roles]
    return section(
        voice,
        "looked_at",
        [
            paragraph(
                voice.said("scope", [visit], scope=voice.joined(map(voice.own, visit.scope))),
                voice.said("methods", [visit], methods=methods),
                voice.said("files", files or [visit], count=count),
                voice.said("data", data or [visit]) if facts.note_counts["data"] else None,
            ),
            note(voice.standard("files_note") if count else None),
            paragraph(voice.said("spoken", told, roles=voice.joined(map(voice.own, facts.spoken_to)))),
        ],
    )


def _headline(voice: Voice) -> DraftSection | None:
    overall = voice.stated(voice.facts.findings_as("overall"))
    points = voice.stated(voice.facts.findings_as("progress", "need", "indicators"))
    opening = paragraph(*overall) or paragraph(voice.standard("headline_missing"))
    return section(voice, "headline", [opening, *items(points[:4])])


def _strengths(voice: Voice) -> DraftSection | None:
    good = [each for each in voice.facts.findings if each.polarity == "strength" or each.direction in BETTER]
    if not good:
        return section(voice, "strengths", [paragraph(voice.standard("strengths_missing"))])
    return section(voice, "strengths", lists(voice.said("strengths", good), voice.stated(good)))


def _not_improved(voice: Voice) -> DraftSection | None:
    before, systemic = earlier(voice.facts), voice.facts.findings_as("systemic")
    return section(
        voice,
        "not_improved",
        [
            *lists(voice.said("not_improved", before), standing(voice, before)),
            *lists(voice.said("also_found", systemic), voice.stated(systemic)),
        ],
    )


def _priorities(voice: Voice) -> DraftSection | None:
    asked = still_asked(voice.facts)
    lead = voice.said("priorities", asked)
    return section(voice, "priorities", [paragraph(lead), *musts(voice, asked)])


def _judgement(voice: Voice) -> DraftSection | None:
    visit = voice.facts.visit
    concluded = voice.stated(voice.facts.findings_as("conclusion"))
    if not concluded and visit.conclusion:
        concluded = [DraftSentence(voice.own(visit.conclusion), (source(visit),))]
    return section(voice, "judgement", [paragraph(*concluded) or paragraph(voice.standard("judgement_missing"))])


def _next(voice: Voice) -> DraftSection | None:
    held = voice.facts.conference
    said = _conference(voice, held) if held else None
    return section(voice, "next", [paragraph(said or voice.standard("next_missing"))])


def _conference(voice: Voice, held: Meeting) -> DraftSentence | None:
    when = held.held or held.due
    past = bool(held.held) and held.held <= (voice.facts.date or held.held)
    slot = "next_conference_held" if past else "next_conference_set"
    return voice.said(slot, [held], date=voice.dates(when, weekday=True))
