# SPDX-License-Identifier: MIT
"""Words as they are sought: accents, apostrophes, signs."""

from storage.search.words import LONGEST, aligned, folded, words


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


def test_a_folded_sign_is_traced_to_where_it_stands() -> None:
    assert aligned("Tŷ") == ("ty", None)
    small, places = aligned("dw\u0302r ß")
    assert small == "dwr ss"
    assert places is not None
    assert [places[small.index(sign)] for sign in "dwrs"] == [0, 1, 3, 5]


def test_folding_leaves_numbers_and_other_alphabets() -> None:
    assert folded("2018 Łódź Ελλάδα") == "2018 łodz ελλαδα"
