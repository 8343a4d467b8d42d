# SPDX-License-Identifier: MIT
"""The look changes while running, and nothing in it is a colour that is no token."""

import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from resources import language, paths
from ui.look import Look, speak, svg


def test_the_theme_changes_while_running(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    with qtbot.waitSignal(look.changed):
        look.wear("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == look.tokens["bg"]
    assert look.tokens.name == "dark"


def test_system_without_a_desktop_is_light_or_dark_never_neither(look: Look) -> None:
    look.wear("system")
    assert look.tokens.name in ("light", "dark")


def test_everything_doubles_at_200_percent(qtbot: QtBot, look: Look) -> None:
    label = QLabel("Ŵyr")
    qtbot.addWidget(label)
    label.ensurePolished()
    before, gap = label.sizeHint().height(), look.px(12)
    look.wear("light", 200)
    label.ensurePolished()
    assert look.px(12) == 2 * gap
    assert label.sizeHint().height() >= 1.9 * before


def test_no_text_is_under_nine_points(look: Look) -> None:
    look.wear("light", 50)
    assert all(look.font(size).pointSizeF() >= 9 for size in look.tokens.type)


def test_the_face_covers_welsh(look: Look) -> None:
    assert all(QFontMetrics(look.font()).inFontUcs4(ord(letter)) for letter in "ŴŵŶŷâêîôûïÏ")


def test_the_sheet_holds_no_colour_of_its_own() -> None:
    sheet = (paths.HERE / "styles" / "arolwg.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", sheet)


def test_a_focused_field_wears_the_ring(qtbot: QtBot, look: Look) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    button = QPushButton("Keep", box)
    button.resize(120, 40)
    box.resize(140, 50)
    box.show()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage().pixelColor(60, 1).name().upper() == look.tokens["focus"]


def test_every_bundled_outline_takes_a_colour() -> None:
    for file in sorted((paths.HERE / "icons").glob("*.svg")):
        assert b"#123456" in svg(file.stem, "#123456"), file.stem


def test_every_widget_hears_another_language(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    heard: list[str] = []

    class Listener(QLabel):
        def changeEvent(self, event: QEvent) -> None:
            if event.type() == QEvent.Type.LanguageChange:
                heard.append(language.current())

    box = QWidget()
    qtbot.addWidget(box)
    Listener(box)
    speak(qapp, "cy")
    assert heard.count("cy") == 1
    with pytest.raises(KeyError):
        speak(qapp, "xx")
