# SPDX-License-Identifier: MIT
"""Words are right or wrong by the dictionaries shipped, in the note's own language."""

import gc
from types import FunctionType, ModuleType

import pytest

from storage.spelling import Lexicon, Speller, languages_of, load, words_in

EN, CY, BOTH = ("en",), ("cy",), ("en", "cy")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.mark.parametrize("word", ["supervision", "organised", "Wrexham", "well-being", "don’t", "IRO", "A"])
def test_english_words_are_known(lexicon: Lexicon, word: str) -> None:
    assert Speller(lexicon).is_known(word, EN)


@pytest.mark.parametrize("word", ["plant", "phlant", "ngweithwyr", "gyfarfod", "wedi'i", "mae’r", "Cymru", "ysgol"])
def test_welsh_words_are_known_mutated_too(lexicon: Lexicon, word: str) -> None:
    assert Speller(lexicon).is_known(word, CY)


def test_a_word_is_judged_in_the_notes_languages(lexicon: Lexicon) -> None:
    speller = Speller(lexicon)
    assert speller.remembers("gyfarfod", EN) is None
    assert not speller.is_known("gyfarfod", EN)
    assert speller.remembers("gyfarfod", EN) is False
    assert speller.is_known("gyfarfod", BOTH)
    assert not speller.is_known("recieve", BOTH)


def test_ones_own_words_are_right(lexicon: Lexicon) -> None:
    speller = Speller(lexicon, ["Acrefair"])
    assert speller.is_known("acrefair")
    assert not speller.is_known("Qwmadoc")
    speller.learn("Qwmadoc")
    assert speller.is_known("qwmadoc")


def test_a_slip_of_the_finger_is_put_right(lexicon: Lexicon) -> None:
    speller = Speller(lexicon)
    assert "receive" in speller.suggestions("recieve")
    assert "Supervision" in speller.suggestions("Supervison", EN)
    assert speller.suggestions("qqqqqqqqqqqq", EN) == ()


def test_a_language_without_its_dictionary_is_not_checked() -> None:
    assert Speller(Lexicon()).is_known("qwzrtp", EN)
    assert Speller(Lexicon()).is_known("qwzrtp", CY)


def test_codes_numbers_and_addresses_are_no_words() -> None:
    found = [word for _, word in words_in("See #QA1, QA1, 12th, a.b@c.uk: don't re-read Siân")]
    assert found == ["See", "don't", "re-read", "Siân"]
    assert next(words_in("  two"))[0] == 2


def test_a_notes_language_is_guessed() -> None:
    assert languages_of("Mae'r plant yn hapus. Roedd y gweithwyr wedi cwrdd.") == CY
    assert languages_of("The plan was there.") == EN
    assert languages_of("The plan was there. Mae'r plant yn hapus.") == BOTH
    assert languages_of("") == BOTH


def test_a_dictionary_is_hardly_anything_for_pythons_collector_to_look_through() -> None:
    lexicon = load()
    assert Speller(lexicon).is_known("supervision", EN)
    assert _looked_through(lexicon) < 20_000  # as the library keeps its hundred thousand words: 420,000


def _looked_through(thing: object) -> int:
    """Count what Python's collector has to look at of a thing, and of nobody else's; modules and types apart."""
    seen, rest = {id(thing)}, [thing]
    while rest:
        for each in gc.get_referents(rest.pop()):
            if gc.is_tracked(each) and id(each) not in seen and not isinstance(each, type | ModuleType | FunctionType):
                seen.add(id(each))
                rest.append(each)
    return len(seen)
