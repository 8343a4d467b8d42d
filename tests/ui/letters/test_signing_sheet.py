# SPDX-License-Identifier: MIT
"""The frame of signing: side by side where there is room, else below each other; the buttons are always there."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.letters.signing_sheet import SigningSheet
from ui.look import Look
from ui.widgets.buttons import Button


def test_who_signs_stands_beside_the_pages_or_below_them_and_the_buttons_stay(qtbot: QtBot, look: Look) -> None:
    sheet, pages, part, button = SigningSheet(look, "Sign", ("Pages", "Who")), QWidget(), QWidget(), Button(look, "&Go")
    qtbot.addWidget(sheet)
    part.setMinimumHeight(600)
    sheet.lay(pages, (part,), (button,))
    sheet.show()
    sheet.resize(1000, 500)
    qtbot.waitUntil(lambda: sheet.side.x() >= sheet.sheet.x() + sheet.sheet.width())
    sheet.resize(600, 400)
    qtbot.waitUntil(lambda: sheet.side.y() >= sheet.sheet.y() + sheet.sheet.height())
    assert sheet.rect().contains(button.geometry())
    before = sheet.side.mapTo(sheet, part.pos()).y()
    sheet.bring_up(part)
    assert sheet.side.mapTo(sheet, part.pos()).y() < before
