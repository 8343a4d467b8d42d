# SPDX-License-Identifier: MIT
"""The rubrics of a visit for the screens: trouble with one that is not here is told, and the rest still works."""

from collections.abc import Callable

from storage.errors import Trouble
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.editions import rubric_for
from storage.store import Store


def editions(store: Store, visit: Visit, tell: Callable[[Trouble], None]) -> tuple[Rubric, ...]:
    """Return those of the visit's rubrics that are here, in its order."""
    found = []
    for name in visit.frameworks:
        try:
            found.append(rubric_for(store, name, visit.id))
        except Trouble as trouble:
            tell(trouble)
    return tuple(found)
