# SPDX-License-Identifier: MIT
"""Searches kept by name, on this laptop only, inside the store: their words are nobody else's affair."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from storage.marks import Marks
from storage.search.query import Sought

_MARK = "search.saved"
MOST = 50
"""Searches that are kept; where there are too many, the first by name gives way."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One search and its name."""

    name: str
    sought: Sought


def saved(marks: Marks) -> tuple[Saved, ...]:
    """Return the searches that are kept, by name. Fields that another version kept are left out."""
    kept = marks.get(_MARK, {})
    pairs = kept.items() if isinstance(kept, dict) else ()
    return tuple(sorted((Saved(name, _read(plain)) for name, plain in pairs), key=lambda each: each.name.casefold()))


def keep(marks: Marks, name: str, sought: Sought) -> None:
    """Keep a search under a name, in place of the one that had it."""
    others = {each.name: asdict(each.sought) for each in saved(marks) if each.name != name}
    newest = list(others.items())[-(MOST - 1) :]
    marks.keep(_MARK, dict([*newest, (name, asdict(sought))]))


def forget(marks: Marks, name: str) -> None:
    """Forget the search with the name, if there is one."""
    marks.keep(_MARK, {each.name: asdict(each.sought) for each in saved(marks) if each.name != name})


def _read(plain: Any) -> Sought:
    given: Mapping[str, Any] = plain if isinstance(plain, dict) else {}
    known = {each.name for each in fields(Sought)}
    return Sought(**{name: value for name, value in given.items() if name in known and isinstance(value, str)})
