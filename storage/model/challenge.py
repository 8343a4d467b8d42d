# SPDX-License-Identifier: MIT
"""What the authority says to a draft letter in the factual-accuracy round, and what was decided on it.

Fields: domain (c), "Factual-accuracy comment". How such comments are read from a file: imports/challenges.py.
"""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record, prose

CHALLENGE_KINDS = {"typo": N_("Slip of the pen"), "fact": N_("Fact"), "omission": N_("Omission")}
"""Kind → its name, in menu order (domain (c))."""

DECISIONS = {"": N_("Open"), "accepted": N_("Accepted"), "partly": N_("Accepted in part"), "rejected": N_("Rejected")}
"""Decision → its name; the empty one stands for none yet."""

WHOLE = "letter"
"""Stands for a paragraph in a comment that somebody said is about the letter as a whole."""

WORKING_DAYS = 10
"""For the authority's reply, unless somebody says otherwise: the figure of CQC's rounds (domain (b), "Deadlines")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge(Record):
    """One comment of the authority on a draft letter."""

    entity: ClassVar[str] = "challenge"
    letter_id: str = ""
    visit_id: str = ""
    paragraph_id: str = ""
    """The paragraph it is about; WHOLE for the letter as a whole; empty where nobody has said."""
    quoted: str = ""
    """The words of the draft that it is about, as the authority had them."""
    kind: str = "fact"
    """One of CHALLENGE_KINDS."""
    text: str = prose()
    """What the authority says, or the words it proposes."""
    proof: str = prose()
    """What it names as evidence."""
    said_by: str = ""
    """By role, or as the file names its writer."""
    received: str = ""
    """The day it came, ISO."""
    decision: str = ""
    """One of DECISIONS."""
    reason: str = prose()
    change: str = prose()
    """What was changed in the letter because of it."""
    source_id: str = ""
    """Which file and which comment of it, for one that was brought in: the same is not brought in twice."""
