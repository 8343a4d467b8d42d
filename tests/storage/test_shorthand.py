# SPDX-License-Identifier: MIT
"""An abbreviation becomes its words when the word ends, and only then."""

import pytest

from storage.shorthand import FIRST, expansion, is_possible


@pytest.mark.parametrize(
    ("before", "made"),
    [
        ("the sw", (2, "social worker")),
        ("Sw", (2, "Social worker")),
        ("sw", (2, "social worker")),
        ("the SW", None),
        ("answ", None),
        ("#sw", None),
        ("a-sw", None),
        ("name@sw", None),
        ("sw ", None),
        ("", None),
    ],
)
def test_only_a_whole_word_typed_as_an_abbreviation_is_expanded(before: str, made: tuple[int, str] | None) -> None:
    assert expansion(before, FIRST) == made


def test_an_abbreviation_is_one_word() -> None:
    assert is_possible("iro2")
    assert not any(map(is_possible, ("", "a b", "#x", "a" * 21)))
