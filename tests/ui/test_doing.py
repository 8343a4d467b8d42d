# SPDX-License-Identifier: MIT
"""Slow work of a page: shown while it lasts, told when it fails, gone when it is stopped or its page is closed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from storage.errors import CannotKeep
from storage.job import Job, Tick
from storage.store import Store
from tests.ui.shown import a_desk
from ui.desk import Desk
from ui.doing import Doing
from ui.look import Look
from ui.widgets.progress_line import ProgressLine


class _Hand(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, what: object) -> None:
        self.got.append(what)


@pytest.fixture
def desk(store: Store, look: Look, tmp_path: Path) -> Desk:
    return a_desk(store, look, tmp_path)


def _saying(word: str) -> Job:  # type: ignore[type-arg]
    return Job(lambda _store: None, lambda _taken, _tick: word, lambda _store, worked: worked)


def _refusing(_taken: object, _tick: Tick) -> str:
    raise CannotKeep("The disk is full.")


@pytest.mark.parametrize("aside", [False, True])
def test_the_line_is_shown_while_it_lasts_and_the_outcome_handed_over(qtbot: QtBot, desk: Desk, aside: bool) -> None:
    line, hand = ProgressLine(desk.look), _Hand()
    qtbot.addWidget(line)
    doing = Doing(desk, line, hand, aside=aside)
    with qtbot.waitSignal(doing.idle):
        doing.start(_saying("done"), "Working", hand.take)
        assert doing.is_busy()
        assert not line.isHidden()
    assert hand.got == ["done"]
    assert (doing.is_busy(), line.isHidden()) == (False, True)


def test_trouble_is_told_and_the_line_put_away(qtbot: QtBot, desk: Desk) -> None:
    hand = _Hand()
    doing = Doing(desk, None, hand)
    doing.failed.connect(hand.take)
    with qtbot.waitSignal(doing.idle):
        doing.start(Job(lambda _store: None, _refusing, lambda _store, made: made), "Working", hand.take)
    assert [str(each) for each in hand.got] == ["The disk is full."]


def test_a_newer_piece_takes_the_place_of_an_older_and_stop_hands_over_nothing(qtbot: QtBot, desk: Desk) -> None:
    hand = _Hand()
    doing = Doing(desk, None, hand)
    for word in ("one", "two"):
        doing.start(_saying(word), "Working", hand.take)
    qtbot.waitUntil(lambda: not doing.is_busy())
    assert hand.got == ["two"]
    doing.start(_saying("three"), "Working", hand.take)
    doing.stop()
    qtbot.waitUntil(lambda: not doing.is_busy())
    assert hand.got == ["two"]


def test_a_page_that_is_gone_before_its_work_is_over_disturbs_nobody(qtbot: QtBot, desk: Desk) -> None:
    hand = _Hand()
    Doing(desk, None, hand).start(_saying("done"), "Working", hand.take)
    hand.deleteLater()
    del hand
    qtbot.waitUntil(lambda: desk.worker.busy() == 0)
