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
    direction: str = ""
    """improved, sustained, unchanged, deteriorated, first_look or not_looked_at; empty while unsaid."""
    role: str = ""
    """The place it takes in a letter: overall, conclusion, strength, progress … (reports/facts.py)."""
    supports: tuple[str, ...] = ()
    """Notes for it (NoteId)."""
    contradicts: tuple[str, ...] = ()
    """Notes against it (NoteId)."""
    state: str = "hunch"
    """hunch, proposed, corroborated, agreed, in_letter or set_aside."""
