# SPDX-License-Identifier: MIT
"""What each inspector holds of an area by herself, and what they settle on. Locking and opening: commitment.py."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """One inspector's own rating of an area: first only its commitment, opened when everybody has locked hers.

    It belongs to who rates (law.py); its identifier is `visit:rubric:area.device`.
    """

    entity: ClassVar[str] = "rating"
    visit_id: str = ""
    author: str = ""
    """Who rates (PersonId)."""
    rubric: str = ""
    area: str = ""
    """The area's code, "QA"."""
    commitment: str = ""
    """BLAKE2b-256 of salt and rating, hex. Only the first that was recorded counts."""
    locked_at: str = ""
    """When, UTC."""
    value: str = ""
    """The grade, once opened."""
    words: str = ""
    """Why, once opened."""
    salt: str = ""
    """16 random bytes, hex, once opened."""
    opened_at: str = ""
    """When, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution(Record):
    """What the inspectors settle on for an area after seeing each other's rating. Identifier: `visit:rubric:area`."""

    entity: ClassVar[str] = "resolution"
    visit_id: str = ""
    rubric: str = ""
    area: str = ""
    value: str = ""
    """The grade they agree on."""
    words: str = prose()
    """How they came to it."""
    author: str = ""
    """Who recorded it (PersonId)."""
    settled_at: str = ""
    """When, UTC."""
