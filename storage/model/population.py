# SPDX-License-Identifier: MIT
"""The authority's list of cases as it is kept: pseudonyms and a few fields, no reference and no name; and as bytes.

Reading an authority's own file is imports/cases.py's; which cases are drawn is sampling.py's.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resources.language import N_

FIELDS = {
    "age": N_("Age band"),
    "status": N_("Plan or status"),
    "legal": N_("Legal status"),
    "team": N_("Team"),
    "worker": N_("Kind of worker"),
    "area": N_("Ward or area"),
    "opened": N_("Opened"),
    "reviewed": N_("Last review"),
    "supervised": N_("Last supervision"),
}
"""Field that may be kept of a case → its name. Nothing else of an authority's list is ever read (domain (c))."""

DATES = ("opened", "reviewed", "supervised")
"""Fields that hold a day, ISO."""
GROUPS = tuple(field for field in FIELDS if field not in DATES)
"""Fields that a list can be parted by."""

_LIST, _KEY = "case list 1", "case key 1"
_NUMBER = re.compile(r"(?:case|achos)[\s._-]*0*(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Population:
    """Every case of a list, by number."""

    fields: tuple[str, ...]
    """Which of FIELDS the list has."""
    rows: tuple[tuple[str, ...], ...]
    """Pseudonym, then a value for each field."""

    def values(self, field: str) -> tuple[str, ...]:
        """Return a field's value of every case."""
        at = self.fields.index(field) + 1
        return tuple(row[at] for row in self.rows)


def pseudonym(number: int, width: int) -> str:
    """Return what a case is called here: CASE-07."""
    return f"CASE-{number:0{max(2, width)}}"


def number_of(text: str) -> int:
    """Return the number of the case that a text names ("CASE-07", "Case 7", "achos 07"), or 0 when it names none."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else 0


def list_bytes(population: Population) -> bytes:
    """Return the list as bytes, the same for the same cases: its digest names it on every machine."""
    return _bytes(_LIST, {"fields": population.fields, "rows": sorted(population.rows, key=_by_number)})


def read_list(data: bytes) -> Population:
    """Return the list that `list_bytes` wrote. Raise ValueError for anything else."""
    plain = _read(_LIST, data)
    fields = tuple(map(str, plain["fields"]))
    rows = tuple(tuple(map(str, row)) for row in plain["rows"])
    if any(len(row) != len(fields) + 1 for row in rows):
        raise ValueError("a row of another length")
    return Population(fields, rows)


def key_bytes(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Return pseudonym → the authority's reference as bytes. They belong in the key's stream and nowhere else."""
    return _bytes(_KEY, {"pairs": sorted(pairs, key=_by_number)})


def read_key(data: bytes) -> dict[str, str]:
    """Return pseudonym → reference, as `key_bytes` wrote it. Raise ValueError for anything else."""
    return {str(name): str(reference) for name, reference in _read(_KEY, data)["pairs"]}


def _by_number(row: Sequence[str]) -> tuple[int, str]:
    return number_of(row[0]), row[0]


def _bytes(kind: str, plain: dict[str, object]) -> bytes:
    return json.dumps({"arolwg": kind, **plain}, ensure_ascii=False, separators=(",", ":")).encode()


def _read(kind: str, data: bytes) -> dict[str, list[list[str]]]:
    try:
        plain = json.loads(data)
        if plain["arolwg"] == kind:
            return dict(plain)
    except (ValueError, KeyError, TypeError) as problem:
        raise ValueError(f"no {kind}") from problem
    raise ValueError(f"no {kind}")
