# SPDX-License-Identifier: MIT
"""Pencil as the journal's records say it."""

from typing import Any

import pytest

from storage import pencil as pencils
from storage.journal_file import Entry, Reading
from storage.pencil import CHECKPOINT, PENCIL, RUBBED, Pencil, checkpoint, checkpoint_of, ink_in, unfinished_in, written


def an_entry(kind: bytes, data: bytes, number: int = 1) -> Entry:
    """Return a record as the file gives it back."""
    return Entry(kind, data, number, len(data))


def test_the_newest_pencil_of_a_place_stands_and_what_was_rubbed_out_does_not() -> None:
    entries = [
        an_entry(PENCIL, written(Pencil("note:1", "first", {}, "t1"))),
        an_entry(PENCIL, written(Pencil("note:2", "other", {}, "t2"))),
        an_entry(PENCIL, written(Pencil("note:1", "second", {"session": "s"}, "t3"))),
        an_entry(RUBBED, b"note:2"),
    ]
    assert unfinished_in(entries) == {"note:1": Pencil("note:1", "second", {"session": "s"}, "t3")}


def test_words_are_not_rubbed_out_when_the_ink_they_became_is_what_a_power_cut_took() -> None:
    words = an_entry(PENCIL, written(Pencil("note:1", "what the child said", {}, "t1")), 1)
    ink, rubbed = an_entry(b"c", b"sealed", 2), an_entry(RUBBED, b"note:1", 3)
    assert unfinished_in([words, ink, rubbed]) == {}
    assert unfinished_in([words, rubbed])["note:1"].text == "what the child said"
    again = an_entry(PENCIL, written(Pencil("note:1", "written anew", {}, "t2")), 4)
    assert unfinished_in([words, rubbed, again])["note:1"].text == "written anew"
    assert unfinished_in([words, rubbed, again, an_entry(RUBBED, b"note:1", 5)]) == {}


def test_a_checkpoint_gives_back_what_stood_in_pencil_its_name_and_how_much_ink_there_is() -> None:
    left = [Pencil("note:1", "unfinished", {"areas": ["QA1"]}, "t1")]
    entry = an_entry(CHECKPOINT, checkpoint("a name", left, 1234))
    assert unfinished_in([entry]) == {"note:1": left[0]}
    assert ink_in([entry]) == 1234
    assert checkpoint_of(Reading((entry,), 1, 10)) == "a name"
    assert checkpoint_of(Reading((entry,), 1, 10, torn=3)) == ""
    assert checkpoint_of(Reading()) == ""


def test_pencil_is_not_counted_as_ink() -> None:
    assert ink_in([an_entry(PENCIL, written(Pencil("p", "words"))), an_entry(b"c", b"12345")]) == 5


@pytest.mark.parametrize("about", [{"who": object()}, {("a", "b"): 1}, {"loop": float("nan")}])
def test_words_are_kept_whatever_stands_beside_them(about: dict[Any, Any]) -> None:
    entry = an_entry(PENCIL, written(Pencil("note:1", "the words", about, "t1")))
    assert unfinished_in([entry])["note:1"].text == "the words"


def test_words_with_half_an_emoji_in_them_are_kept_as_they_are() -> None:
    entry = an_entry(PENCIL, written(Pencil("note:1", "half \ud83d of it — ŵy 😀 שלום")))
    assert unfinished_in([entry])["note:1"].text == "half \ud83d of it — ŵy 😀 שלום"


def test_a_pencil_says_nothing_of_its_words_when_it_is_printed() -> None:
    assert "secret" not in repr(Pencil("note:1", "secret words", {"x": "secret"}))
    assert pencils.Kept("note:1", "t").place == "note:1"


def test_a_pasted_book_is_kept_as_it_is() -> None:
    book = "The plan was not in the file. Nid oedd y cynllun yn y ffeil — ŵ.\n" * 80_000
    entry = an_entry(PENCIL, written(Pencil("note:1", book, {"areas": ["QA1"]}, "t1")))
    assert unfinished_in([entry]) == {"note:1": Pencil("note:1", book, {"areas": ["QA1"]}, "t1")}
    assert len(entry.data) < len(book) / 10
