# SPDX-License-Identifier: MIT
"""reports/letters/dates.py: each style of date in each language."""

from datetime import date

import pytest

from reports.catalogue import letter_type
from reports.letters.dates import day_in_words, in_words, span_in_words
from reports.letters.wording import Wording
from storage.model.clock import span_of


def words(language: str) -> Wording:
    return letter_type("improvement_conference").wording(language)


@pytest.mark.parametrize(
    ("text", "english", "welsh"),
    [
        ("2018-10-08", "8 October 2018", "8 Hydref 2018"),
        ("2018-07", "July 2018", "Gorffennaf 2018"),
        ("2017", "2017", "2017"),
        ("early 2017-12", "early December 2017", "dechrau Rhagfyr 2017"),
        ("autumn 2017", "autumn 2017", "tymor yr hydref 2017"),
        ("2017-01/2017-02", "January and February 2017", "Ionawr–Chwefror 2017"),
        ("2018-07-10/2018-07-11", "10 and 11 July 2018", "10–11 Gorffennaf 2018"),
        ("2022-05-23/2022-05-27", "23 to 27 May 2022", "23 – 27 Mai 2022"),
        ("2018-07-31/2018-08-01", "31 July and 1 August 2018", "31 Gorffennaf–1 Awst 2018"),
        ("2017-12/2018-01", "December 2017 and January 2018", "Rhagfyr 2017–Ionawr 2018"),
        ("2019/2020", "2019 and 2020", "2019–2020"),
        ("", "", ""),
    ],
)
def test_each_style_of_date_in_words(text: str, english: str, welsh: str) -> None:
    assert (in_words(text, words("en")), in_words(text, words("cy"))) == (english, welsh)


def test_a_day_may_bear_its_weekday() -> None:
    assert in_words("2018-10-08", words("en"), weekday=True) == "Monday 8 October 2018"
    assert day_in_words(date(2018, 10, 8), words("cy"), weekday=True) == "dydd Llun 8 Hydref 2018"


def test_a_span_is_a_day_or_the_days_it_may_be() -> None:
    assert span_in_words(span_of("2018-11-05"), words("en")) == "5 November 2018"
    assert span_in_words(span_of("2018-11"), words("en")) == "a day from 1 November 2018 to 30 November 2018"


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="not a date"):
        in_words("soon", words("en"))
