# SPDX-License-Identifier: MIT
"""How late a thing was, with the sum shown; limits that are not published are ours to propose and theirs to set."""

from datetime import date

from storage.model.timeliness import CHECKS, is_sound, judge

TODAY = date(2018, 7, 10)


def test_days_late_are_counted_from_the_last_day_allowed() -> None:
    found = judge("2018-05-01", 4, "weeks", "2018-06-12", TODAY)
    assert found is not None
    assert (found.standing, found.late) == ("met_late", 14)
    assert found.deadline.arithmetic == "2018-05-01 + 4 weeks = 2018-05-29"


def test_what_is_not_done_is_late_until_today_and_in_time_before() -> None:
    overdue, in_time = judge("2018-05-01", 4, "weeks", "", TODAY), judge("2018-05-01", 4, "weeks", "2018-05-29", TODAY)
    assert overdue is not None
    assert (overdue.standing, overdue.late) == ("overdue", 42)
    assert in_time is not None
    assert (in_time.standing, in_time.late) == ("met", 0)


def test_without_a_day_to_count_from_nothing_is_said() -> None:
    assert judge(" ", 4, "weeks", "2018-05-29", TODAY) is None


def test_working_days_pass_over_bank_holidays() -> None:
    found = judge("2018-05-04", 1, "working_days", "", date(2018, 5, 9))
    assert found is not None
    assert found.deadline.due.latest == date(2018, 5, 8)  # 7 May 2018 was the early May bank holiday
    assert found.late == 1


def test_only_the_published_limit_names_a_source() -> None:
    assert {code for code, rule in CHECKS.items() if rule.source} == {"assessment"}


def test_only_a_sound_check_is_reckoned() -> None:
    assert is_sound(("supervision", "2018-05-01", 4, "weeks", ""))
    for bad in (
        ("hat", "", 4, "weeks", ""),
        ("supervision", "", "4", "weeks", ""),
        ("supervision", "", 10**12, "days"),
    ):
        assert not is_sound(bad)
    assert not is_sound(("supervision", "2018-05-01", 10**12, "days", ""))
