# SPDX-License-Identifier: MIT
"""Every letter type has a title, and no title is of a type that is not there."""

from reports.catalogue import LETTER_TYPES
from reports.titles import TITLES


def test_types_and_titles_are_the_same_in_the_same_order() -> None:
    assert [(each.name, each.title) for each in LETTER_TYPES] == list(TITLES.items())
