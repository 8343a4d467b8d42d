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


def test_what_could_not_be_brought_back_is_said_with_what_to_do() -> None:
    message, advice, tone = words_of(Recovered(changes=2, lost=3, missing="/stick"))
    assert tone == "bad"
    assert "Not everything" in message
    assert "2 changes were put back." in advice
    assert "3 records could not be read." in advice
    assert "/stick" in advice
