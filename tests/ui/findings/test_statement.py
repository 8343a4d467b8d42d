# SPDX-License-Identifier: MIT
"""Words being typed are nobody's to take away."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.findings.statement import Statement
from ui.look import Look


def test_what_is_typed_stays_until_it_is_kept(qtbot: QtBot, look: Look) -> None:
    field = Statement()
    qtbot.addWidget(field)
    field.show_words("f1", "One.")
    QTest.keyClicks(field, "Two. ")
    field.show_words("f1", "One, reworded elsewhere.")
    assert (field.words(), field.is_pending()) == ("Two. One.", True)
    field.kept("f1")
    assert not field.is_pending()
    field.show_words("f1", "Two. One, reworded elsewhere.")
    assert field.words() == "Two. One, reworded elsewhere."
    field.show_words("f2", "Another.")
    assert field.words() == "Another."


def test_words_found_again_stand_over_those_of_the_thing(qtbot: QtBot, look: Look) -> None:
    field = Statement()
    qtbot.addWidget(field)
    field.show_words("f1", "One.")
    field.take("f1", "One, half ret")
    assert field.is_pending()
    field.show_words("f1", "One.")
    assert field.words() == "One, half ret"
    field.show_words("f1", "One, half ret")
    assert not field.is_pending()
