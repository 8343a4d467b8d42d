# SPDX-License-Identifier: MIT
"""The time line is drawn: with its marks, a ring around the one that is stood on, and in another look's colours."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from ui.authority.time_drawing import TimeDrawing
from ui.authority.time_places import Places
from ui.authority.time_scale import Scene, scene
from ui.look import Look


@pytest.fixture
def shown(known: StandingRecord, due: tuple[Due, ...]) -> Scene:
    found = scene(known, due, date(2018, 11, 6))
    assert found is not None
    return found


def drawn(drawing: TimeDrawing, look: Look, shown: Scene, stood_on: int = -1) -> QImage:
    image = QImage(QSize(900, 300), QImage.Format.Format_RGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    drawing.draw(painter, Places(look, shown, image.size()), stood_on)
    painter.end()
    return image


def test_what_is_stood_on_and_what_is_there_is_seen(look: Look, shown: Scene) -> None:
    drawing = TimeDrawing(look)
    plain, stood = drawn(drawing, look, shown), drawn(drawing, look, shown, 0)
    bare = drawn(drawing, look, replace(shown, marks=()))
    assert plain != stood
    assert plain != bare
    assert plain == drawn(drawing, look, shown)


def test_in_another_look_it_is_drawn_anew(look: Look, shown: Scene) -> None:
    drawing = TimeDrawing(look)
    light = drawn(drawing, look, shown)
    look.wear("dark", 100)
    drawing.forget()
    try:
        assert drawn(drawing, look, shown) != light
    finally:
        look.wear("light", 100)
