# SPDX-License-Identifier: MIT
"""A picture from memory: fitted, sized by key, named."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.files import a_picture
from ui.look import Look
from ui.widgets.picture_view import PictureView


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> PictureView:
    made = PictureView(look)
    qtbot.addWidget(made)
    made.resize(300, 240)
    made.show()
    return made


def test_a_large_picture_is_shown_whole_and_a_small_one_as_it_is(view: PictureView) -> None:
    view.show_picture(a_picture(size=(1200, 300)), "kitchen.jpg")
    assert view.factor() <= 0.25
    assert view.area.horizontalScrollBar().maximum() == 0
    view.show_picture(a_picture(size=(20, 20)), "stamp.jpg")
    assert view.factor() == 1.0


def test_it_is_sized_by_keys(qtbot: QtBot, view: PictureView) -> None:
    view.show_picture(a_picture(size=(1200, 300)), "kitchen.jpg")
    whole = view.factor()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.factor() > whole
    assert view.area.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.factor() == whole


def test_a_screen_reader_hears_its_name(view: PictureView) -> None:
    view.show_picture(a_picture(), "kitchen.jpg")
    assert view.area.accessibleName() == "Picture kitchen.jpg"


def test_bytes_that_are_no_picture_show_nothing(view: PictureView) -> None:
    view.show_picture(b"words", "x")
    view.zoom(1)
    assert view.image.isNull()
