# SPDX-License-Identifier: MIT
"""How letters speak of recommendations: which still ask for something, how each stands. In which section: each type."""

from collections.abc import Iterable

from reports.facts import Facts
from reports.letters.draft import DraftParagraph, DraftSentence
from reports.letters.voice import Voice, items, source
from storage.model.recommendation import Recommendation

OPEN = ("drafted", "issued", "accepted", "partly", "disputed", "in_plan", "progress_reported", "carried_forward")
"""States in which a recommendation still asks for something (domain (b), "Recommendation")."""
BETTER = ("improved", "sustained")
"""Directions of travel that a letter counts as improvement."""
POINT = {"earlier_point": "number title direction"}
"""The slot that `standing` fills, and its places."""


def earlier(facts: Facts) -> tuple[Recommendation, ...]:
    """Return the recommendations that earlier visits made and nobody has closed."""
    before = {visit.id for visit in facts.earlier}
    return tuple(each for each in facts.recommendations if each.visit_id in before and each.status != "closed")


def still_asked(facts: Facts) -> tuple[Recommendation, ...]:
    """Return what is still wanted: open, not better, in words; of one that was repeated only the later."""
    wanted = [each for each in facts.recommendations if each.status in OPEN and each.direction not in BETTER]
    repeated = {each.recurs for each in wanted}
    return tuple(each for each in wanted if each.id not in repeated and each.text)


def standing(voice: Voice, asked: Iterable[Recommendation]) -> list[DraftSentence | None]:
    """Return for each its number, title and direction of travel; one that nobody tested says so (domain (f) 11)."""
    return [
        voice.said(
            "earlier_point",
            [each],
            number=each.number,
            title=title(voice, each),
            direction=voice.named("directions", each.direction or "not_looked_at"),
        )
        for each in asked
    ]


def musts(voice: Voice, asked: Iterable[Recommendation]) -> list[DraftParagraph]:
    """Return each in its own words, as a numbered list."""
    return items((DraftSentence(voice.own(each.text), (source(each),)) for each in asked), "numbered")


def title(voice: Voice, asked: Recommendation) -> str:
    """Return its title in the letter's language: where that is not English, what its criteria are called there."""
    return voice.points(asked.areas) if voice.wording.language != "en" else asked.title
