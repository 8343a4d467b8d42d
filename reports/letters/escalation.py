# SPDX-License-Identifier: MIT
"""The letter that raises the concern level: facts → Draft, in the order of domain (d) 3. No wording, no layout."""

from reports.facts import Facts
from reports.letters import levels
from reports.letters.draft import Draft, DraftParagraph, DraftSection, DraftSentence
from reports.letters.due import REVIEW_WITHIN, still_due
from reports.letters.recommended import musts, still_asked
from reports.letters.voice import Voice, closing, items, letter, lists, note, paragraph, section, source
from reports.letters.wording import Slots, Wording
from storage.model.event import Event

SECTIONS = ("statement", "evidence", "assurances", "impact", "action", "required", "consequences", "close")
SLOTS: Slots = {
    **levels.SLOTS,
    **{
        slot: frozenset(places.split())
        for slot, places in {
            "statement_missing": "",
            "statement_visit": "visit authority dates",
            "indicators": "",
            "areas": "",
            "area": "area points",
            "files": "count",
            "files_note": "",
            "anonymous": "",
            "evidence_missing": "",
            "assurances": "",
            "assured": "date claim",
            "assurance": "",
            "assurance_borne_out": "",
            "assurance_not_sustained": "",
            "assurances_missing": "",
            "impact_missing": "",
            "action": "authority",
            "action_point": "action date",
            "action_undated": "action",
            "action_missing": "",
            "required": "authority",
            "required_missing": "",
            "monitoring": "inspectorate",
            "review": "amount due",
            "inspection": "inspectorate",
            "ministers": "",
            "ministers_note": "",
        }.items()
    },
}

_ASSURED = ("assurance", "assurance_borne_out", "assurance_not_sustained")
"""Kinds of event: what the authority assured us of; untested, borne out, or not sustained (domain (c), "LA claim")."""
_DONE = "council_action"
"""The kind of event that is the authority's own account of what it has done."""
_MINISTERS = ("significant", "ministerial_notice", "intervention")
"""Levels at which a letter says what the Welsh Ministers may do (2014 Act, ss.150 to 152)."""


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the letter that the facts support; what they do not tell is left out or shown as a slot."""
    voice = Voice(facts, wording)
    why = [_statement(voice), _evidence(voice), _assurances(voice), _impact(voice)]
    then = [_action(voice), _required(voice), _consequences(voice), closing(voice)]
    return letter(voice, [*why, *then])


def _statement(voice: Voice) -> DraftSection | None:
    visit = voice.facts.visit
    steps = levels.changes(voice.facts)
    change, *reasons = levels.told(voice, steps[-1]) if steps else [None]
    kind, dates = voice.named("visits", visit.kind), voice.dates(visit.dates)
    basis = voice.said("statement_visit", [visit], visit=kind, authority=voice.authority(), dates=dates)
    return section(
        voice, "statement", [paragraph(change or voice.standard("statement_missing"), *reasons), paragraph(basis)]
    )


def _evidence(voice: Voice) -> DraftSection | None:
    facts = voice.facts
    declined = [each for each in facts.findings_as("indicators") if each.polarity == "weakness"]
    areas = [_area(voice, each.code) for each in (facts.rubric.areas if facts.rubric else ())]
    weak = [each for each in facts.findings if each.polarity == "weakness"]
    count = voice.number(facts.files_read) if facts.files_read else ""
    shown = [
        *lists(voice.said("indicators", declined), voice.stated(declined)),
        *lists(voice.said("areas", weak), areas),
        paragraph(voice.said("files", [facts.visit], count=count), voice.standard("anonymous") if count else None),
        note(voice.standard("files_note") if count else None),
    ]
    return section(voice, "evidence", shown if any(shown) else [paragraph(voice.standard("evidence_missing"))])


def _area(voice: Voice, code: str) -> DraftSentence | None:
    area = voice.facts.rubric.area_of(code) if voice.facts.rubric else None
    adverse = voice.facts.adverse(code)
    because = [finding for _criterion, findings in adverse for finding in findings]
    points = voice.points(criterion.code for criterion, _findings in adverse)
    title = area.title[voice.wording.language] if area else code
    return voice.said("area", because, area=title, points=points)


def _assurances(voice: Voice) -> DraftSection | None:
    given = voice.facts.events_of(*_ASSURED)
    if not given:
        return section(voice, "assurances", [paragraph(voice.standard("assurances_missing"))])
    lead = paragraph(voice.said("assurances", given))
    return section(voice, "assurances", [lead, *(_assured(voice, each) for each in given)])


def _assured(voice: Voice, given: Event) -> DraftParagraph | None:
    said = voice.said("assured", [given], date=voice.dates(given.date), claim=voice.own(given.text))
    became = voice.said(given.kind, [given]) if said else None
    ours = DraftSentence(voice.own(given.found), (source(given),)) if given.found and said else None
    return paragraph(said, became, ours, kind="bullet")


def _impact(voice: Voice) -> DraftSection | None:
    felt = [DraftSentence(voice.own(each.impact), (source(each),)) for each in voice.facts.findings if each.impact]
    said = [*felt, *voice.stated(voice.facts.findings_as("conclusion"))]
    return section(voice, "impact", [paragraph(*said) or paragraph(voice.standard("impact_missing"))])


def _action(voice: Voice) -> DraftSection | None:
    done = voice.facts.events_of(_DONE)
    if not done:
        return section(voice, "action", [paragraph(voice.standard("action_missing"))])
    lead = voice.said("action", done, authority=voice.authority())
    return section(voice, "action", lists(lead, [_taken(voice, each) for each in done]))


def _taken(voice: Voice, done: Event) -> DraftSentence | None:
    said = voice.said("action_point", [done], action=voice.own(done.text), date=voice.dates(done.date))
    return said or voice.said("action_undated", [done], action=voice.own(done.text))


def _required(voice: Voice) -> DraftSection | None:
    asked = still_asked(voice.facts)
    if not asked:
        return section(voice, "required", items([voice.standard("required_missing")], "prose"))
    lead = voice.said("required", asked, authority=voice.authority())
    return section(voice, "required", [paragraph(lead), *musts(voice, asked)])


def _consequences(voice: Voice) -> DraftSection | None:
    facts, inspectorate = voice.facts, voice.inspectorate(voice.facts.visit.inspectorate)
    held, steps = facts.conference, levels.changes(facts)
    level = steps[-1].after if steps else facts.authority.concern_level
    review = voice.said("review", [held], **still_due(voice, held.held if held else "", REVIEW_WITHIN))
    rhythm = paragraph(voice.standard("monitoring", inspectorate=inspectorate), review)
    inspection = paragraph(voice.standard("inspection", inspectorate=voice.inspectorate(facts.visit.inspectorate)))
    named = level in _MINISTERS
    ministers = paragraph(voice.standard("ministers") if named else None)
    statute = note(voice.standard("ministers_note") if named else None)
    return section(voice, "consequences", [rhythm, inspection, ministers, statute])
