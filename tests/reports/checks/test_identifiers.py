# SPDX-License-Identifier: MIT
"""The leak guard: what tells who somebody is, found in planted letters; figures for many of them in `make torture`."""

import os

import pytest

from reports.checks.hit import Line
from reports.checks.identifiers import Finder
from reports.checks.known import Known
from storage.spelling import Speller
from tests.reports.checks.leaks import figures

RECALL, FALSE_A_PAGE = 0.99, 1.0


def test_a_few_planted_letters_give_up_their_secrets(speller: Speller) -> None:
    found = figures(6, 2018, speller)
    assert found.planted > 35
    assert found.recall >= RECALL, found
    assert found.false_a_page <= FALSE_A_PAGE, found


@pytest.mark.torture
@pytest.mark.parametrize("seed", [1, 2])
def test_three_hundred_planted_letters_give_up_their_secrets(seed: int, speller: Speller) -> None:
    found = figures(int(os.environ.get("N") or 300), seed, speller)
    print(found)
    assert found.recall >= RECALL, found
    assert found.false_a_page <= FALSE_A_PAGE, found


def test_a_guard_that_knows_nobody_misses_most(speller: Speller) -> None:
    finder = Finder(Known(), speller.is_known)
    assert finder.hits(Line("s", "We were told that Megan Pritchard had waited.")) == []


def test_a_place_is_told_once_with_its_words(known: Known, speller: Speller) -> None:
    text = "Megan Pritchard (born 4/3/2009) of 12 Heol y Felin, LL11 2AB was M.P. in WX 20431."
    hits = Finder(known, speller.is_known).hits(Line("s1", text))
    assert [(each.check, each.fragment) for each in hits] == [
        ("name", "Megan Pritchard"),
        ("birth", "4/3/2009"),
        ("address", "12 Heol y Felin"),
        ("address", "LL11 2AB"),
        ("initials", "M.P."),
        ("case_reference", "WX 20431"),
    ]
    assert {each.place for each in hits} == {"s1"}


def test_hidden_signs_hide_no_name_and_the_hit_covers_them(known: Known, speller: Speller) -> None:
    (hit,) = Finder(known, speller.is_known).hits(Line("s", "Then Me\u200bg\u00adan was seen."))
    assert hit.fragment == "Me\u200bg\u00adan"


def test_letters_of_another_alphabet_hide_no_name(known: Known, speller: Speller) -> None:
    (hit,) = Finder(known, speller.is_known).hits(Line("s", "Then M\u0435g\u0430n was seen."))
    assert hit.check == "name"


def test_a_masked_text_tells_nobody(known: Known, speller: Speller) -> None:
    masked = Finder(known, speller.is_known).masked("Megan Pritchard and WX-20431 wait.", "[…]")
    assert masked == "[…] and […] wait."
