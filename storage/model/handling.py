# SPDX-License-Identifier: MIT
"""How a note is to be handled: a source who must not be recognised, words for no letter. What obeys it: elsewhere.

Older versions know only `confidential`; acts/notes.py keeps the two in step.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from resources.language import N_
from storage.model.note import Note

CONFIDENTIAL, NOT_FOR_LETTER = "confidential_source", "not_for_letter"
HANDLINGS: Mapping[str, str] = MappingProxyType(
    {CONFIDENTIAL: N_("Confidential source"), NOT_FOR_LETTER: N_("Not for the letter")}
)
"""Code → its name, in menu order."""


def handling(note: Note) -> str:
    """Return how a note is to be handled: a code of HANDLINGS, or an empty text."""
    return note.handling or (CONFIDENTIAL if note.confidential else "")


def in_step(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a note with `handling` and `confidential` agreeing, where either of them is given."""
    if "handling" in fields:
        return {**fields, "confidential": fields["handling"] == CONFIDENTIAL}
    if "confidential" in fields:
        return {**fields, "handling": CONFIDENTIAL if fields["confidential"] else ""}
    return dict(fields)
