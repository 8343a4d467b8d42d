# SPDX-License-Identifier: MIT
"""What becomes of a list: only the fields the field needs, never a name; what cannot be read is named by its cell."""

import pytest

from storage.errors import BadFile
from storage.imports.cases import COLUMNS, band, folded
from tests.case_lists import HEAD, as_csv, as_xlsx, planned, some_rows


def csv_of(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def test_a_list_becomes_references_and_fields() -> None:
    plan = planned(as_csv(some_rows(3)))
    assert plan.fields == ("age", "status", "team", "opened", "supervised")
    assert plan.rows[0] == ("LA/10001", "5-9", "Looked after", "East", "2018-02-02", "2018-06-02")
    assert len(plan.rows) == 3


def test_there_is_no_column_for_a_name() -> None:
    assert not any("name" in each for each in COLUMNS)


@pytest.mark.parametrize(
    "days",
    [
        ("10/07/2018", "31/01/2018", "03.02.2018"),
        ("07/10/2018", "01/31/2018", "02/03/2018"),
        ("2018-07-10", "31 January 2018", "3 Chwefror 2018"),
        ("2018-07-10T09:00", "31/01/2018 00:00", "3 Feb 2018"),
    ],
)
def test_days_are_read_in_every_style_and_side_by_side(days: tuple[str, ...]) -> None:
    plan = planned(csv_of("Reference,Opened", *(f"LA/{at},{day}" for at, day in enumerate(days))))
    assert [row[1] for row in plan.rows] == ["2018-07-10", "2018-01-31", "2018-02-03"]
    assert plan.is_ready


def test_days_that_make_sense_in_two_ways_are_asked_about() -> None:
    data = csv_of("Reference,Opened", "LA/1,10/07/2018", "LA/2,01/02/2018")
    assert planned(data).style == ""
    assert not planned(data).is_ready
    assert [row[1] for row in planned(data, style="month_first").rows] == ["2018-10-07", "2018-01-02"]


def test_without_a_reference_column_nothing_is_read() -> None:
    with pytest.raises(BadFile, match="case reference"):
        planned(csv_of("Team,Age", "East,4"))


@pytest.mark.parametrize("head", ["Child name", "Surname", "DOB", "Postcode"])
def test_a_column_of_names_is_refused_even_when_it_is_chosen(head: str) -> None:
    with pytest.raises(BadFile, match="names, birthdays or addresses"):
        planned(csv_of(f"Reference,{head}", "LA/1,x"), {"reference": 0, "area": 1})


def test_birthdays_are_refused_for_ages() -> None:
    with pytest.raises(BadFile, match="birthdays are not read"):
        planned(csv_of("Reference,Age", "LA/1,10/07/2012"))


def test_a_column_that_says_something_different_of_everybody_is_refused() -> None:
    lines = [f"LA/{at},person {at}" for at in range(30)]
    with pytest.raises(BadFile, match="something different of nearly every case"):
        planned(csv_of("Reference,Case worker", *lines), {"reference": 0, "worker": 1})


def test_a_text_is_no_value_and_its_words_are_not_repeated() -> None:
    plan = planned(csv_of("Reference,Team", "LA/1,East", f"LA/2,{'secret ' * 20}"))
    assert [(each.row, each.address) for each in plan.problems] == [(3, "B3")]
    assert "secret" not in plan.problems[0].words
    assert not plan.is_ready
    settled = planned(csv_of("Reference,Team", "LA/1,East", f"LA/2,{'secret ' * 20}"), leave_out=True)
    assert settled.is_ready
    assert settled.left_out == 1
    assert len(settled.rows) == 1


def test_every_cell_that_cannot_be_read_is_named() -> None:
    rows = [("LA/1", "=1+1", "CP", "East", "2018-07-10", "soon"), ("", 4, "CP", "East", "2018-07-11", "")]
    plan = planned(as_xlsx(rows))
    assert [each.address for each in plan.problems] == ["B2", "F2", "A3"]


def test_references_that_stand_twice_are_shown_and_merged_only_when_asked() -> None:
    data = csv_of("Reference,Team,Age", "LA/1,East,", "LA/2,West,3", "la/ 1,,7", "LA/1,North,7")
    plan = planned(data)
    assert [(each.reference, each.rows, each.differs) for each in plan.duplicates] == [("LA/1", (2, 4, 5), True)]
    assert not plan.is_ready
    merged = planned(data, merge=True)
    assert merged.is_ready
    assert merged.rows == (("LA/1", "5-9", "East"), ("LA/2", "1-4", "West"))
    assert merged.merged == 2


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("0", "0"),
        ("4", "1-4"),
        ("17", "16-17"),
        ("18", "18+"),
        ("5–9", "5-9"),
        ("10 to 15", "10-15"),
        ("7 years", "5-9"),
    ],
)
def test_ages_become_bands(given: str, meant: str) -> None:
    assert band(given) == meant


def test_references_are_compared_without_case_and_spaces() -> None:
    assert folded("ab 12") == folded("AB12") != folded("AB13")


def test_fifty_thousand_rows_are_planned() -> None:
    plan = planned(as_csv(some_rows(50_000)), style="day_first")
    assert len(plan.rows) == 50_000
    assert plan.is_ready
    assert len(HEAD) == len(plan.fields) + 1
