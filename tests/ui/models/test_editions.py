# SPDX-License-Identifier: MIT
"""An edition is read once, and one that is missing does not hide the others."""

import pytest

from storage.errors import BadFile, Trouble
from tests.builders import RUBRIC
from ui.models.editions import edition, editions


def test_an_edition_is_read_once() -> None:
    assert edition(RUBRIC) is edition(RUBRIC)


def test_a_missing_edition_is_told_and_the_rest_found() -> None:
    told: list[Trouble] = []
    assert [each.name for each in editions(("of-the-year-3000", RUBRIC), told.append)] == [RUBRIC]
    assert "of-the-year-3000" in str(told[0])
    with pytest.raises(BadFile):
        edition("of-the-year-3000")
