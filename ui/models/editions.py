# SPDX-License-Identifier: MIT
"""The rubrics that screens show, each file read once: a published edition never changes while the app runs."""

from collections.abc import Callable, Sequence
from functools import cache

from storage.errors import Trouble
from storage.model.rubric import Rubric
from storage.rubrics import rubric


@cache
def edition(name: str) -> Rubric:
    """Return the rubric with the name. Raise BadFile when no such edition is here."""
    return rubric(name)


def editions(names: Sequence[str], tell: Callable[[Trouble], None]) -> tuple[Rubric, ...]:
    """Return those of the rubrics that are here; trouble with one is told, and the rest still works."""
    found = []
    for name in names:
        try:
            found.append(edition(name))
        except Trouble as trouble:
            tell(trouble)
    return tuple(found)
