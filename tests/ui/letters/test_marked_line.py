# SPDX-License-Identifier: MIT
"""A sentence and its sign: the sign comes and goes, the words stay."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.letters.marked_line import MarkedLine
from ui.look import Look


def test_a_sign_is_there_only_when_given(qtbot: QtBot, look: Look) -> None:
    line = MarkedLine(look, "Practice")
    qtbot.addWidget(line)
    line.show()
    sign = next(each for each in line.findChildren(QLabel) if each is not line.label)
    assert not sign.isVisible()
    line.mark("triangle-alert", "warn")
    assert sign.isVisible()
    assert not sign.pixmap().isNull()
    assert line.text() == "Practice"
    line.mark("", "muted")
    assert not sign.isVisible()
