# SPDX-License-Identifier: MIT
"""The cards say it again in another language, and say when nothing was chosen."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import language
from ui.backup.cards import DrillCard, PlaceCard
from ui.look import Look, speak


def test_without_a_folder_the_card_says_so(qtbot: QtBot, look: Look) -> None:
    card = PlaceCard(look)
    qtbot.addWidget(card)
    card.show_place("", 4)
    assert "No folder" in card.folder.text()
    card.show_place("stick", 4)
    assert "stick" in card.folder.text()


def test_choices_follow_the_language(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    card = PlaceCard(look)
    qtbot.addWidget(card)
    speak(qapp, "cy")
    card.show_place("", 24)
    assert card.hours.currentText() == language._("Once a day")
    speak(qapp, "en")


def test_the_passphrase_of_the_drill_is_hidden_and_named(qtbot: QtBot, look: Look) -> None:
    card = DrillCard(look)
    qtbot.addWidget(card)
    assert card.label.buddy() is card.passphrase.edit
    assert card.passphrase.edit.accessibleName()
