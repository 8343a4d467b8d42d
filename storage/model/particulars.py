# SPDX-License-Identifier: MIT
"""What each kind of note has of its own beside its words: an interview its topics, a document its owner and date.

Which, follows the records of practice that are collected in the field: interview, indicator, document seen, meeting,
case file. A name means the same in every kind. Kept as pairs, so that a kind may come to have more without another
table. Showing them: ui/notes.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from resources.language import N_


class Asked(NamedTuple):
    """One of them, as it is asked for."""

    name: str
    """A gettext key: a word, as on a form."""
    meaning: str
    """A gettext key: what belongs there."""


_TOPICS = Asked(N_("Topics"), N_("What was talked about"))
PARTICULARS: Mapping[str, Mapping[str, Asked]] = MappingProxyType(
    {
        "file": {
            "part": Asked(N_("Part"), N_("Part of the file")),
            "entry": Asked(N_("Dated"), N_("Date of the entry")),
        },
        "interview": {"team": Asked(N_("Team"), N_("Team or service")), "topics": _TOPICS},
        "focus_group": {"number": Asked(N_("Number"), N_("How many took part")), "topics": _TOPICS},
        "observation": {
            "place": Asked(N_("Where"), N_("Where it was")),
            "activity": Asked(N_("Activity"), N_("What was going on")),
        },
        "meeting": {
            "meeting": Asked(N_("Meeting"), N_("Which meeting it was")),
            "chair": Asked(N_("Chair"), N_("Who chaired, by role")),
        },
        "data": {
            "indicator": Asked(N_("Indicator"), N_("Which indicator")),
            "period": Asked(N_("Period"), N_("Which period")),
            "value": Asked(N_("Value"), N_("Value, with its unit")),
        },
        "document": {
            "title": Asked(N_("Title"), N_("Title of the document")),
            "owner": Asked(N_("Owner"), N_("Whose document it is")),
            "version": Asked(N_("Dated"), N_("Its date or version")),
            "held": Asked(N_("Held at"), N_("Where it is held")),
        },
    }
)
"""Kind of source → name of each particular → how it is asked for."""
MOST = max(map(len, PARTICULARS.values()))
"""Particulars of one kind, at most."""


def kept(kind: str, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what a note of a kind keeps of these, in order: its own, and what only a newer version knows."""
    own = PARTICULARS.get(kind, {})
    names = (*own, *(name for name in values if name not in _TITLES))
    return tuple((name, values[name]) for name in names if values.get(name))


def pairs(given: Any) -> tuple[tuple[str, str], ...]:
    """Return the (name, words) of a note's particulars; what is no such pair is passed over: stores hold what came."""
    if not isinstance(given, list | tuple):
        return ()
    two = [each for each in given if isinstance(each, list | tuple) and len(each) == 2]
    return tuple((name, words) for name, words in two if isinstance(name, str) and isinstance(words, str))


def title(name: str) -> str:
    """Return what a particular is called, a gettext key; the name itself where only a newer version knows it."""
    return _TITLES.get(name, name)


_TITLES = {name: asked.name for each in PARTICULARS.values() for name, asked in each.items()}
