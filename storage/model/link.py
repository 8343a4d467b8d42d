# SPDX-License-Identifier: MIT
"""A note, or a span of it, speaks to a rubric area. A link is a thing with the derived identifier `note:area:span`."""

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
    """Empty for the whole note, else "start-end@device.seq": character offsets in that version of its text."""
    quoted: str = ""
    """The words of the span as they stood."""
