# SPDX-License-Identifier: MIT
"""storage/model/bank_holidays.py: known years, day by day."""

from datetime import date

import pytest

from storage.model.bank_holidays import bank_holidays

KNOWN = {
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
}


@pytest.mark.parametrize("year", KNOWN)
def test_the_bank_holidays_of_a_known_year(year: int) -> None:
    assert bank_holidays(year) == {date.fromisoformat(f"{year}-{day}") for day in KNOWN[year].split()}
