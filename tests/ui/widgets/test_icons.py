# SPDX-License-Identifier: MIT
"""Icons follow the theme and the pixel ratio, and a misspelt name fails early."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.icons import icon, picture


def test_an_icon_already_shown_follows_the_theme(qtbot: QtBot, look: Look) -> None:
    shown = icon(look, "dot", "text")
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(shown)
    light = look.tokens["text"]
    assert button.icon().pixmap(QSize(24, 24)).toImage().pixelColor(12, 12).name().upper() == light
    look.wear("dark")
    assert button.icon().pixmap(QSize(24, 24)).toImage().pixelColor(12, 12).name().upper() == look.tokens["text"]
    assert look.tokens["text"] != light


def test_a_picture_is_sharp_at_twice_the_pixels(look: Look) -> None:
    drawn = picture(look, "search", "text", 16, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (32, 2.0)


def test_a_misspelt_icon_fails_where_it_is_written(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        icon(look, "no-such-outline")


def test_an_icon_without_room_is_empty_and_no_trouble(look: Look) -> None:
    assert icon(look, "dot").pixmap(QSize(0, 18)).isNull()
