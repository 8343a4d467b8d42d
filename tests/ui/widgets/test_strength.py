# SPDX-License-Identifier: MIT
"""What is easy to guess is called so; what is long and odd is good."""

import pytest

from ui.widgets.strength import LEVELS, strength


@pytest.mark.parametrize(
    "easy",
    ["", "password", "Passw0rd123!", "aaaaaaaaaaaaaaaa", "12345678901234", "abcdefghijklmnop", "Wrexham2018!!", "x9$K"],
)
def test_what_everybody_tries_first_is_not_enough(easy: str) -> None:
    assert not strength(easy).enough


@pytest.mark.parametrize("good", ["piano otter glue march", "cath goch yn canu'n braf", "xK9#mQ2$vL7@pR4!"])
def test_four_odd_words_or_many_odd_signs_are_enough(good: str) -> None:
    assert strength(good).enough
    assert strength(good).advice == ""


def test_a_fifth_word_makes_it_strong() -> None:
    assert LEVELS[strength("piano otter glue march lamp").level] == "Strong"


def test_the_same_word_again_adds_almost_nothing() -> None:
    assert strength("otter otter otter otter").bits < strength("otter piano").bits


def test_too_little_comes_with_advice() -> None:
    assert strength("piano").advice.startswith("Use at least 12")
    assert strength("piano wrexham").advice.startswith("Add another word")
