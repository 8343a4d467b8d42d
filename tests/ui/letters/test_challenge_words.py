# SPDX-License-Identifier: MIT
"""A comment in words: where it belongs, or why it has no place."""

import pytest

from storage.model.challenge import WHOLE, Challenge
from ui.letters.challenge_words import line_of, missing, told_of


@pytest.mark.parametrize(
    ("paragraph", "chips", "why"),
    [
        ("", ("Not placed",), "It fits no paragraph of the letter."),
        (WHOLE, ("Whole letter",), "It is about the letter as a whole."),
        ("gone", ("Paragraph withdrawn",), "The paragraph it was about has been withdrawn."),
        ("p1", (), ""),
    ],
)
def test_a_comment_says_where_it_belongs(paragraph: str, chips: tuple[str, ...], why: str) -> None:
    said = Challenge(id="c", stream_id="s", paragraph_id=paragraph, text="It was\nseven.", said_by="Clerk")  # type: ignore[arg-type]
    row = line_of(said, {"p1"}).row
    assert (row.title, row.text, row.chips, row.mark) == ("It was seven.", "Clerk · Fact", chips, "Open")
    assert not why or missing(said) == why


def test_a_comment_is_told_with_the_words_it_is_about_and_its_evidence() -> None:
    said = Challenge(id="c", stream_id="s", text="Seven.", quoted="Six.", proof="Log")  # type: ignore[arg-type]
    assert told_of(said) == "Seven.\n\nAbout: “Six.”\n\nEvidence named: Log"
