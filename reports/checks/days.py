# SPDX-License-Identifier: MIT
"""Days written in running text, English or Welsh, mutated or shortened, in words or digits."""

import re
from collections.abc import Iterator
from datetime import date

from resources.language import month
from storage.model import clock
from storage.search.welsh import relatives
from storage.search.words import folded

Span = tuple[int, int]
_ORDINAL = r"(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain)?"
_NAME = r"[^\W\d_]{3,12}"
_FORMS = (
    re.compile(rf"\b(?P<d>\d{{1,2}}){_ORDINAL}(?:\s+of|\s+o)?\s+(?P<m>{_NAME})\.?,?\s+(?P<y>\d{{4}}|\d{{2}})\b", re.I),
    re.compile(rf"\b(?P<m>{_NAME})\.?\s+(?P<d>\d{{1,2}}){_ORDINAL},?\s+(?P<y>\d{{4}})\b", re.I),
    re.compile(r"(?<![\d./-])(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?![\d-])"),
    re.compile(r"(?<![\d./-])(?P<d>\d{1,2})\s?[-./]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<y>\d{4}|\d{2})(?![\d-])"),
)
_DAY_AND_MONTH = re.compile(rf"\b(?P<d>\d{{1,2}}){_ORDINAL}(?:\s+of|\s+o)?\s+(?P<m>{_NAME})\b", re.I)
MONTHS = {
    **{folded(month(date(2001, each, 1), "en").split()[0]): each for each in range(1, 13)},
    **{folded(month(date(2001, each, 1), "en").split()[0])[:3]: each for each in range(1, 13)},
    **{form: each for each in range(1, 13) for form in relatives(folded(month(date(2001, each, 1), "cy").split()[0]))},
    "sept": 9,
}
"""Every way to write a month, folded → its number."""


def days_in(text: str) -> Iterator[tuple[Span, date]]:
    """Yield each whole day that a text names, with its place; of two digits for the year, the newest past one."""
    taken: list[Span] = []
    for form in _FORMS:
        for found in form.finditer(text):
            span, day = found.span(), _day(found["d"], found["m"], found["y"])
            if day is not None and all(span[1] <= start or span[0] >= end for start, end in taken):
                taken.append(span)
                yield span, day


def days_of_the_year_in(text: str) -> Iterator[tuple[Span, tuple[int, int]]]:
    """Yield each (month, day) that a text names, with or without a year."""
    for found in _DAY_AND_MONTH.finditer(text):
        number = MONTHS.get(folded(found["m"]))
        if number:
            yield found.span(), (number, int(found["d"]))


def _day(day: str, named: str, year: str) -> date | None:
    number = int(named) if named.isdecimal() else MONTHS.get(folded(named), 0)
    full = int(year)
    if full < 100:
        full += 2000 if full <= clock.now().year % 100 else 1900
    try:
        return date(full, number, int(day))
    except ValueError:
        return None
