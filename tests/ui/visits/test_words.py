# SPDX-License-Identifier: MIT
"""Dates of visits in words, as exact as they were given."""

import pytest

from resources import language
from storage.model.visit import Visit
from ui.visits.words import dates_of, day_words, kind_of


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("2018-07-10/2018-07-11", "10 to 11 July 2018"),
        ("2018-07-31/2018-08-01", "31 July to 1 August 2018"),
        ("2018-07-10", "10 July 2018"),
        ("2017-01/2017-02", "January 2017 to February 2017"),
        ("early 2017-12", "early December 2017"),
        ("autumn 2017", "autumn 2017"),
        ("2017", "2017"),
        ("2017-12-05/2018-01", "5 December 2017 to January 2018"),
        ("some day", "some day"),
        ("", "No date yet"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_was_given(given: str, said: str) -> None:
    assert dates_of(Visit(id="v", stream_id="s", dates=given)) == said


def test_a_day_of_a_record_is_said_in_words_and_what_is_none_as_it_is() -> None:
    assert [day_words(each) for each in ("2018-07-10", "", "soon")] == ["10 July 2018", "", "soon"]


def test_months_speak_welsh() -> None:
    language.use("cy")
    try:
        assert "Gorffennaf 2018" in dates_of(Visit(id="v", stream_id="s", dates="2018-07-10"))
    finally:
        language.use("en")


def test_a_newer_kind_is_shown_as_it_is() -> None:
    assert kind_of(Visit(id="v", stream_id="s", kind="joint_review")) == "joint_review"
    assert kind_of(Visit(id="v", stream_id="s")) == "Monitoring visit"
