# SPDX-License-Identifier: MIT
"""The feedback meeting on the screen: three kinds, a time with its zone, words gone once kept."""

from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from storage.model.point import SAID
from ui.day.meeting import Meeting
from ui.look import Look


def test_what_is_typed_is_given_and_cleared(qtbot: QtBot, look: Look) -> None:
    view = Meeting(look)
    qtbot.addWidget(view)
    assert [view.kind.itemData(at) for at in range(view.kind.count())] == list(SAID)
    view.kind.setCurrentIndex(2)
    view.role.setText("Director")
    view.words.setPlainText("The log by noon.")
    assert view.given() == ("offered", "Director", "The log by noon.")
    with qtbot.waitSignal(view.heard):
        view.keep.click()
    view.set_now()
    assert view.given() == ("offered", "Director", "")
    assert abs(view.at.moment() - datetime.now(UTC)) < timedelta(minutes=2)


def test_nothing_chosen_is_nothing_told(qtbot: QtBot, look: Look) -> None:
    view = Meeting(look)
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.told):
        view._on_tell()
    with qtbot.assertNotEmitted(view.withdrawn):
        view._on_drop()
