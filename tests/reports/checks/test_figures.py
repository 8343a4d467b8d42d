# SPDX-License-Identifier: MIT
"""Figures and days that no source of the sentence has."""

from storage.store import Store
from tests.reports.checks.desk import a_desk


def test_a_figure_that_the_sources_have_is_let_be_and_another_is_told(store: Store) -> None:
    desk = a_desk(store)
    read = desk.records["read"]
    assert desk.found(desk.say("Plans were current in 6 of eight files.", read)) == set()
    assert desk.found(desk.say("Plans were current in 5 of eight files.", read)) == {("figures", "5")}
    assert desk.found(desk.say("Plans were current in seven files.", read)) == {("figures", "seven")}


def test_a_day_of_the_visit_is_let_be_and_another_is_told(store: Store) -> None:
    desk = a_desk(store)
    read = desk.records["read"]
    assert desk.found(desk.say("We read on 10 July 2018.", read)) == set()
    assert desk.found(desk.say("Staff met on 12 July 2018.", read)) == {("figures", "12 July 2018")}


def test_what_the_letter_type_reckoned_itself_is_let_be(store: Store) -> None:
    assert "figures" not in a_desk(store).codes()
