# SPDX-License-Identifier: MIT
"""The line at the foot and the kept mark say it in words."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets import status_line
from ui.widgets.status_line import KeptMark, StatusLine


def test_a_passing_message_passes_and_the_standing_one_stays(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_line, "TOAST_MS", 10)
    line = StatusLine(look)
    qtbot.addWidget(line)
    line.where.say("offline · everything kept on this laptop")
    line.pass_on("Linked to QA1")
    assert line.toast.text() == "Linked to QA1"
    qtbot.waitUntil(lambda: line.toast.text() == "")
    assert line.where.text().startswith("offline")


def test_the_mark_says_when_the_words_were_kept(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    mark = KeptMark(look)
    qtbot.addWidget(mark)
    assert mark.words.text() == ""
    mark.keeping()
    assert mark.words.text() == "Keeping…"
    mark.kept("10:42:07")
    assert mark.words.text() == "Kept 10:42:07"
    mark.not_kept()
    assert (mark.words.text(), mark.words.property("tone")) == ("Not kept yet", "bad")
