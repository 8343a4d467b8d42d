# SPDX-License-Identifier: MIT
"""The two small letters that answer an improvement plan: it reflects the findings, or it does not (domain (d) 6).

Two letter types of one shape: which of them is right is the inspector's judgement, never the program's.
"""

from functools import partial

from reports.facts import Facts
from reports.letters.draft import Draft, DraftParagraph, DraftSection, DraftSentence
from reports.letters.due import PLAN_WITHIN, REVIEW_WITHIN, counted, still_due
from reports.letters.recommended import still_asked, title
from reports.letters.voice import Voice, closing, letter, lists, paragraph, section
from reports.letters.wording import Slots, Wording
from storage.model.recommendation import Recommendation

SECTIONS = ("receipt", "answer", "next", "close")
_SHARED = {
    "receipt": "authority date",
    "receipt_missing": "",
    "receipt_due": "amount due",
    "answer": "",
    "point": "number title",
    "next_review": "amount due",
}
REFLECTS_SLOTS: Slots = {
    slot: frozenset(places.split())
    for slot, places in {
        **_SHARED,
        "answered": "",
        "answered_missing": "",
        "next_progress": "",
        "next_evidence": "",
    }.items()
}
FALLS_SHORT_SLOTS: Slots = {
    slot: frozenset(places.split())
    for slot, places in {
        **_SHARED,
        "unanswered": "",
        "unanswered_missing": "",
        "next_again": "",
        "next_again_missing": "",
        "next_offer": "",
        "next_focused": "inspectorate",
    }.items()
}

_RECEIVED, _EARLIER = "plan_received", "action_plan"
"""Kinds of event that say that a plan came; the second may be older than the conference, and then is not meant."""
_ANSWERED = ("in_plan", "progress_reported")
"""States of a recommendation that the plan takes up (domain (b), "Recommendation")."""


def _compose(facts: Facts, wording: Wording, *, reflects: bool) -> Draft:
    voice = Voice(facts, wording)
    answer = _answered(voice) if reflects else _unanswered(voice)
    return letter(voice, [_receipt(voice), answer, _next(voice, reflects), closing(voice)])


compose_reflects = partial(_compose, reflects=True)
compose_falls_short = partial(_compose, reflects=False)


def _receipt(voice: Voice) -> DraftSection | None:
    facts, held = voice.facts, voice.facts.conference
    came = facts.event(_RECEIVED) or (None if held else facts.event(_EARLIER))
    date = voice.dates(came.date) if came else ""
    received = voice.said("receipt", [came], authority=voice.authority(), date=date)
    due = voice.said("receipt_due", [held], **counted(voice, held.held if held else "", PLAN_WITHIN))
    return section(voice, "receipt", [paragraph(received or voice.standard("receipt_missing"), due)])


def _answered(voice: Voice) -> DraftSection | None:
    taken_up = [each for each in voice.facts.recommendations if each.status in _ANSWERED]
    return _answer(voice, "answered", taken_up)


def _unanswered(voice: Voice) -> DraftSection | None:
    left = [each for each in still_asked(voice.facts) if each.status not in _ANSWERED]
    return _answer(voice, "unanswered", left)


def _answer(voice: Voice, slot: str, recommendations: list[Recommendation]) -> DraftSection | None:
    points = [_point(voice, each) for each in recommendations]
    shown = lists(voice.said(slot, recommendations), points)
    missing = paragraph(voice.standard(f"{slot}_missing"))
    return section(voice, "answer", [paragraph(voice.standard("answer")), *shown, None if shown else missing])


def _point(voice: Voice, asked: Recommendation) -> DraftSentence | None:
    return voice.said("point", [asked], number=asked.number, title=title(voice, asked))


def _next(voice: Voice, reflects: bool) -> DraftSection | None:
    held = voice.facts.conference
    review = voice.said("next_review", [held], **still_due(voice, held.held if held else "", REVIEW_WITHIN))
    said: list[DraftParagraph | None]
    if reflects:
        said = [paragraph(voice.standard("next_progress"), voice.standard("next_evidence")), paragraph(review)]
    else:
        inspectorate = voice.inspectorate(voice.facts.visit.inspectorate)
        focused = voice.standard("next_focused", inspectorate=inspectorate)
        again = (voice.standard(slot) for slot in ("next_again", "next_again_missing", "next_offer"))
        said = [paragraph(*again), paragraph(review), paragraph(focused)]
    return section(voice, "next", said)
