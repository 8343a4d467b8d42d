# SPDX-License-Identifier: MIT
"""The line under a note's title: when it was said and when written, whose it is, who wrote it first. No widgets."""

from resources.language import N_, _
from storage.model.note import Note
from storage.model.provenance import PROVENANCE, provenance
from storage.queries.members import members
from storage.store import Store
from ui.notes.words import hour, hour_of, local, whole_day

EXAMPLE = N_(
    "Worked example: invented for illustration from public sources, not a record or letter of Care Inspectorate Wales"
)
"""What an invented note says of itself."""


def belonging(store: Store, note: Note) -> str:
    """Return a note's times, its owner, and whoever wrote it first, on one line; of a new note no owner."""
    parts = (_when(note), _whose(store, note) if note.id else "", _first_written(note), _amended(note))
    return " · ".join(part for part in parts if part)


def came_to_be(note: Note) -> str:
    """Return "written then", or "added later, from memory"."""
    return ", ".join(_(PROVENANCE[code]) for code in provenance(note))


def marks(note: Note) -> str:
    """Return what a list says of how a note came to be: nothing for one that was written then."""
    codes = [code for code in provenance(note) if code not in ("written_then", "time_unknown")]
    return ", ".join(_(PROVENANCE[code]) for code in codes)


def _when(note: Note) -> str:
    said, written = local(note.event_at), local(note.captured_at)
    if said is None:
        return ""
    words = f"{whole_day(said.date())}, {hour_of(note)}"
    if written is None or "added_later" not in provenance(note):
        return words
    on = "" if written.date() == said.date() else f"{whole_day(written.date())}, "
    return _(N_("{when}, written {then}")).format(when=words, then=f"{on}{hour(note.captured_at)}")


def _whose(store: Store, note: Note) -> str:
    if note.author == store.me:
        return _(N_("your note"))
    name = next((seat.name for seat in members(store, note.stream_id) if seat.person_id == note.author), "")
    return _(N_("belongs to {name}")).format(name=name or _(N_("somebody else")))


def _first_written(note: Note) -> str:
    if not note.source_author:
        return ""
    return _(N_("first written by {name}")).format(name=note.source_author)


def _amended(note: Note) -> str:
    if not note.after_close or not note.amend_reason:
        return ""
    return _(N_("reason: {reason}")).format(reason=note.amend_reason)
