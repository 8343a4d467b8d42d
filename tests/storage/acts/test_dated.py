# SPDX-License-Identifier: MIT
"""Dates of a standing record: fuzzy ones are taken, what is none is refused without being quoted."""

import pytest

from storage.acts.dated import dated, worded
from storage.errors import Refused


@pytest.mark.parametrize("text", ["2018-10-08", "2018-07", "autumn 2017", "early 2017-12", "2017-01/2017-02", ""])
def test_a_fuzzy_date_or_none_is_taken_as_it_is(text: str) -> None:
    assert dated(f"  {text} ") == text


@pytest.mark.parametrize("text", ["next week", "08/10/2018", "2018-13-01", "Mali in the spring"])
def test_what_is_no_date_is_refused_and_not_quoted(text: str) -> None:
    with pytest.raises(Refused) as refused:
        dated(text)
    assert text not in str(refused.value)


def test_a_date_that_is_needed_must_be_there() -> None:
    with pytest.raises(Refused):
        dated("  ", needed=True)


def test_words_must_be_there() -> None:
    assert worded(" Review every plan.\n") == "Review every plan."
    with pytest.raises(Refused):
        worded(" \n")
