# SPDX-License-Identifier: MIT
"""A note, a span of it, or a passage of a file attached to it speaks to a rubric area.

A link is a thing with the derived identifier `note:area:span`.
"""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """One note's link to one criterion of a rubric."""

    entity: ClassVar[str] = "link"
    note_id: str = ""
    visit_id: str = ""
    rubric: str = ""
    """The rubric's edition, e.g. "improvement-conference-2018"."""
    area: str = ""
    """The criterion's code, "QA1"."""
    span: str = ""
    """Empty for the whole note, else "start-end@device.seq": character offsets in that version of its text.

    Of a passage, "start-end@page.document": character offsets in the words of that page.
    """
    quoted: str = ""
    """The words of the span as they stood."""
    document_id: str = ""
    """The attached file that a passage stands in; empty for the note's own words."""
    page: int = 0
    """The passage's page, from 1; 0 for a file without pages."""
