# SPDX-License-Identifier: MIT
"""Words as they are sought: accents, apostrophes, signs."""

from storage.search.words import LONGEST, folded, placed, words


def test_accents_never_hide_a_word() -> None:
    assert words("Dŵr, tŷ, ŷd, môr, Siôn, naïf, café") == ["dwr", "ty", "yd", "mor", "sion", "naif", "cafe"]


def test_an_accent_typed_as_a_sign_of_its_own_is_the_same_letter() -> None:
    assert words("dw\u0302r ty\u0302") == words("dŵr tŷ") == ["dwr", "ty"]


def test_apostrophes_and_hyphens_part_words() -> None:
    assert words("a'r plentyn, o’i gartref; child's follow-up") == [
        *("a", "r", "plentyn", "o", "i", "gartref", "child", "s", "follow", "up")
    ]


def test_what_is_no_word_is_left_out() -> None:
    assert words("\0 \ud800 *** ☂ _ \u0302") == []


def test_a_very_long_word_is_cut() -> None:
    assert len(words("x" * 500)[0]) == LONGEST


def test_each_word_is_placed_in_the_text_as_it_is_written() -> None:
    text = "Dw\u0302r da: TŶ!"
    assert [text[start:end] for _, start, end in placed(text)] == ["Dw\u0302r", "da", "TŶ"]
    assert [word for word, _, _ in placed(text)] == words(text)


def test_folding_leaves_numbers_and_other_alphabets() -> None:
    assert folded("2018 Łódź Ελλάδα") == "2018 łodz ελλαδα"
