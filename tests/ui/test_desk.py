# SPDX-License-Identifier: MIT
"""A desk is made in a line, and lets the bus hear of everything that is recorded."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.settings import Settings
from storage.store import Store
from tests.builders import a_visit
from ui.bus import Bus
from ui.desk import Desk
from ui.look import Look
from ui.worker import Worker


def test_the_bus_hears_of_what_is_recorded(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    desk = Desk(store, Bus(), Worker(), look, Settings(), tmp_path)
    with qtbot.waitSignal(desk.bus.recorded) as heard:
        there = a_visit(store)
    assert heard.args[0].touches(there.stream_id) or heard.args[0].changes
