# SPDX-License-Identifier: MIT
"""The chip that tells where something is: a word, a shape, a tooltip; in every theme."""

from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.models.standing_words import said
from ui.widgets.place_chip import PlaceChip


def test_it_tells_in_words_and_follows_the_look(qtbot: QtBot, look: Look) -> None:
    chip = PlaceChip(look)
    qtbot.addWidget(chip)
    look.wear("dark", 125)  # nothing to tell yet: nothing to fit
    chip.show_place(said("partner"))
    assert chip.words.text() == chip.accessibleName() == "Partner has"
    assert chip.toolTip() == chip.accessibleDescription() != ""
    dark = chip.styleSheet()
    look.wear("light", 100)
    assert chip.styleSheet() != dark
