# SPDX-License-Identifier: MIT
"""A rubric (framework): areas, their criteria, a crosswalk to another. Read by rubrics.py and imports/rubrics.py.

Never a record: how an edition travels with a visit is edition.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion, the thing a note is linked to."""

    code: str
    """Unique in its rubric: "QA1", "A1.2"."""
    title: Mapping[str, str]
    """Language code → words."""
    descriptors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language code → what would show it: lines to read beside a note."""


@dataclass(frozen=True, slots=True)
class Area:
    """A group of criteria."""

    code: str
    title: Mapping[str, str]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """One edition of a rubric. A published edition never changes."""

    name: str
    """With its edition: "improvement-conference-2018"; the file's name without ".toml"."""
    title: Mapping[str, str]
    source: str
    """Where the criteria come from."""
    areas: tuple[Area, ...]
    crosswalk: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Other rubric's name → this rubric's code → codes there."""
    reviewed: Mapping[str, bool] = field(default_factory=dict)
    """Language code → whether a speaker has cleared its wording."""
    replaces: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Earlier edition's name, or "" for whichever it is → code there → codes here in its place; none: dropped."""

    def codes(self) -> tuple[str, ...]:
        """Return every code, each area's before those of its criteria."""
        return tuple(code for area in self.areas for code in (area.code, *(each.code for each in area.criteria)))

    def criterion(self, code: str) -> Criterion | None:
        """Return the criterion with the code, or None."""
        return next((each for area in self.areas for each in area.criteria if each.code == code), None)

    def area_of(self, code: str) -> Area | None:
        """Return the area that is, or holds the criterion, with the code, or None."""
        return next(
            (area for area in self.areas if area.code == code or any(each.code == code for each in area.criteria)), None
        )
