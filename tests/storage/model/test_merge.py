# SPDX-License-Identifier: MIT
"""Two wordings become one: what one side changed, changes; where both did, both stand."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.model.merge import merge

BASE = "The plan is current and signed by the manager."


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (BASE, BASE, BASE),
        ("Other words.", BASE, "Other words."),
        (BASE, "Other words.", "Other words."),
        ("Same here.", "Same here.", "Same here."),
        ("The care plan is current and signed by the manager.", BASE + " Good.", None),
        ("The plan is old and signed by the manager.", "The plan is new and signed by the manager.", None),
    ],
)
def test_each_side_keeps_what_it_changed(ours: str, theirs: str, merged: str | None) -> None:
    result = merge(BASE, ours, theirs)
    if merged is not None:
        assert result == merged
    assert (set(ours.split()) | set(theirs.split())) - set(BASE.split()) <= set(result.split())


def test_changes_in_two_places_both_take_effect() -> None:
    ours = "The care plan is current and signed by the manager."
    theirs = "The plan is current and signed by the team manager."
    assert merge(BASE, ours, theirs) == "The care plan is current and signed by the team manager."


def test_two_wordings_of_one_place_both_stand_ours_first() -> None:
    merged = merge("It is good.", "It is very good.", "It is fairly good.")
    assert merged.index("very") < merged.index("fairly")


def test_what_one_side_deleted_and_the_other_left_goes() -> None:
    assert merge("One two three four.", "One three four.", "One two three four. Five.") == "One three four. Five."


def test_words_added_to_an_empty_text_by_both_are_not_glued_together() -> None:
    assert set(merge("", "mine", "yours").split()) == {"mine", "yours"}


def test_paragraph_breaks_survive_where_nobody_touched_them() -> None:
    base = "One.\n\nTwo."
    assert merge(base, "One!\n\nTwo.", "One.\n\nTwo. Three.") == "One!\n\nTwo. Three."


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=8)


def _edit(words: list[str], edits: list[tuple[int, bool]], mark: str) -> tuple[str, set[str], list[int]]:
    """Return the text with words inserted (new) or deleted, the new words, and the places deleted."""
    result, new, gone = list(words), set(), []
    for number, (place, deletes) in enumerate(sorted(edits, reverse=True)):
        if deletes and place < len(words):
            if place < len(result) and result[place] == words[place]:
                del result[place]
                gone.append(place)
        else:
            word = f"{mark}{number}"
            result.insert(min(place, len(result)), word)
            new.add(word)
    return " ".join(result), new, gone


EDITS = st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=4)


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(WORDS, EDITS, EDITS)
def test_no_inserted_word_is_ever_lost_or_garbled(words: list[str], mine: list[Any], yours: list[Any]) -> None:
    ours, new_here, _ = _edit(words, mine, "mine")
    theirs, new_there, _ = _edit(words, yours, "yours")
    merged = merge(" ".join(words), ours, theirs).split()
    assert new_here | new_there <= set(merged)
    assert set(merged) <= set(words) | new_here | new_there


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(WORDS, EDITS)
def test_merging_with_an_untouched_text_gives_the_touched_one(words: list[str], edits: list[Any]) -> None:
    base, other = " ".join(words), _edit(words, edits, "mine")[0]
    assert merge(base, other, base) == merge(base, base, other) == merge(base, other, other) == other
