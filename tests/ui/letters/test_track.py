# SPDX-License-Identifier: MIT
"""A letter's way as dots: told by key, by pointer and to a screen reader; shapes say what colours say."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.queries.letter_states import AHEAD, DONE, HERE, PASSED_BY, Step, Stop
from ui.letters.track import Track
from ui.look import Look, speak

WAY = (
    Stop("drafting", DONE),
    Stop("evidence_checked", PASSED_BY),
    Stop("approved", HERE, Step("approved", "2018-10-12T09:00:00+00:00", "Lead Inspector", "All is well.")),
    Stop("signed", AHEAD),
)


@pytest.fixture
def track(qtbot: QtBot, look: Look) -> Track:
    """Give a track on an approved letter."""
    made = Track(look)
    qtbot.addWidget(made)
    made.show_way(WAY)
    made.resize(400, made.sizeHint().height())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_it_stands_where_the_letter_is_and_says_who_when_and_why(track: Track) -> None:
    assert track.accessibleDescription() == "Approved · Now · 12 October 2018 · Lead Inspector · All is well."


def test_the_arrow_keys_and_the_pointer_go_along_the_way(qtbot: QtBot, track: Track) -> None:
    track.setFocus()
    qtbot.keyClick(track, Qt.Key.Key_Left)
    assert track.accessibleDescription() == "Evidence checked · Passed by"
    qtbot.keyClick(track, Qt.Key.Key_Right)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    assert track.accessibleDescription() == "Signed · Ahead"
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert track.accessibleDescription() == "Drafting · Done"


def test_it_speaks_welsh_and_is_gone_without_a_letter(track: Track, qapp: QApplication, look: Look) -> None:
    before = track.accessibleDescription()
    speak(qapp, "cy")
    try:
        assert track.accessibleDescription() != before
        assert "12 Hydref 2018" in track.accessibleDescription()
    finally:
        speak(qapp, "en")
    look.wear("dark")
    picture = track.grab().toImage()
    tones = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(26)}
    assert look.colour("accent").name() in tones
    track.show_way(())
    assert track.isHidden()
