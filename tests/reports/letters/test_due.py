# SPDX-License-Identifier: MIT
"""reports/letters/due.py: amounts and days in words, counted from a date of the record."""

import pytest

from reports.catalogue import letter_type
from reports.letters.due import DRAFT_WITHIN, PLAN_WITHIN, REVIEW_WITHIN, Within, counted, still_due
from reports.letters.voice import Voice
from tests.reports.wrexham import facts


def voice(date: str = "2018-10-12", language: str = "en") -> Voice:
    return Voice(facts(date=date), letter_type("improvement_conference").wording(language))


@pytest.mark.parametrize(
    ("base", "within", "amount", "due"),
    [
        ("2018-10-08", PLAN_WITHIN, "four weeks", "5 November 2018"),
        ("2018-10-08", REVIEW_WITHIN, "six months", "8 April 2019"),
        ("2018-12-20", DRAFT_WITHIN, "20 working days", "22 January 2019"),
        ("2018-10", PLAN_WITHIN, "four weeks", "a day from 29 October 2018 to 28 November 2018"),
        ("", PLAN_WITHIN, "", ""),
    ],
)
def test_a_due_day_is_counted_from_its_base(base: str, within: Within, amount: str, due: str) -> None:
    assert counted(voice(), base, within) == {"amount": amount, "due": due}


def test_it_is_said_in_the_letters_language() -> None:
    assert counted(voice(language="cy"), "2018-10-08", PLAN_WITHIN) == {
        "amount": "pedair wythnos",
        "due": "5 Tachwedd 2018",
    }


@pytest.mark.parametrize(("date", "said"), [("2019-04-08", True), ("2019-04-09", False), ("", True)])
def test_what_is_past_when_the_letter_is_written_is_not_still_due(date: str, said: bool) -> None:
    assert bool(still_due(voice(date), "2018-10-08", REVIEW_WITHIN)["due"]) is said
