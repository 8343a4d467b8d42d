# SPDX-License-Identifier: MIT
"""Draws a stratified random sample that anybody can draw again: list + plan → the same cases (docs/decisions).

No chance is at work here: each case's place in its stratum is the SHA-256 of the seed and its pseudonym, so the order
of the list, the machine and the Python beneath play no part. Pure functions; what is kept: acts/samples.py.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from resources.language import N_
from storage.errors import Refused
from storage.model.population import GROUPS, Population

Values = tuple[str, ...]
"""What a stratum's cases have in common: a value for each field it is parted by."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that decides who is drawn."""

    seed: str
    strata: tuple[str, ...] = ()
    """Fields that part the list; none: one stratum, the whole list."""
    size: int = 12
    """Cases in all when `proportional`, else from each stratum."""
    proportional: bool = True
    quotas: Mapping[Values, int] | None = None
    """Strata for which another number was set by hand."""
    excluded: Mapping[str, str] | None = None
    """Pseudonym → why it was left out before the draw."""
    replaced: Sequence[tuple[str, str]] = ()
    """(pseudonym, why) of cases that were drawn and could not be read, in the order in which they were replaced."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """One part of the list, and what was drawn of it."""

    values: Values
    population: int
    eligible: int
    """Without those left out."""
    quota: int
    drawn: tuple[str, ...]
    """Pseudonyms, in the order of the draw; those that were replaced are no longer among them."""

    @property
    def lacking(self) -> int:
        """Return how many fewer there are than the quota asks for."""
        return max(0, self.quota - len(self.drawn))


@dataclass(frozen=True, slots=True)
class Replacement:
    """A drawn case that made room for the next in its stratum."""

    dropped: str
    by: str
    """Empty when the stratum has no case left."""
    reason: str


@dataclass(frozen=True, slots=True)
class Draw:
    """What a plan gives."""

    strata: tuple[Stratum, ...]
    replacements: tuple[Replacement, ...]

    @property
    def drawn(self) -> tuple[str, ...]:
        """Return every case of the sample, stratum by stratum."""
        return tuple(each for stratum in self.strata for each in stratum.drawn)


def clean_seed(text: str) -> str:
    """Return a seed as it counts: composed, spaces single. “2018  visit” and “2018 visit” are one seed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def place(seed: str, pseudonym: str) -> bytes:
    """Return what a case is ordered by: SHA-256 of `["arolwg sample 1",seed,pseudonym]` as JSON in UTF-8."""
    words = ["arolwg sample 1", clean_seed(seed), pseudonym]
    return sha256(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()).digest()


def draw(population: Population, plan: Plan) -> Draw:
    """Return the sample. Raise Refused for a plan that cannot be drawn."""
    _refuse_nonsense(population, plan)
    excluded = plan.excluded or {}
    parts = _parted(population, plan.strata)
    eligible = {values: [each for each in names if each not in excluded] for values, names in parts.items()}
    quotas = _quotas({values: len(names) for values, names in eligible.items()}, plan)
    orders = {
        values: sorted(names, key=lambda name: (place(plan.seed, name), name)) for values, names in eligible.items()
    }
    taken = {values: names[: quotas[values]] for values, names in orders.items()}
    waiting = {values: names[quotas[values] :] for values, names in orders.items()}
    replacements = tuple(_replace(taken, waiting, *each) for each in plan.replaced)
    strata = tuple(
        Stratum(values, len(names), len(eligible[values]), quotas[values], tuple(taken[values]))
        for values, names in parts.items()
    )
    return Draw(strata, replacements)


def spread(population: Population, drawn: Sequence[str]) -> tuple[tuple[str, str, int, int], ...]:
    """Return (field, value, cases in the list, cases in the sample) for every value of the fields that part a list."""
    chosen, counts = set(drawn), []
    for field in (each for each in GROUPS if each in population.fields):
        whole: dict[str, int] = {}
        sample: dict[str, int] = {}
        for row, value in zip(population.rows, population.values(field), strict=True):
            whole[value] = whole.get(value, 0) + 1
            sample[value] = sample.get(value, 0) + (row[0] in chosen)
        counts += [(field, value, whole[value], sample[value]) for value in sorted(whole)]
    return tuple(counts)


def _parted(population: Population, strata: Sequence[str]) -> dict[Values, list[str]]:
    """Return the strata in the order of their values, compared by code point: the same everywhere."""
    columns = [population.values(field) for field in strata]
    parts: dict[Values, list[str]] = {}
    for at, row in enumerate(population.rows):
        parts.setdefault(tuple(column[at] for column in columns), []).append(row[0])
    return dict(sorted(parts.items()))


def _quotas(sizes: Mapping[Values, int], plan: Plan) -> dict[Values, int]:
    """Return how many each stratum is asked for; shares of a whole by largest remainders (Hamilton), in integers."""
    by_hand = plan.quotas or {}
    if not plan.proportional:
        return {values: by_hand.get(values, plan.size) for values in sizes}
    total = sum(sizes.values())
    shares = {values: divmod(plan.size * size, total) if total else (0, 0) for values, size in sizes.items()}
    quotas = {values: whole for values, (whole, _rest) in shares.items()}
    by_rest = sorted(shares, key=lambda values: (-shares[values][1], values))
    for values in by_rest[: plan.size - sum(quotas.values())]:
        quotas[values] += 1
    return {**quotas, **{values: number for values, number in by_hand.items() if values in quotas}}


def _replace(
    taken: Mapping[Values, list[str]], waiting: Mapping[Values, list[str]], dropped: str, reason: str
) -> Replacement:
    values = next((values for values, names in taken.items() if dropped in names), None)
    if values is None:
        raise Refused(N_("{case} is not in the sample."), N_("Only a case that was drawn is replaced."), case=dropped)
    at = taken[values].index(dropped)
    taken[values].pop(at)
    if not waiting[values]:
        return Replacement(dropped, "", reason)
    following = waiting[values].pop(0)
    taken[values].append(following)
    return Replacement(dropped, following, reason)


def _refuse_nonsense(population: Population, plan: Plan) -> None:
    if not clean_seed(plan.seed):
        raise Refused(
            N_("The sample needs a seed."), N_("Type any word or number: with it the same sample can be drawn again.")
        )
    if plan.size < 1 and not any((plan.quotas or {}).values()):
        raise Refused(N_("The sample has no size."), N_("Say how many cases are to be drawn."))
    if not population.rows:
        raise Refused(N_("The list holds no cases."), N_("Bring in the authority's list first."))
    known = {row[0] for row in population.rows}
    for name, reason in (*(plan.excluded or {}).items(), *plan.replaced):
        if name not in known:
            raise Refused(N_("{case} is not on the list."), N_("Look at its number again."), case=name)
        if not reason.strip():
            raise Refused(
                N_("{case} is left out without a reason."),
                N_("Say why in a few words; the sheet of the sample shows it."),
                case=name,
            )
