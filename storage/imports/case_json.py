# SPDX-License-Identifier: MIT
"""What cases, samples and reviews of an exported visit must look like, so that every screen can show them.

The rest of the file is read by visit_json.py; what the fields mean stands in storage/model.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from storage.model.case import PROGRESS, SELECTIONS, Case, CaseList
from storage.model.case_review import FEATURES, OUTCOMES, SHOWN, CaseReview
from storage.model.population import FIELDS, number_of
from storage.model.record import Record
from storage.model.sample import Sample
from storage.model.timeliness import is_sound
from storage.queries.cases import case_id
from storage.queries.reviews import review_id

CHOICES: Mapping[tuple[str, str], Collection[str]] = {
    ("case", "progress"): PROGRESS,
    ("case", "selection"): SELECTIONS,
    ("case_review", "outcome"): OUTCOMES,
}
"""Fields whose value every screen must know."""
NUMBERED = frozenset({("sample", "spread"), ("case_review", "checks")})
"""Fields with numbers inside their lists."""


def wrong_field(record: Record) -> str:
    """Return the first field that no screen could show, or an empty text when all is sound."""
    return next(_wrong(record), "")


def _wrong(record: Record) -> Iterator[str]:
    for name, is_right in _RULES.get(type(record), {}).items():
        if not is_right(getattr(record, name)):
            yield name
    if isinstance(record, Case) and record.id != case_id(record.visit_id, record.pseudonym):
        yield "id"
    if isinstance(record, CaseReview) and record.id != review_id(record.case_id, record.reviewer):
        yield "id"


def _rows(*shape: type) -> Callable[[Any], bool]:
    """Return what says whether every row of a list has just these kinds of values."""
    return lambda rows: all(isinstance(row, tuple) and tuple(map(type, row)) == shape for row in rows)


def _texts(values: Any) -> bool:
    return all(isinstance(each, str) for each in values)


def _counted(numbers: int) -> Callable[[Any], bool]:
    """Return what says whether every row holds texts, so many of them whole numbers at its head."""
    return lambda rows: all(_is_counted(row, numbers) for row in rows)


def _is_counted(row: Any, numbers: int) -> bool:
    if not isinstance(row, tuple) or not _texts(row) or len(row) < numbers:
        return False
    return all(each.isascii() and each.isdecimal() and len(each) < 10 for each in row[:numbers])


def _is_known(fields: Any) -> bool:
    return _texts(fields) and all(field in FIELDS for field in fields)


def _are_cases(names: Any) -> bool:
    return _texts(names) and all(number_of(name) for name in names)


def _are_pairs_of_cases(rows: Any) -> bool:
    return _rows(str, str)(rows) and _are_cases([name for name, _other in rows])


def _are_facts(rows: Any) -> bool:
    return _rows(str, str)(rows) and _is_known([field for field, _value in rows])


def _are_shown(rows: Any) -> bool:
    return _rows(str, str)(rows) and all(code in FEATURES and value in SHOWN for code, value in rows)


def _are_checks(rows: Any) -> bool:
    return all(isinstance(row, Sequence) and not isinstance(row, str) and is_sound(row) for row in rows)


def _are_spread(rows: Any) -> bool:
    return _rows(str, str, int, int)(rows) and _is_known([row[0] for row in rows])


_RULES: Mapping[type[Record], Mapping[str, Callable[[Any], bool]]] = {
    CaseList: {"fields": _is_known},
    Case: {"pseudonym": lambda name: number_of(name) > 0, "stratum": _texts, "facts": _are_facts},
    Sample: {
        "strata": _is_known,
        "quotas": _counted(1),
        "excluded": _are_pairs_of_cases,
        "replaced": _are_pairs_of_cases,
        "drawn": _are_cases,
        "counts": _counted(4),
        "spread": _are_spread,
        "taken_by": _are_pairs_of_cases,
    },
    CaseReview: {"grades": _rows(str, str), "features": _are_shown, "checks": _are_checks},
}
