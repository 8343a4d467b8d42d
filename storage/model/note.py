# SPDX-License-Identifier: MIT
"""An evidence note: what was said or seen, when, by whom noted. It belongs to its author. Its areas are in link.py."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """One evidence note."""

    entity: ClassVar[str] = "note"
    visit_id: str = ""
    session_id: str = ""
    author: str = ""
    """The inspector whose note it is (PersonId): only she rewords it."""
    text: str = prose()
    source_kind: str = "file"
    """file, interview, focus_group, observation, meeting, data or document."""
    source_role: str = ""
    """Who spoke, or whose record it was, by role; never a child's or family's name."""
    event_at: str = ""
    """When it was said or seen, UTC; with `event_part`, when that part of the day begins."""
    event_part: str = ""
    """How exact `event_at` is: empty for to the minute, else morning, afternoon, evening or day (provenance.PARTS)."""
    captured_at: str = ""
    """When it was written down, UTC."""
    polarity: str = "neutral"
    """strength, neutral or weakness."""
    verbatim: bool = False
    """True for the speaker's own words, False for a summary."""
    observed: bool = True
    """True for what the inspector saw herself, False for what somebody claimed."""
    particulars: tuple[tuple[str, str], ...] = ()
    """What its kind has of its own, (name, words) each: a document its owner, say (particulars.py)."""
    case_ref: str = ""
    """The pseudonym of the case, "Case 07"."""
    from_memory: bool = False
    from_paper: bool = False
    """True when it came in from paper or another program: the author is then whoever brought it in."""
    source_author: str = ""
    """The name of whoever wrote it first, of a note that was brought in; empty for one's own."""
    source_id: str = ""
    """What tells a note that was brought in from others of its source: its identifier there, or file digest and row."""
    source_history: tuple[tuple[str, ...], ...] = ()
    """How it was amended where it came from: (when, who, field, before, after, reason) each, oldest first."""
    amend_reason: str = prose()
    """Why it was last amended; every amendment keeps its own in the log."""
    after_close: bool = False
    """True once it was amended after fieldwork had closed."""
    confidential: bool = False
    """True for a source who must not be recognised: never printed among a sentence's sources."""
    handling: str = ""
    """confidential_source, not_for_letter, or empty: handling.py says what follows. It goes with `confidential`."""
    illustration: bool = False
    """True for an invented note of the worked example: wherever it is shown, it says so."""
