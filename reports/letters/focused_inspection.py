# SPDX-License-Identifier: MIT
"""The letter after a focused inspection: facts → Draft, in the order of domain (d) 5. No wording, no layout."""

from reports.facts import Facts
from reports.letters.draft import Draft, DraftParagraph, DraftSection
from reports.letters.due import DRAFT_WITHIN, FINAL_WITHIN, counted
from reports.letters.recommended import still_asked, title
from reports.letters.themes import criteria
from reports.letters.voice import Voice, closing, letter, lists, note, paragraph, section
from reports.letters.wording import Slots, Wording
from storage.model.finding import Finding

SECTIONS = ("opening", "headline", "priority", "improve", "findings", "use", "close")
SLOTS: Slots = {
    slot: frozenset(places.split())
    for slot, places in {
        "opening": "service authority dates",
        "opening_inspectors": "names",
        "opening_topic": "scope",
        "opening_framework": "framework",
        "headline_direction": "direction",
        "headline_missing": "",
        "priority": "",
        "priority_draft": "amount due",
        "priority_final": "amount due",
        "priority_note": "",
        "improve": "",
        "improve_point": "title",
        "improve_missing": "",
        "theme_practice": "",
        "theme_oversight": "",
        "theme_leadership": "",
        "theme_workforce": "",
        "theme_other": "",
        "findings_missing": "",
        "use": "inspectorate",
    }.items()
}

THEMES = {
    "oversight": frozenset({"W5"}),
    "leadership": frozenset({"W7", "P6", "I1", "I4", "I5"}),
    "workforce": frozenset({"P5"}),
}
"""Theme → criteria of the four principles. Every other criterion is about practice."""
_ORDER = ("practice", "oversight", "leadership", "workforce", "other")
"""Practice, then management oversight, then leadership and quality assurance, then workforce (domain (d) 5)."""
_OVERALL = ("overall", "conclusion")


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the letter that the facts support; what they do not tell is left out or shown as a slot."""
    voice = Voice(facts, wording)
    first = [_opening(voice), _headline(voice), _priority(voice), _improve(voice)]
    return letter(voice, [*first, _findings(voice), _use(voice), closing(voice)])


def theme(facts: Facts, finding: Finding) -> str:
    """Return the theme of most of the finding's criteria; "other" where they lead to none of the four principles."""
    found = [_theme_of(code) for code in criteria(facts, finding)]
    return max(_ORDER, key=found.count) if found else "other"


def _theme_of(code: str) -> str:
    return next((name for name, codes in THEMES.items() if code in codes), "practice")


def _opening(voice: Voice) -> DraftSection | None:
    facts, visit = voice.facts, voice.facts.visit
    where = {"service": voice.own(visit.service), "authority": voice.authority(), "dates": voice.dates(visit.dates)}
    framework = facts.rubric.title[voice.wording.language] if facts.rubric else ""
    names = voice.joined(each.name for each in facts.inspectors)
    return section(
        voice,
        "opening",
        [
            paragraph(
                voice.said("opening", [visit], **where),
                voice.said("opening_inspectors", facts.inspectors, names=names),
                voice.said("opening_topic", [visit], scope=voice.joined(map(voice.own, visit.scope))),
                voice.said("opening_framework", [visit], framework=framework),
            )
        ],
    )


def _headline(voice: Voice) -> DraftSection | None:
    overall = voice.facts.findings_as(*_OVERALL)
    moved = next((each for each in overall if each.direction), None)
    direction = voice.named("directions", moved.direction) if moved else ""
    compared = voice.said("headline_direction", [moved], direction=direction)
    said = paragraph(*voice.stated(overall)) or paragraph(voice.standard("headline_missing"))
    return section(voice, "headline", [said, paragraph(compared)])


def _priority(voice: Voice) -> DraftSection | None:
    """None without a serious weakness: the section is there only "if any"."""
    serious = [each for each in voice.facts.findings if each.grade == "priority" or each.immediate]
    day = voice.facts.date
    plan = paragraph(
        voice.said("priority_draft", serious, **counted(voice, day, DRAFT_WITHIN)),
        voice.said("priority_final", serious, **counted(voice, day, FINAL_WITHIN)),
    )
    shown = lists(voice.said("priority", serious), voice.stated(serious))
    days = note(voice.standard("priority_note") if plan else None)
    return section(voice, "priority", [*shown, plan, days])


def _improve(voice: Voice) -> DraftSection | None:
    asked = still_asked(voice.facts)
    points = [voice.said("improve_point", [each], title=title(voice, each)) for each in asked]
    shown = lists(voice.said("improve", asked), points)
    return section(voice, "improve", shown or [paragraph(voice.standard("improve_missing"))])


def _findings(voice: Voice) -> DraftSection | None:
    main = [each for each in voice.facts.findings if each.role not in _OVERALL]
    told = [_told(voice, name, [each for each in main if theme(voice.facts, each) == name]) for name in _ORDER]
    shown = told if any(told) else [paragraph(voice.standard("findings_missing"))]
    return section(voice, "findings", shown)


def _told(voice: Voice, name: str, findings: list[Finding]) -> DraftParagraph | None:
    return paragraph(voice.said(f"theme_{name}", findings), *voice.stated(findings))


def _use(voice: Voice) -> DraftSection | None:
    said = voice.standard("use", inspectorate=voice.inspectorate(voice.facts.visit.inspectorate))
    return section(voice, "use", [paragraph(said)])
