# SPDX-License-Identifier: MIT
"""Every scene of the gallery: each widget a person can reach has a name, and no picture is blank."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import SCENES
from ui.look import Look


@pytest.mark.parametrize("scene", [scene for scene, _wide, _high in SCENES])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_scene_is_drawn_and_named(
    qtbot: QtBot, look: Look, scene: Callable[[Look], QWidget], percent: int
) -> None:
    look.wear("dark", percent)
    shown = scene(look)
    qtbot.addWidget(shown)
    image = shown.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 4
    buddies = {label.buddy() for label in shown.findChildren(QLabel)}
    lists = {each for box in shown.findChildren(QComboBox) for each in box.findChildren(QAbstractItemView)}
    for widget in set(shown.findChildren(QWidget)) - lists:
        if not widget.isVisibleTo(shown):
            continue  # a notice's button says nothing until something is on offer
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(
            widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView
        ):
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            assert named or widget in buddies, widget
