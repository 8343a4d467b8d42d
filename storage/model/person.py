# SPDX-License-Identifier: MIT
"""Inspectors, and people of the authority: by role; by name only for public office-holders. Never a child or family."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who inspects, or somebody who was spoken to or written to."""

    entity: ClassVar[str] = "person"
    display_role: str = ""
    """How they appear: "Social worker C", "Team manager 2", "Inspector". Empty when no source states it."""
    name: str = ""
    """The real name, only for public office-holders and inspectors."""
    organisation: str = ""
    address: tuple[str, ...] = ()
    """Where letters to her go, a line each, where that is not the authority's own address."""
    since: str = ""
    """A fuzzy date: from when she has held the office; empty when no source states it."""
    until: str = ""
    """A fuzzy date: until when; empty while she holds it. Nobody is deleted: letters of the time name her."""
    is_public_office: bool = False
    is_inspector: bool = False
    practice: bool = False
    """True for a practice inspector: an invented person for demonstrations and training."""
