# SPDX-License-Identifier: MIT
"""What somebody says to a note or a letter's paragraph that may not be hers: comment, question, answer …

It belongs to its author, as a note does (law.py).
"""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record, prose

COMMENT_KINDS = {
    "comment": N_("Comment"),
    "question": N_("Question"),
    "counter_evidence": N_("Counter-evidence"),
    "answer": N_("Answer"),
}
"""Kind → its name, in menu order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """One remark on a note, or on a paragraph of a letter."""

    entity: ClassVar[str] = "comment"
    note_id: str = ""
    visit_id: str = ""
    kind: str = "comment"
    """One of COMMENT_KINDS."""
    text: str = prose()
    author: str = ""
    """Whose comment it is (PersonId)."""
    said_at: str = ""
    """When, UTC."""
    source_author: str = ""
    """The name of whoever said it first, of a comment that was brought in with its visit; empty for one's own."""
    source_id: str = ""
    """Its identifier where it was brought in from."""
    letter_id: str = ""
    """Of a remark on a letter; such a one has no note."""
    paragraph_id: str = ""
    quoted: str = ""
    """The paragraph's words as they stood when this was said: they may be amended since."""
