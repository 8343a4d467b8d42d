# SPDX-License-Identifier: MIT
"""One line of a day's sheets: a line of enquiry for tomorrow, or what was said at a feedback meeting, with its role."""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record, prose

ENQUIRY = "enquiry"
SAID = {
    "told": N_("Told to leaders"),
    "disputed": N_("Disputed by leaders"),
    "offered": N_("Offered by leaders"),
}
"""Kind of what was said at a feedback meeting → its name, in menu order."""
POINT_KINDS = {ENQUIRY: N_("Line of enquiry"), **SAID}
"""Kind → its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Record):
    """One line that an inspector typed for the end of a day."""

    entity: ClassVar[str] = "point"
    visit_id: str = ""
    day: int = 1
    """The visit's day that it belongs to; a line of enquiry is followed on a later one."""
    kind: str = ENQUIRY
    """One of POINT_KINDS."""
    text: str = prose()
    role: str = ""
    """Who was told, disputed or offered, by role; empty for a line of enquiry."""
    said_at: str = ""
    """UTC: when it was said, or when the line of enquiry was written."""
    author: str = ""
    """Who wrote it down (PersonId)."""
    finding_id: str = ""
    """The finding that was told or disputed (FindingId), where there is one."""
    done: bool = False
    """A line of enquiry that was followed."""
