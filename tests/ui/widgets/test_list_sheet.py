# SPDX-License-Identifier: MIT
"""A dialog around a list: never larger than the screen; on a low one title and legend give way, the buttons stay."""

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from storage.errors import Refused
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.list_sheet import ListSheet


def opened(qtbot: QtBot, look: Look, high: int) -> tuple[ListSheet, QListWidget, Button]:
    sheet, view, button = ListSheet(look, "A list", "What it is for."), QListWidget(), Button(look, "&Close")
    qtbot.addWidget(sheet)
    sheet.fill(view)
    sheet.add(sheet.row(Button(look, "One"), Button(look, "Two")))
    sheet.close_with(button)
    sheet.span(2000, high)
    sheet.show()
    return sheet, view, button


def over(sheet: ListSheet) -> list[bool]:
    return [each.isVisible() for each in sheet.findChildren(Label) if each.text() in ("A list", "What it is for.")]


def test_the_list_has_the_room_and_the_screen_sets_the_bounds(qtbot: QtBot, look: Look) -> None:
    sheet, view, button = opened(qtbot, look, 600)
    room = sheet.screen().availableSize()
    assert sheet.width() < room.width()
    assert sheet.height() <= room.height()
    assert over(sheet) == [True, True]
    assert view.height() > sheet.height() // 2
    assert sheet.rect().contains(button.geometry())


def test_on_a_low_screen_title_and_legend_give_way(qtbot: QtBot, look: Look) -> None:
    look.wear("light", 200)
    sheet, view, button = opened(qtbot, look, 300)
    assert over(sheet) == [False, False]
    assert view.height() >= look.px(72)
    assert sheet.rect().contains(button.geometry())
    look.wear("light", 100)
    sheet.resize(sheet.width(), 590)
    assert over(sheet) == [True, True]


def test_trouble_is_told_in_it(qtbot: QtBot, look: Look) -> None:
    sheet, _view, _button = opened(qtbot, look, 600)
    sheet.tell(Refused("Not so.", "Try again."))
    assert sheet.notice.message.text() == "Not so."
