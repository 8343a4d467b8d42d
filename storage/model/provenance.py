# SPDX-License-Identifier: MIT
"""Written then or added later, from memory, from paper, brought in: what every note says of how it came to be."""

from collections.abc import Mapping
from datetime import time, timedelta
from types import MappingProxyType
from typing import NamedTuple

from resources.language import N_
from storage.model.clock import read_stamp
from storage.model.note import Note

AT_THE_TIME = timedelta(minutes=15)
"""A note captured no later than this after what it tells was written then (issue: the notebook)."""

PROVENANCE: Mapping[str, str] = MappingProxyType(
    {
        "written_then": N_("written then"),
        "added_later": N_("added later"),
        "time_unknown": N_("time not known"),
        "from_memory": N_("from memory"),
        "from_paper": N_("from paper"),
        "brought_in": N_("brought in"),
        "after_close": N_("amended after fieldwork closed"),
    }
)
"""Code → its words, in the order in which they are said."""


class Part(NamedTuple):
    """A part of a day, for what nobody can date to the minute."""

    name: str
    begins: time
    """Local time; what `event_at` holds, so that lists keep the order of the day."""


PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "morning": Part(N_("morning"), time(8)),
        "afternoon": Part(N_("afternoon"), time(12)),
        "evening": Part(N_("evening"), time(17)),
        "day": Part(N_("time of day not known"), time(8)),
    }
)
"""How exact a note's `event_at` is → its name and when it begins; empty is to the minute."""


def provenance(note: Note) -> tuple[str, ...]:
    """Return how a note came to be, as codes of PROVENANCE: first the time, then memory, paper, another program,
    and a late amendment.
    """
    marks = [_time(note)]
    marks += ["from_memory"] if note.from_memory else []
    marks += ["from_paper"] if note.from_paper else []
    marks += ["brought_in"] if note.source_author and not note.from_paper else []
    marks += ["after_close"] if note.after_close else []
    return tuple(marks)


def _time(note: Note) -> str:
    if note.event_part:  # who cannot say when did not write it then: the careful of the two
        return "added_later"
    try:
        later = read_stamp(note.captured_at) - read_stamp(note.event_at)
    except ValueError:
        return "time_unknown"
    return "added_later" if later > AT_THE_TIME else "written_then"
