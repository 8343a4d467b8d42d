# SPDX-License-Identifier: MIT
"""The letter after an improvement conference: facts → Draft, in the order of domain (d) 2. No wording, no layout."""

from reports.facts import Facts
from reports.letters.draft import Draft, DraftParagraph, DraftSection, DraftSentence
from reports.letters.due import PLAN_WITHIN, REVIEW_WITHIN, counted
from reports.letters.voice import Voice, closing, items, letter, lists, paragraph, section
from reports.letters.wording import Slots, Wording
from storage.model.meeting import Meeting
from storage.model.recommendation import Recommendation

SECTIONS = (
    "thanks",
    "purpose",
    "need",
    "inspection",
    "return",
    "monitoring",
    "systemic",
    "agreement",
    "strengths",
    "staff",
    "next",
    "close",
)
SLOTS: Slots = {
    slot: frozenset(places.split())
    for slot, places in {
        "thanks_conference": "date",
        "thanks_manner": "authority",
        "purpose": "inspectorate",
        "purpose_when": "",
        "need": "",
        "need_plain": "",
        "inspection_held": "inspectorate service authority dates",
        "inspection_aim": "scope",
        "inspection_positives": "positives",
        "inspection_recommended": "recommendations",
        "inspection_plan": "authority",
        "return_cause": "service dates source when",
        "return_other": "service dates",
        "return_methods": "methods",
        "return_recommended": "",
        "return_issue": "points",
        "monitoring_agreed": "inspectorate dates",
        "monitoring_held": "inspectorate dates",
        "monitoring_staff": "staff days",
        "monitoring_methods": "methods",
        "monitoring_found": "",
        "monitoring_found_plain": "",
        "monitoring_concluded": "",
        "systemic_request": "inspectorate date",
        "systemic_lead": "count",
        "systemic_issue": "area points",
        "systemic_issue_bare": "area",
        "agreement": "authority actions",
        "strengths": "service",
        "strengths_missing": "",
        "staff_recognised": "",
        "staff_support": "",
        "next_plan": "authority inspectorate amount due",
        "next_review": "amount due",
        "next_membership": "",
        "next_focused": "inspectorate",
    }.items()
}


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the conference letter that the facts support; what they do not tell is left out or shown as a slot."""
    voice = Voice(facts, wording)
    before = [_thanks(voice), _purpose(voice), _need(voice), _inspection(voice), _return(voice), _monitoring(voice)]
    since = [_systemic(voice), _agreement(voice), _strengths(voice), _staff(voice), _next(voice), closing(voice)]
    return letter(voice, [*before, *since])


def _thanks(voice: Voice) -> DraftSection | None:
    held = voice.facts.conference
    date = voice.dates(held.held, weekday=True) if held else ""
    return section(
        voice,
        "thanks",
        [
            paragraph(
                voice.said("thanks_conference", [held], date=date),
                voice.said("thanks_manner", [held], authority=voice.authority()),
            )
        ],
    )


def _purpose(voice: Voice) -> DraftSection | None:
    sentences = voice.standard("purpose", inspectorate=_inspectorate(voice)), voice.standard("purpose_when")
    return section(voice, "purpose", [paragraph(*sentences)])


def _need(voice: Voice) -> DraftSection | None:
    reasons = voice.facts.findings_as("need")
    if not reasons:
        return None
    indicators = voice.facts.event("indicators_received")
    sources = [each for each in (*reasons, voice.facts.conference, indicators) if each]
    slot = "need" if indicators else "need_plain"
    return section(voice, "need", [paragraph(voice.said(slot, sources), *voice.stated(reasons))])


def _inspection(voice: Voice) -> DraftSection | None:
    visit = voice.facts.earlier_visit("inspection")
    if visit is None:
        return None
    asked = voice.facts.recommended_at(visit)
    plan = voice.facts.event("action_plan")
    held = voice.said(
        "inspection_held",
        [visit],
        inspectorate=voice.inspectorate(visit.inspectorate),
        service=voice.own(visit.service),
        authority=voice.authority(),
        dates=voice.dates(visit.dates),
    )
    aim = voice.said("inspection_aim", [visit], scope=voice.joined(map(voice.own, visit.scope)))
    good = voice.said("inspection_positives", [visit], positives=voice.joined(map(voice.own, visit.positives)))
    recommended = voice.said("inspection_recommended", asked, recommendations=_points(voice, *asked))
    answered = voice.said("inspection_plan", [plan], authority=voice.authority())
    return section(voice, "inspection", [paragraph(held, aim, good, recommended, answered)])


def _return(voice: Voice) -> DraftSection | None:
    visit = voice.facts.earlier_visit("return_visit")
    if visit is None:
        return None
    found = DraftSentence(voice.own(visit.conclusion), (f"visit:{visit.id}",)) if visit.conclusion else None
    asked = voice.facts.recommended_at(visit)
    issues = [voice.said("return_issue", [each], points=_points(voice, each)) for each in asked]
    methods = voice.joined(voice.named("methods", each) for each in visit.methods)
    story = paragraph(_why_returned(voice), voice.said("return_methods", [visit], methods=methods), found)
    return section(voice, "return", [story, *lists(voice.said("return_recommended", [visit]), issues)])


def _why_returned(voice: Voice) -> DraftSentence | None:
    visit, concern = voice.facts.earlier_visit("return_visit"), voice.facts.event("concern_received")
    if visit is None:
        return None
    service, dates = voice.own(visit.service), voice.dates(visit.dates)
    if concern is None or visit.trigger != "third_party":
        return voice.said("return_other", [visit], service=service, dates=dates)
    raised, when = voice.named("sources", concern.source), voice.dates(concern.date)
    return voice.said("return_cause", [visit, concern], service=service, dates=dates, source=raised, when=when)


def _monitoring(voice: Voice) -> DraftSection | None:
    facts, visit = voice.facts, voice.facts.visit
    agreed = facts.event("agreement")
    came = voice.said(
        "monitoring_agreed" if agreed else "monitoring_held",
        [visit, agreed] if agreed else [visit],
        inspectorate=_inspectorate(voice),
        dates=voice.dates(visit.dates),
    )
    days = voice.amount(visit.days, "days") if visit.days else ""
    staff = voice.said("monitoring_staff", [visit], staff=voice.own(visit.staff), days=days)
    methods = voice.joined(voice.named("methods", each) for each in visit.methods)
    how = voice.said("monitoring_methods", [visit, *facts.sessions], methods=methods)
    found, concluded = facts.findings_as("overall", "progress"), facts.findings_as("conclusion")
    outcome = [
        _found(voice),
        *voice.stated(found),
        voice.said("monitoring_concluded", concluded),
        *voice.stated(concluded),
    ]
    return section(voice, "monitoring", [paragraph(came, staff, how), paragraph(*outcome)])


def _found(voice: Voice) -> DraftSentence | None:
    found, indicators = (voice.facts.findings_as(*roles) for roles in (("overall", "progress"), ("indicators",)))
    # The authority's own figures are named as evidence only where a finding rests on them.
    return voice.said("monitoring_found" if indicators else "monitoring_found_plain", [*found, *indicators])


def _systemic(voice: Voice) -> DraftSection | None:
    held = voice.facts.conference
    if held is None or not held.issues:
        return None
    concluded = voice.facts.findings_as("overall", "progress", "conclusion")
    date = voice.dates(held.held, weekday=True)
    asked = voice.said("systemic_request", [held, *concluded], inspectorate=_inspectorate(voice), date=date)
    lead = voice.said("systemic_lead", [held], count=voice.number(len(held.issues)))
    issues = items(_issue(voice, held, area) for area in held.issues)
    return section(voice, "systemic", [paragraph(asked, lead), *issues])


def _issue(voice: Voice, held: Meeting, code: str) -> DraftSentence | None:
    rubric = voice.facts.rubric
    area = rubric.area_of(code) if rubric else None
    title = area.title[voice.wording.language] if area else code
    adverse = voice.facts.adverse(code)
    if not adverse:
        return voice.said("systemic_issue_bare", [held], area=title)
    findings = [finding for _criterion, because in adverse for finding in because]
    points = voice.points(criterion.code for criterion, _because in adverse)
    return voice.said("systemic_issue", [held, *findings], area=title, points=points)


def _agreement(voice: Voice) -> DraftSection | None:
    held = voice.facts.conference
    actions = voice.joined(map(voice.own, held.agreed_actions)) if held else ""
    said = voice.said("agreement", [held], authority=voice.authority(), actions=actions)
    return section(voice, "agreement", [paragraph(said)])


def _strengths(voice: Voice) -> DraftSection | None:
    good = voice.facts.findings_as("strength")
    if not good:
        return section(voice, "strengths", [paragraph(voice.standard("strengths_missing"))])
    lead = voice.said("strengths", good, service=voice.own(voice.facts.visit.service))
    return section(voice, "strengths", [paragraph(lead, *voice.stated(good))])


def _staff(voice: Voice) -> DraftSection | None:
    return section(voice, "staff", [paragraph(voice.standard("staff_recognised"), voice.standard("staff_support"))])


def _next(voice: Voice) -> DraftSection | None:
    held = voice.facts.conference
    inspectorate = _inspectorate(voice)
    base = held.held if held else ""
    plan, review = counted(voice, base, PLAN_WITHIN), counted(voice, base, REVIEW_WITHIN)
    sending = {"authority": voice.authority(), "inspectorate": inspectorate, **plan}
    paragraphs: list[DraftParagraph | None] = [
        paragraph(voice.said("next_plan", [held], **sending)),
        paragraph(voice.said("next_review", [held], **review), voice.standard("next_membership")),
        paragraph(voice.standard("next_focused", inspectorate=inspectorate)),
    ]
    return section(voice, "next", paragraphs)


def _points(voice: Voice, *asked: Recommendation) -> str:
    return voice.points(dict.fromkeys(code for each in asked for code in each.areas))


def _inspectorate(voice: Voice) -> str:
    return voice.inspectorate(voice.facts.visit.inspectorate)
