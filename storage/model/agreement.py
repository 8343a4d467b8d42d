# SPDX-License-Identifier: MIT
"""One inspector's yes to a finding, in the words she said yes to. What the yeses come to: agreeing.py."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """A yes. It belongs to who says it, as a note does (law.py); its identifier is `finding.device`."""

    entity: ClassVar[str] = "agreement"
    finding_id: str = ""
    visit_id: str = ""
    author: str = ""
    """Who agrees (PersonId)."""
    agreed_at: str = ""
    """When, UTC."""
    statement: str = ""
    """What she agreed to, as it then stood: with other words, another side, grade or direction she is asked again."""
    polarity: str = "weakness"
    grade: str = ""
    direction: str = ""
