# SPDX-License-Identifier: MIT
"""What an authority was asked to do, when, and what has become of it."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Record):
    """One recommendation of one visit."""

    entity: ClassVar[str] = "recommendation"
    authority_id: str = ""
    visit_id: str = ""
    """The visit it came from."""
    number: str = ""
    """Its number in the record: R4."""
    title: str = ""
    text: str = prose()
    areas: tuple[str, ...] = ()
    recurs: str = ""
    """The earlier recommendation it repeats (RecommendationId)."""
    direction: str = ""
    """How it stood when last tested (finding.Finding.direction)."""
    status: str = "issued"
    """A state of rules.RECOMMENDATION_STATES."""
    due: str = ""
    owner: str = ""
    """Who answers for it at the authority, by role."""
    letter_id: str = ""
    """The letter that made it, where that is here (LetterId)."""
    closed_because: str = prose()
    """Why nothing more is asked."""


def place_of(number: str) -> tuple[int, str]:
    """Return what sorts recommendations and actions by their numbers: R2 before R10, and none first."""
    return int("".join(filter(str.isdecimal, number)) or 0), number  # a ² is a digit, and no number
