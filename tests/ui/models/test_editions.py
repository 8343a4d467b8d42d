# SPDX-License-Identifier: MIT
"""A visit's editions come in its order, loaded ones too, and one that is missing does not hide the others."""

from storage.acts.rubrics import use
from storage.errors import Trouble
from storage.store import Store
from tests.builders import RUBRIC, a_rubric, a_visit, again
from ui.models.editions import editions


def test_a_missing_edition_is_told_and_the_rest_found(store: Store) -> None:
    told: list[Trouble] = []
    visit = a_visit(store, frameworks=("of-the-year-3000", RUBRIC))
    use(store, visit, a_rubric())
    assert [each.name for each in editions(store, again(store, visit), told.append)] == [RUBRIC, "trial-2026"]
    assert [each.values["name"] for each in told] == ["of-the-year-3000"]
