# SPDX-License-Identifier: MIT
"""The authority's working days: counted without weekends and bank holidays, told in words, drawn by shape."""

from datetime import date

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.model.deadlines import deadline
from ui.letters.day_clock import DayClock
from ui.look import Look, speak

DUE = deadline("2018-10-12", 10, "working_days")


def shown(qtbot: QtBot, look: Look, today: date) -> DayClock:
    clock = DayClock(look)
    qtbot.addWidget(clock)
    clock.show_due(DUE, today)
    clock.resize(300, clock.sizeHint().height())
    clock.show()
    return clock


def test_working_days_that_have_gone_are_counted_and_told(qtbot: QtBot, look: Look, qapp: QApplication) -> None:
    clock = shown(qtbot, look, date(2018, 10, 18))
    assert (clock.gone, clock.total, clock.over) == (4, 10, 0)
    assert clock.words() == "4 of 10 working days have gone. The reply is due on 26 October 2018."
    assert clock.accessibleDescription() == clock.words()
    speak(qapp, "cy")
    try:
        assert "26 Hydref 2018" in clock.accessibleDescription()
    finally:
        speak(qapp, "en")


def test_days_over_are_crossed_and_before_it_went_out_none_has_gone(qtbot: QtBot, look: Look) -> None:
    late = shown(qtbot, look, date(2018, 10, 30))
    assert (late.gone, late.over) == (10, 2)
    assert late.words().startswith("2 working days over.")
    picture = late.grab().toImage()
    tones = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {look.colour(role).name() for role in ("accent", "bad")} <= tones
    early = shown(qtbot, look, date(2018, 10, 1))
    assert (early.gone, early.over) == (0, 0)


def test_without_a_deadline_there_is_nothing_to_see(qtbot: QtBot, look: Look) -> None:
    clock = shown(qtbot, look, date(2018, 10, 18))
    clock.show_due(None, date(2018, 10, 18))
    assert clock.isHidden()
    assert clock.words() == ""


def test_where_there_is_no_room_the_words_alone_say_it(qtbot: QtBot, look: Look) -> None:
    clock = shown(qtbot, look, date(2018, 10, 18))
    clock.make_room(False)
    assert clock.isHidden()
    clock.show_due(DUE, date(2018, 10, 19))
    assert clock.isHidden()
    clock.make_room(True)
    assert not clock.isHidden()
