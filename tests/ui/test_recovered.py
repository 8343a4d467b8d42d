# SPDX-License-Identifier: MIT
"""What is said after a crash: calm where all is back, plain where something is missing."""

from storage.pencil import Pencil
from storage.twice import Recovered
from ui.recovered import words_of


def test_a_clean_recovery_is_good_news_with_its_time() -> None:
    pencil = Pencil("note:new", "words", {}, "2018-07-10T09:00:00.000Z")
    message, advice, tone = words_of(Recovered(changes=1, pencils=(pencil,), until="2018-07-10T09:00:00.000Z"))
    assert tone == "info"
    assert "Everything that was kept is here" in message
    assert "back in its note" in advice
    assert "1 change was put back." in advice
    assert "10 July 2018" in advice
    assert "words" not in advice


def test_all_that_was_unfinished_is_counted_and_where_it_is_listed() -> None:
    pencils = tuple(Pencil(f"note:{at}", "words", {}, "2018-07-10T09:00:00.000Z") for at in range(3))
    _message, advice, _tone = words_of(Recovered(pencils=pencils, until="2018-07-10T09:00:00.000Z", torn=7))
    assert "2 more were unfinished. Unfinished notes, in the menu Note, lists them." in advice
    assert "last second after that was not yet called kept" in advice


def test_what_could_not_be_brought_back_is_said_with_what_to_do() -> None:
    message, advice, tone = words_of(Recovered(changes=2, lost=3, missing="/stick"))
    assert tone == "bad"
    assert "Not everything" in message
    assert "2 changes were put back." in advice
    assert "3 records could not be read." in advice
    assert "/stick" in advice
