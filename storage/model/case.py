# SPDX-License-Identifier: MIT
"""The authority's list as it was brought in, and a case of it that somebody reads: by pseudonym, never by name.

The list's own rows are a sealed file (model/population.py); a case becomes a record only when it is to be read.
"""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record

PROGRESS = {
    "not_started": N_("Not started"),
    "reading": N_("Being read"),
    "read": N_("Read"),
}
"""How far somebody is with a case → its name, in the order of the work."""

SELECTIONS = {
    "random": N_("Drawn at random"),
    "replacement": N_("Drawn in place of another"),
    "tracked": N_("Chosen to be tracked"),
    "authority": N_("Chosen by the authority"),
}
"""Why a case is read → its name (domain (c), "selection reason")."""


KEY_TITLE = "Key of the case list"
"""What the file with pseudonyms and references is called; by it a key's stream is known without its visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList(Record):
    """A list of cases that the authority gave, without its references."""

    entity: ClassVar[str] = "case_list"
    visit_id: str = ""
    document_id: str = ""
    """The file that holds its rows (population.list_bytes)."""
    digest: str = ""
    """SHA-256 of those rows: one list has one digest on every machine."""
    source_digest: str = ""
    """SHA-256 of the authority's file, so that it is known again; its name is not kept."""
    count: int = 0
    fields: tuple[str, ...] = ()
    """Which of population.FIELDS it has."""
    merged: int = 0
    """Rows that were merged into another with the same reference."""
    left_out: int = 0
    """Rows that could not be read and were left out on purpose."""
    key_stream: str = ""
    """Where pseudonym and reference stand together (StreamId): readable only where that stream's key is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """One case that is to be read. Its identifier is derived: choosing it on two devices is choosing it once."""

    entity: ClassVar[str] = "case"
    visit_id: str = ""
    pseudonym: str = ""
    """CASE-07."""
    selection: str = "random"
    """One of SELECTIONS."""
    stratum: tuple[str, ...] = ()
    """What it was drawn for: a value for each field that parted the list."""
    facts: tuple[tuple[str, str], ...] = ()
    """(field of population.FIELDS, value) each, as the list had them."""
    reader: str = ""
    """The inspector who reads it (PersonId); empty while nobody does."""
    progress: str = "not_started"
    """One of PROGRESS."""
    dropped: str = ""
    """Why it is read no longer: it was replaced. Empty while it counts."""
