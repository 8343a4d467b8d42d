# SPDX-License-Identifier: MIT
"""What tells of one person without a name: births, addresses, references, small groups; and what does not."""

import pytest

from reports.checks import marks
from reports.checks.known import Known


def _words(text: str, spans: list[tuple[int, int]]) -> set[str]:
    return {text[start:end] for start, end in spans}


@pytest.mark.parametrize("day", ["4 March 2009", "04/03/2009", "2009-03-04", "4 Mawrth 2009", "4th of Mar 2009"])
def test_a_birth_of_the_list_is_seen_however_it_is_written(day: str, known: Known) -> None:
    assert _words(f"On {day} it began.", marks.births(f"On {day} it began.", known)) == {day}


def test_a_day_that_is_said_to_be_a_birth_is_seen_and_other_days_are_let_be(known: Known) -> None:
    assert marks.births("She was born on 2 June 2011.", known)
    assert marks.births("Ganwyd y plentyn ar 2 Mehefin 2011.", known)
    assert marks.births("We came on 10 July 2018 and on 4 March.", known) == []
    assert marks.births("Her birthday, 4 March, passed unmarked.", known)


@pytest.mark.parametrize(
    "words",
    [
        "12 Heol y Felin",
        "Heol y Felyn",
        "LL11 2AB",
        "LL112AB",
        "7 Bramble Hill Road",
        "01978 555 321",
        "a.b@example.org",
    ],
)
def test_an_address_or_the_like_is_seen(words: str, known: Known) -> None:
    assert _words(f"It was {words} then.", marks.addresses(f"It was {words} then.", known)) >= {words}


def test_numbers_of_things_are_no_addresses(known: Known) -> None:
    for text in ("Of 42 assessments, 17 were late.", "In 2018 the road ahead was clear.", "12 close calls were noted."):
        assert marks.addresses(text, known) == []


@pytest.mark.parametrize("words", ["WX-20431", "wx20431", "WX 20431", "WX-20413", "WX/99999", "WX 30977", "Case 07"])
def test_a_reference_of_a_case_is_seen(words: str, known: Known) -> None:
    assert _words(f"See {words} for it.", marks.references(f"See {words} for it.", known)) == {words}


def test_other_numbers_are_no_references(known: Known) -> None:
    assert marks.references("In 2018, 17 of 42 and R12 were looked at in case files.", known) == []


@pytest.mark.parametrize(
    "words",
    [
        "the only twins",
        "two adopted children",
        "the youngest child",
        "efeilliaid",
        "the only family",
        "a family of nine",
    ],
)
def test_a_small_group_is_seen(words: str) -> None:
    assert marks.small_groups(f"We saw {words} there.")


def test_few_cases_of_many_are_no_small_group() -> None:
    assert marks.small_groups("In two cases the only way was to wait, and three children had no plan.") == []
