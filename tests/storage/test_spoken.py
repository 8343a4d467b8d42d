# SPDX-License-Identifier: MIT
"""Words to read aloud: the same for the same bytes, others for others, and heard whatever way they are typed."""

from storage.spoken import COUNT, MANY, are_said, spoken


def test_the_same_bytes_give_the_same_six_words_and_one_bit_gives_others() -> None:
    words = spoken(b"a card")
    assert words == spoken(b"a card")
    assert len(words) == COUNT
    assert sum(mine != theirs for mine, theirs in zip(words, spoken(b"a caRd"), strict=True)) >= 4


def test_words_are_of_letters_that_both_languages_read_alike() -> None:
    assert all(len(word) == 4 and set(word) <= set("bdghjklmnprstvzaeio") for word in spoken(b"any"))
    assert MANY == 3600


def test_what_is_typed_is_heard_whatever_its_capitals_and_commas() -> None:
    words = ("bado", "meki", "tila", "sora", "nepo", "gavi")
    assert are_said(words, " Bado meki, TILA-sora  nepo gavi\n")
    assert not are_said(words, "bado meki tila sora nepo")
    assert not are_said(words, "meki bado tila sora nepo gavi")
