# SPDX-License-Identifier: MIT
"""Slow work one at a time: a newer piece takes the place of an older; files are read away from the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reports.signing.verdict import Verdict
from storage.errors import BadFile
from storage.job import Job, Tick, run_now
from ui.desk import Desk
from ui.letters.press import Press, Rota, opening, practising, verifying_file, warming
from ui.widgets.progress_line import ProgressLine


class _Hand(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, what: object) -> None:
        self.got.append(what)


def _saying(word: str) -> Job:  # type: ignore[type-arg]
    return Job(lambda _store: None, lambda _taken, _tick: word, lambda _store, worked: worked)


def test_a_newer_piece_of_work_takes_the_place_of_an_older(qtbot: QtBot, desk: Desk) -> None:
    hand = _Hand()
    press = Press(desk, Rota(desk, hand), None, hand)
    for word in ("one", "two", "three"):
        press.start(_saying(word), "Working", hand.take)
    qtbot.waitUntil(lambda: not press.is_busy())
    assert hand.got == ["three"]


def test_two_presses_never_work_at_once(qtbot: QtBot, desk: Desk) -> None:
    hand = _Hand()
    rota = Rota(desk, hand)
    under_way: list[str] = []
    most: list[int] = []

    def work(_taken: object, tick: Tick) -> str:
        under_way.append("one more")
        for _time in range(200):
            most.append(len(under_way))
            tick(0.5)
        under_way.pop()
        return "done"

    presses = [Press(desk, rota, None, hand) for _each in range(3)]
    for press in presses:
        press.start(Job(lambda _store: None, work, lambda _store, worked: worked), "Working", hand.take)
    qtbot.waitUntil(lambda: len(hand.got) == 3)
    assert max(most) == 1


def test_what_was_stopped_while_it_waited_for_its_turn_never_asks_the_store(qtbot: QtBot, desk: Desk) -> None:
    hand, asked = _Hand(), list[str]()
    rota = Rota(desk, hand)
    first, second = (Press(desk, rota, None, hand) for _each in range(2))
    first.start(_saying("one"), "Working", hand.take)
    second.start(
        Job(lambda _store: asked.append("store"), lambda _taken, _tick: "two", lambda _store, worked: worked),
        "Working",
        hand.take,
    )
    second.stop()
    qtbot.waitUntil(lambda: not first.is_busy() and not second.is_busy())
    assert (asked, hand.got) == ([], ["one"])


def test_progress_is_shown_while_it_works_and_put_away_after(qtbot: QtBot, desk: Desk) -> None:
    line = ProgressLine(desk.look)
    qtbot.addWidget(line)
    hand = _Hand()
    press = Press(desk, Rota(desk, hand), line, hand)
    with qtbot.waitSignal(press.idle):
        press.start(_saying("done"), "Working", hand.take)
        assert not line.isHidden()
    assert line.isHidden()
    assert hand.got == ["done"]


def test_stopped_work_hands_over_nothing(qtbot: QtBot, desk: Desk) -> None:
    hand = _Hand()
    press = Press(desk, Rota(desk, hand), None, hand)
    press.start(_saying("done"), "Working", hand.take)
    press.stop()
    qtbot.waitUntil(lambda: not press.is_busy())
    assert hand.got == []


def test_work_outlives_who_asked_for_it(qtbot: QtBot, desk: Desk) -> None:
    hand = _Hand()
    rota = Rota(desk, desk.bus)
    started = []

    def work(_taken: object, tick: Tick) -> str:
        started.append(True)
        while True:
            tick(0.5)

    press = Press(desk, rota, None, hand)
    press.start(Job(lambda _store: None, work, lambda _store, worked: worked), "Working", hand.take)
    qtbot.waitUntil(lambda: bool(started))
    press.stop()
    press.deleteLater()
    qtbot.waitUntil(lambda: not desk.worker.busy())
    press = Press(desk, rota, None, hand)
    press.start(_saying("next"), "Working", hand.take)
    qtbot.waitUntil(lambda: hand.got == ["next"])


def test_trouble_is_told_by_signal(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    hand = _Hand()
    press = Press(desk, Rota(desk, hand), None, hand)
    with qtbot.waitSignal(press.failed) as failed:
        press.start(verifying_file(tmp_path / "nowhere.pdf"), "Working", hand.take)
    assert isinstance(failed.args[0], BadFile)


def test_any_file_gets_a_verdict(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "odd.pdf").write_text("no PDF at all")
    verdict = run_now(verifying_file(tmp_path / "odd.pdf"), desk.store)
    assert isinstance(verdict, Verdict)
    assert not verdict.is_well


def test_a_vast_file_is_refused_before_it_is_read(desk: Desk, tmp_path: Path) -> None:
    with (tmp_path / "vast.pdf").open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(BadFile, match="too large"):
        run_now(verifying_file(tmp_path / "vast.pdf"), desk.store)


def test_the_practice_identity_is_one_and_the_same(desk: Desk) -> None:
    one, other = (run_now(practising(), desk.store) for _time in range(2))
    assert one.fingerprint == other.fingerprint
    assert one.practice


def test_no_identity_file_is_told_as_that(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "me.p12").write_text("nonsense")
    with pytest.raises(BadFile):
        run_now(opening(tmp_path / "me.p12", "secret"), desk.store)


def test_warming_loads_what_letters_need(desk: Desk) -> None:
    assert hasattr(run_now(warming(), desk.store), "signing")
