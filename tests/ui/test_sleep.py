# SPDX-License-Identifier: MIT
"""Sleep is noticed from a missed beat and from the platform's own word; a beat in time says nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import sleep
from ui.sleep import GAP_S, Sleep


def test_a_beat_that_was_slept_through_is_noticed_once(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = sleep._since_boot()
    watch = Sleep(qapp)
    with qtbot.assertNotEmitted(watch.passed):
        watch.beat()
    monkeypatch.setattr(sleep, "_since_boot", lambda: moment + GAP_S + 3600)
    with qtbot.waitSignal(watch.passed):
        watch.beat()
    with qtbot.assertNotEmitted(watch.passed):
        watch.beat()
    watch.stop()


def test_the_platforms_own_word_is_enough(qtbot: QtBot, qapp: QApplication) -> None:
    watch = Sleep(qapp)
    with qtbot.assertNotEmitted(watch.passed):
        watch._on_state(Qt.ApplicationState.ApplicationInactive)
    with qtbot.waitSignal(watch.passed):
        watch._on_state(Qt.ApplicationState.ApplicationSuspended)
    watch.stop()
