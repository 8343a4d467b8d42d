# SPDX-License-Identifier: MIT
"""A sample of the authority's list: all that decided who was drawn, and what came of it. The draw itself: sampling.py.

With the same list anybody draws the same cases again and compares the sheet.
"""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Record):
    """One draw."""

    entity: ClassVar[str] = "sample"
    visit_id: str = ""
    list_id: str = ""
    """The list it was drawn from (CaseList)."""
    seed: str = ""
    strata: tuple[str, ...] = ()
    """Fields that part the list (population.GROUPS)."""
    size: int = 0
    """Cases in all, or from each stratum."""
    proportional: bool = True
    quotas: tuple[tuple[str, ...], ...] = ()
    """Strata for which a number was set by hand: the number, then the stratum's values."""
    excluded: tuple[tuple[str, str], ...] = ()
    """(pseudonym, why) each, left out before the draw."""
    replaced: tuple[tuple[str, str], ...] = ()
    """(pseudonym, why) each, in the order in which they were replaced."""
    drawn: tuple[str, ...] = ()
    """Pseudonyms, stratum by stratum, in the order of the draw."""
    counts: tuple[tuple[str, ...], ...] = ()
    """For each stratum: cases, without those left out, quota, drawn, then its values."""
    spread: tuple[tuple[str, str, int, int], ...] = ()
    """(field, value, cases in the list, cases in the sample) each."""
    taken_by: tuple[tuple[str, str], ...] = ()
    """(replaced, the case that took its place, or nothing) each."""
