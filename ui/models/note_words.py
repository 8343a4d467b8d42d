# SPDX-License-Identifier: MIT
"""How a note is called on every screen: its kind of source, strength or weakness. No widgets."""

from typing import NamedTuple

from resources.language import N_, _
from storage.model.note import Note

KINDS = {
    "file": N_("File"),
    "interview": N_("Interview"),
    "focus_group": N_("Focus group"),
    "observation": N_("Observation"),
    "meeting": N_("Meeting"),
    "data": N_("Data"),
    "document": N_("Document"),
}
"""Source kind → its name."""


class Polarity(NamedTuple):
    """How one polarity is said: by word, by shape and by colour."""

    name: str
    icon: str
    role: str


POLARITIES = {
    "strength": Polarity(N_("Strength"), "check", "strength"),
    "neutral": Polarity(N_("Neutral"), "minus", "muted"),
    "weakness": Polarity(N_("Weakness"), "triangle-alert", "weakness"),
}


def kind_name(kind: str) -> str:
    """Return the name of a kind of source; a newer version's kind is shown as it is."""
    return _(KINDS.get(kind, kind))


def title_of(note: Note) -> str:
    """Return what a note is called in lists: its kind of source with role and case."""
    parts = (kind_name(note.source_kind), note.source_role, note.case_ref)
    return " · ".join(part for part in parts if part)
