# SPDX-License-Identifier: MIT
"""Fuzzy dates are said in words and taken as people type them, in both languages."""

from collections.abc import Iterator
from datetime import date

import pytest

from resources import language
from storage.model.clock import Span
from ui.models.date_words import date_words, span_words, to_type, typed


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    language.use("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-10-08", "8 October 2018"),
        ("2018-07-10/2018-07-11", "10 to 11 July 2018"),
        ("2018-06-30/2018-07-01", "30 June to 1 July 2018"),
        ("2018-12-31/2019-01-02", "31 December 2018 to 2 January 2019"),
        ("2017-01/2017-02", "January 2017 to February 2017"),
        ("early 2017-12", "early December 2017"),
        ("autumn 2017", "autumn 2017"),
        ("2017", "2017"),
        ("", ""),
        ("soon", "soon"),
    ],
)
def test_a_fuzzy_date_is_said_in_words(text: str, words: str) -> None:
    assert date_words(text) == words


def test_in_welsh_it_is_said_in_welsh() -> None:
    language.use("cy")
    assert date_words("2018-10-08") == "8 Hydref 2018"


def test_days_between_which_something_lies_are_said() -> None:
    assert span_words(Span(date(2019, 4, 1), date(2019, 4, 30))) == "1 to 30 April 2019"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("8 October 2018", "2018-10-08"),
        ("8 Oct 2018", "2018-10-08"),
        ("8 Hydref 2018", "2018-10-08"),
        ("08/10/2018", "2018-10-08"),
        ("8.10.2018", "2018-10-08"),
        ("October 2018", "2018-10"),
        ("Early December 2017", "early 2017-12"),
        ("autumn 2017", "autumn 2017"),
        ("tymor yr hydref 2017", "autumn 2017"),
        ("dechrau Rhagfyr 2017", "early 2017-12"),
        (" 2018-10-08 ", "2018-10-08"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_what_people_type_is_taken_as_the_record_keeps_it(text: str, kept: str) -> None:
    assert typed(text) == kept


@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize("text", ["2018-10-08", "2018-10", "early 2017-12", "autumn 2017", "winter 2018", "2017", ""])
def test_a_date_to_be_put_right_is_shown_in_words_that_mean_the_same(code: str, text: str) -> None:
    language.use(code)
    assert typed(to_type(text)) == text


def test_a_range_is_shown_as_the_record_keeps_it() -> None:
    assert to_type("2018-07-10/2018-07-11") == "2018-07-10/2018-07-11"
