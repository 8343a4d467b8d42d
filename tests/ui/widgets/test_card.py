# SPDX-License-Identifier: MIT
"""A card grows with the look and gives way to a narrow place."""

from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.card import Card


def test_a_long_title_does_not_widen_the_card(qtbot: QtBot, look: Look) -> None:
    card = Card(look, "Notes")
    qtbot.addWidget(card)
    narrow = card.minimumSizeHint().width()
    card.title.show_text("word " * 300)
    assert card.minimumSizeHint().width() == narrow


def test_a_card_without_title_shows_none(qtbot: QtBot, look: Look) -> None:
    card = Card(look)
    qtbot.addWidget(card)
    assert card.title.isHidden()
    assert card.hint.isHidden()


def test_margins_double_at_200_percent(qtbot: QtBot, look: Look) -> None:
    card = Card(look, "Notes")
    qtbot.addWidget(card)
    before = card.layout().contentsMargins().left()
    look.wear("light", 200)
    assert card.layout().contentsMargins().left() == 2 * before
