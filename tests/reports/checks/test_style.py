# SPDX-License-Identifier: MIT
"""How a letter reads: hints that hold nothing up."""

from reports.checks.hit import CHECKS
from storage.store import Store
from tests.reports.checks.desk import a_desk

LONG = " ".join(["word"] * 40) + "."
POINT = "Managers supervise social workers irregularly because vacancies persist throughout every team."


def test_plainer_words_house_words_and_spaces_are_offered(store: Store) -> None:
    desk = a_desk(store)
    place = desk.say("In order to help , staff & partners met  often.", desk.records["read"])
    assert desk.found(place) == {
        ("plain", "In order to"),
        ("house_style", " "),
        ("house_style", "&"),
        ("house_style", "  "),
    }
    assert next(each.about for each in desk.checked().hits if each.check == "plain") == "to"


def test_an_abbreviation_is_explained_where_it_first_stands(store: Store) -> None:
    desk = a_desk(store)
    first = desk.say("The MASH was slow.", desk.records["read"])
    again = desk.say("MASH staff left.", desk.records["read"])
    assert ("acronym", "MASH") in desk.found(first)
    assert desk.found(again) == set()
    desk = a_desk(store)
    told = desk.say("The Multi-Agency Safeguarding Hub (MASH) was slow, and MASH staff left.", desk.records["read"])
    assert desk.found(told) == set()


def test_a_long_sentence_and_a_long_letter_are_told(store: Store) -> None:
    desk = a_desk(store)
    place = desk.say(LONG, desk.records["read"])
    assert ("long_sentence", LONG) in desk.found(place)
    for _number in range(70):
        desk.say(LONG, desk.records["read"])
    assert "length" in desk.codes()


def test_the_same_point_twice_and_a_sentence_of_another_letter_are_told(store: Store) -> None:
    desk, other = a_desk(store), a_desk(store)
    other.say(POINT, other.records["read"])
    first = desk.say(POINT, desk.records["read"])
    second = desk.say(POINT.replace("Managers", "The managers"), desk.records["read"])
    assert {check for check, _words in desk.found(first)} == {"reused"}
    assert {check for check, _words in desk.found(second)} == {"twice", "reused"}


def test_hints_hold_nothing_up() -> None:
    assert not any(CHECKS[each].blocks for each in ("plain", "house_style", "acronym", "twice", "reused", "length"))
