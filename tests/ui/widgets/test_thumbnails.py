# SPDX-License-Identifier: MIT
"""Small pictures in a row: opened, taken off, named; what is no picture becomes an outline."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.pictures import thumbnail
from tests.files import a_picture, noise
from ui.look import Look
from ui.widgets.thumbnails import Thumb, Thumbnails

ONE = Thumb("1", "kitchen.jpg", "a JPEG picture", thumbnail(a_picture()))
OTHER = Thumb("2", "The improvement plan of the authority.pdf", "a PDF")


@pytest.fixture
def strip(qtbot: QtBot, look: Look) -> Thumbnails:
    made = Thumbnails(look)
    qtbot.addWidget(made)
    return made


def test_it_takes_no_room_until_there_is_something(strip: Thumbnails) -> None:
    assert strip.isHidden()
    strip.show_thumbs([ONE, OTHER], fixed=False)
    assert not strip.isHidden()
    assert [each.thumb for each in strip.buttons()] == [ONE, OTHER]
    strip.show_thumbs([], fixed=False)
    assert strip.isHidden()


def test_return_and_a_click_open_and_delete_takes_off(qtbot: QtBot, strip: Thumbnails) -> None:
    strip.show_thumbs([ONE, OTHER], fixed=False)
    one, other = strip.buttons()
    with qtbot.waitSignal(strip.opened) as opened:
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert opened.args == ["1"]
    with qtbot.waitSignal(strip.opened):
        qtbot.keyClick(other, Qt.Key.Key_Return)
    with qtbot.waitSignal(strip.taken_off) as gone:
        qtbot.keyClick(other, Qt.Key.Key_Delete)
    assert gone.args == ["2"]


def test_a_fixed_one_is_opened_and_not_taken_off(qtbot: QtBot, strip: Thumbnails) -> None:
    strip.show_thumbs([ONE], fixed=True)
    with qtbot.assertNotEmitted(strip.taken_off):
        qtbot.keyClick(strip.buttons()[0], Qt.Key.Key_Delete)


def test_a_long_name_is_cut_on_the_screen_and_whole_for_a_screen_reader(strip: Thumbnails) -> None:
    strip.show_thumbs([OTHER], fixed=False)
    [button] = strip.buttons()
    assert button.text().endswith("…")
    assert button.accessibleName() == "The improvement plan of the authority.pdf, a PDF"


@pytest.mark.parametrize("data", [b"", b"words", a_picture("PNG"), noise()])
def test_what_is_no_small_jpeg_shows_an_outline(strip: Thumbnails, data: bytes) -> None:
    strip.show_thumbs([Thumb("1", "x", "a file", data)], fixed=False)
    assert not strip.buttons()[0].icon().isNull()
