# SPDX-License-Identifier: MIT
"""Slow work while no store is open: one at a time, shown while it lasts, told when it fails, stopped when asked."""

from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from storage.errors import CannotKeep
from storage.job import Job, Tick
from ui.look import Look
from ui.unlock.working import Working
from ui.widgets.progress_line import ProgressLine


class _Hand(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, what: object) -> None:
        self.got.append(what)


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> ProgressLine:
    line = ProgressLine(look)
    qtbot.addWidget(line)
    return line


def _job(work: object) -> Job:  # type: ignore[type-arg]
    return Job(lambda _none: None, work, lambda _none, made: made)  # type: ignore[arg-type]


def test_the_line_is_shown_while_it_lasts_and_a_second_is_not_begun(qtbot: QtBot, line: ProgressLine) -> None:
    hand, go = _Hand(), Event()
    working = Working(line, hand)

    def work(_nothing: None, _tick: Tick) -> str:
        assert go.wait(60.0)
        return "done"

    working.start(_job(work), "Working", hand.take)
    working.start(_job(lambda _nothing, _tick: "another"), "Working", hand.take)
    assert working.is_busy()
    assert not line.isHidden()
    go.set()
    qtbot.waitUntil(lambda: not working.is_busy())
    assert hand.got == ["done"]
    assert line.isHidden()


def test_trouble_is_told_and_closing_waits_for_what_is_taken_back(qtbot: QtBot, line: ProgressLine) -> None:
    hand, begun, over = _Hand(), Event(), Event()
    working = Working(line, hand)
    working.failed.connect(hand.take)

    def refused(_nothing: None, _tick: Tick) -> None:
        raise CannotKeep("The disk is full.")

    def endless(_nothing: None, tick: Tick) -> None:
        begun.set()
        try:
            while True:
                tick(0.5)
        finally:
            over.set()

    working.start(_job(refused), "Working", hand.take)
    qtbot.waitUntil(lambda: not working.is_busy())
    assert [str(each) for each in hand.got] == ["The disk is full."]
    working.start(_job(endless), "Working", hand.take)
    assert begun.wait(60.0)
    working.close()
    assert over.is_set()
    qtbot.waitUntil(lambda: not working.is_busy())
    assert len(hand.got) == 1
