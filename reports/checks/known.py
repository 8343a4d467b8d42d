# SPDX-License-Identifier: MIT
"""Who must not be recognised, and who may be named: what the search knows. Matching: names.py, marks.py.

A line of the private list is a person: names, dates, addresses and references, parted by semicolons or tabs, in any
order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from reports.checks.days import days_in
from storage.search.words import words

PARTICLES = frozenset(
    (
        *("ap", "ab", "y", "yr", "o", "de", "da", "di", "du", "van", "von", "der", "den", "al", "el"),
        *("la", "le", "bin", "ibn", "mac", "mc", "ferch", "verch", "st"),
    )
)
"""Words within names that say nothing by themselves."""
TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "miss", "mx", "dr", "master", "sir", "lady", "dame", "rev", "prof"),
        *("professor", "cllr", "councillor"),
    )
)
POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b")
STREETS = {
    **{"road": "rd", "street": "st", "avenue": "ave", "lane": "ln", "close": "cl", "drive": "dr", "court": "ct"},
    **{"terrace": "terr", "crescent": "cres", "gardens": "gdns", "place": "pl", "square": "sq", "grove": "gr"},
    **{"heol": "", "ffordd": "", "stryd": "", "lôn": "", "rhodfa": "", "maes": "", "cilgant": "", "clos": ""},
}
"""What streets are called → how that is shortened."""
_STREET = re.compile(rf"\b(?:{'|'.join([*STREETS, *filter(None, STREETS.values())])})\b", re.IGNORECASE)
_REFERENCE = re.compile(r"(?=.*\d)[\w/.-]+(?: [\d/.-]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked for, folded, and what is let be."""

    names: tuple[tuple[str, ...], ...] = ()
    """Each a name's words in order, without titles and particles."""
    births: frozenset[date] = frozenset()
    addresses: tuple[str, ...] = ()
    references: frozenset[str] = frozenset()
    allowed: frozenset[str] = field(default_factory=frozenset)
    """Words of names that may stand in a letter: inspectors, public office-holders, the authority."""
    vocabulary: frozenset[str] = field(default_factory=frozenset)
    """Words that letters of this type write with a capital and that are no names."""


def known_of(
    lines: Iterable[str], references: Iterable[str] = (), public: Iterable[str] = (), vocabulary: Iterable[str] = ()
) -> Known:
    """Return what a private list, a case key's references and the names of public people come to."""
    names: dict[tuple[str, ...], None] = {}
    births: set[date] = set()
    addresses: dict[str, None] = {}
    found = {_plain(each) for each in references}
    for cell in (cell.strip() for line in lines for cell in re.split(r"[;\t|]", line)):
        if not cell:
            continue
        if days := [day for _span, day in days_in(cell)]:
            births.update(days)
        elif POSTCODE.search(cell) or (_STREET.search(cell) and re.search(r"\d|,", cell)):
            addresses[cell] = None
        elif _REFERENCE.fullmatch(cell):
            found.add(_plain(cell))
        elif name := name_words(cell):
            names[name] = None
    return Known(
        tuple(names),
        frozenset(births),
        tuple(addresses),
        frozenset(each for each in found if len(each) > 3),
        frozenset(word for text in public for word in words(text)),
        frozenset(word for text in vocabulary for word in words(text)),
    )


def name_words(text: str) -> tuple[str, ...]:
    """Return a name's words, folded, without title and particles; "Pritchard, Megan" comes as Megan Pritchard."""
    last, comma, first = text.partition(",")
    ordered = f"{first} {last}" if comma else text
    return tuple(each for each in words(ordered) if len(each) > 1 and each not in PARTICLES and each not in TITLES)


def _plain(reference: str) -> str:
    return "".join(each for each in reference.upper() if each.isalnum())
