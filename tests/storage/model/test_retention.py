# SPDX-License-Identifier: MIT
"""Retention classes: which one holds, and the day with its sum."""

from datetime import date

import pytest

from storage.model.retention import CLASSES, class_of, review_of


def test_what_was_chosen_holds_else_the_records_call_for_it() -> None:
    assert class_of("sexual_abuse", has_concern=False, is_example=False) == "sexual_abuse"
    assert class_of("", has_concern=False, is_example=False) == "routine"
    assert class_of("", has_concern=True, is_example=False) == "concern"
    assert class_of("a newer version's", has_concern=True, is_example=True) == "example"


@pytest.mark.parametrize("code", CLASSES)
def test_every_class_names_where_its_period_comes_from(code: str) -> None:
    assert CLASSES[code].name
    assert len(CLASSES[code].source) > 20


def test_the_day_is_counted_from_the_end_of_the_visit_and_shows_its_sum() -> None:
    due = review_of("routine", "2018-07-10/2018-07-11")
    assert due is not None
    assert due.due.latest == date(2024, 7, 11)
    assert due.arithmetic == "2018-07-10/2018-07-11 + 72 months = 2024-07-10 to 2024-07-11"
    assert review_of("routine", "") is None
