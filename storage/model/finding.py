# SPDX-License-Identifier: MIT
"""What the inspectors hold to be so, and the notes it stands on. What is asked because of it: recommendation.py."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A statement that stands on evidence."""

    entity: ClassVar[str] = "finding"
    visit_id: str = ""
    statement: str = prose()
    areas: tuple[str, ...] = ()
    """Criterion codes."""
    polarity: str = "weakness"
    """strength or weakness."""
    grade: str = ""
    """A code of the rubric's scale (grades.py); empty while ungraded."""
    direction: str = ""
    """improved, sustained, unchanged, deteriorated, first_look or not_looked_at; empty while unsaid."""
    earlier: str = ""
    """The finding or recommendation that the direction is measured against (FindingId, RecommendationId)."""
    impact: str = prose()
    """What it means for children."""
    systemic: bool = False
    """True when it is no single case: the way the service works brings it about."""
    immediate: bool = False
    """True when it cannot wait for the letter."""
    role: str = ""
    """The place it takes in a letter: overall, conclusion, strength, progress … (reports/facts.py)."""
    supports: tuple[str, ...] = ()
    """Notes for it (NoteId)."""
    contradicts: tuple[str, ...] = ()
    """Notes against it (NoteId)."""
    state: str = "hunch"
    """hunch, proposed, corroborated, agreed, in_letter or set_aside, as last moved; how it stands: agreeing.py."""
    set_aside_because: str = prose()
    """Why it was set aside."""
    looked_at: tuple[str, ...] = ()
    """Withdrawn notes without which it was left to stand by somebody who looked (NoteId)."""
