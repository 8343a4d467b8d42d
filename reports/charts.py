# SPDX-License-Identifier: MIT
"""What a chart of a sample's spread shows: bars with their shares, and the same in words. Drawing: ui/cases."""

from collections.abc import Sequence
from dataclasses import dataclass

from resources.language import N_, _, ngettext
from storage.model.population import FIELDS

Spread = Sequence[tuple[str, str, int, int]]
"""(field, value, cases in the list, cases in the sample) each: Sample.spread."""

NONE_SAID = N_("not said")
"""Stands for an empty value."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a field."""

    value: str
    """As it is shown."""
    whole: int
    """Cases in the list."""
    sample: int
    whole_share: float
    """0.0 to 1.0."""
    sample_share: float


def fields_of(spread: Spread) -> tuple[str, ...]:
    """Return the fields that a spread tells of, in the order of population.FIELDS."""
    told = {each[0] for each in spread}
    return tuple(field for field in FIELDS if field in told)


def bars_of(spread: Spread, field: str) -> tuple[Bar, ...]:
    """Return a field's bars: bands by age, all else by size, the largest first."""
    rows = [each for each in spread if each[0] == field]
    whole, sample = max(1, sum(each[2] for each in rows)), max(1, sum(each[3] for each in rows))
    rows.sort(key=lambda each: (_age(each[1]) if field == "age" else -each[2], each[1]))
    return tuple(Bar(shown(each[1]), each[2], each[3], each[2] / whole, each[3] / sample) for each in rows)


def shown(value: str) -> str:
    """Return a value of the list as people read it."""
    return value or _(NONE_SAID)


def percent(share: float) -> str:
    """Return a share as a whole percentage."""
    return _(N_("{percent} %")).format(percent=round(share * 100))


def in_words(field: str, bars: Sequence[Bar]) -> str:
    """Return what a chart shows, for whoever cannot see it."""
    parts = [
        _(N_("{value}: {list} of the list, {sample} of the sample")).format(
            value=bar.value, list=percent(bar.whole_share), sample=percent(bar.sample_share)
        )
        for bar in bars
    ]
    return f"{_(FIELDS[field])}. {'; '.join(parts)}."


def counted(count: int) -> str:
    """Return how many cases."""
    return ngettext("{count} case", "{count} cases", count).format(count=count)


def _age(value: str) -> int:
    digits = value.partition("-")[0].rstrip("+")
    return int(digits) if digits.isdecimal() else 1000
