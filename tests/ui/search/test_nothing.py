# SPDX-License-Identifier: MIT
"""Why nothing was found, and what may be tried: in words that fit what was asked."""

import pytest

from storage.search.query import Sought
from ui.look import Look
from ui.search.nothing import Nothing, is_narrowed, why


@pytest.mark.parametrize(
    ("sought", "advice"),
    [
        (Sought("nowhere"), "how the word begins"),
        (Sought("plan nowhere"), "fewer words"),
        (Sought('"plan nowhere'), "Without quotes"),
        (Sought("q"), "Type one more"),
        (Sought("plan", polarity="strength"), "typed and chosen"),
        (Sought("", day="2018-07-10"), "typed and chosen"),
        (Sought('" ^ ´'), "type letters"),
        (Sought("´", polarity="strength"), "type letters"),
        (Sought(), "found here"),
    ],
)
def test_the_advice_fits_what_was_asked(sought: Sought, advice: str) -> None:
    assert advice in why(sought, 0)[1]


def test_while_notes_are_being_indexed_that_is_why() -> None:
    for sought in (Sought(), Sought("nowhere"), Sought("plan", polarity="strength")):
        assert "being indexed" in why(sought, 3)[1]
    assert "type letters" in why(Sought("!"), 3)[1]


def test_what_is_typed_does_not_narrow_and_what_is_chosen_does() -> None:
    assert not is_narrowed(Sought("plan"))
    assert is_narrowed(Sought("plan", case_ref="Case 07"))


def test_the_way_out_is_offered_where_filters_may_be_why(look: Look) -> None:
    nothing = Nothing(look)
    nothing.tell(Sought("plan"), 0)
    assert nothing.button.isHidden()
    nothing.tell(Sought("plan", polarity="strength"), 5)
    assert not nothing.button.isHidden()
    assert "5 to go" in nothing.sentence.text()
