# SPDX-License-Identifier: MIT
"""Slow work shows what and how far, and can be asked to stop once."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.progress_line import ProgressLine


def test_work_is_named_measured_and_put_away(qtbot: QtBot, look: Look) -> None:
    line = ProgressLine(look)
    qtbot.addWidget(line)
    assert line.isHidden()
    line.begin("Signing the letter")
    line.progress(0.4)
    assert (line.words.text(), line.part.text(), line.bar.value()) == ("Signing the letter", "40 %", 40)
    assert line.bar.accessibleName() == "Signing the letter"
    line.end()
    assert line.isHidden()


def test_stopping_is_asked_once_and_said(qtbot: QtBot, look: Look) -> None:
    line = ProgressLine(look)
    qtbot.addWidget(line)
    line.begin("Checking")
    with qtbot.waitSignal(line.cancel_asked):
        qtbot.keyClick(line.cancel, Qt.Key.Key_Space)
    assert (line.words.text(), line.cancel.isEnabled()) == ("Stopping…", False)
    line.begin("Checking")
    assert line.cancel.isEnabled()
