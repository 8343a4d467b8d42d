# SPDX-License-Identifier: MIT
"""What nobody holds is collected on the screen's thread, never on another."""

import gc
from collections.abc import Iterator
from threading import Thread, get_ident

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.sweeping import Sweeping


class Ring:
    """Holds itself, so that only the collector can end it, and tells on which thread it did."""

    def __init__(self, ended: list[int]) -> None:
        self.itself, self._ended = self, ended

    def __del__(self) -> None:
        self._ended.append(get_ident())


@pytest.fixture
def sweeping(qapp: QApplication) -> Iterator[Sweeping]:
    was = gc.isenabled()
    made = Sweeping(qapp)
    yield made
    made.end()
    made.deleteLater()
    (gc.enable if was else gc.disable)()


def ask_for_much() -> None:
    """Make so much that Python would collect three times over."""
    held = [[number] for number in range(3 * gc.get_threshold()[0])]
    assert held


def test_another_thread_that_asks_for_memory_ends_nothing_of_the_screen(qtbot: QtBot, sweeping: Sweeping) -> None:
    ended: list[int] = []
    Ring(ended)
    thread = Thread(target=ask_for_much)
    thread.start()
    thread.join()
    assert ended == []
    sweeping.sweep_soon()
    qtbot.waitUntil(lambda: ended == [get_ident()])


def test_what_is_young_is_swept_by_and_by(qtbot: QtBot, sweeping: Sweeping) -> None:
    ended: list[int] = []
    Ring(ended)
    ask_for_much()
    held = [[number] for number in range(2 * gc.get_threshold()[0])]  # more was made than let go
    qtbot.waitUntil(lambda: ended == [get_ident()])
    assert held


def test_everything_is_swept_after_as_many_rounds_as_python_would_take(sweeping: Sweeping) -> None:
    ended: list[int] = []
    ring = Ring(ended)
    gc.collect()  # it is old now
    del ring
    held: list[list[int]] = []
    rounds = (gc.get_threshold()[1] + 2) * (gc.get_threshold()[2] + 2)
    for _round in range(rounds):
        held += [[number] for number in range(gc.get_threshold()[0] + 1)]
        sweeping.sweep()
    assert ended == [get_ident()]


def test_it_gives_the_collector_back(sweeping: Sweeping) -> None:
    assert not gc.isenabled()
    sweeping.end()
    assert gc.isenabled()
