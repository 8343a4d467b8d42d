# SPDX-License-Identifier: MIT
"""News is handed on as it came."""

from pytestqt.qtbot import QtBot

from ui.bus import Bus


def test_the_bus_hands_on_what_was_recorded(qtbot: QtBot) -> None:
    bus, news = Bus(), object()
    with qtbot.waitSignal(bus.recorded) as heard:
        bus.announce(news)
    assert heard.args == [news]
