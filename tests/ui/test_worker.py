# SPDX-License-Identifier: MIT
"""The middle beat runs elsewhere, the outer beats on the main thread, and every end is told once."""

from collections.abc import Callable
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.errors import CannotKeep
from storage.job import Job, Tick
from storage.steps import Steps
from ui.worker import _ADRIFT, Running, Worker

_LONG = 60.0
"""Seconds that a thread waits for another before it is called lost: a busy machine is not wrong."""


def _both(store: object, value: object) -> tuple[object, object]:
    return store, value


@pytest.fixture
def worker(qtbot: QtBot) -> Worker:
    return Worker()


def test_only_the_middle_beat_leaves_the_main_thread(qtbot: QtBot, worker: Worker) -> None:
    def take(store: dict[str, int]) -> int:
        store["take"] = get_ident()
        return 1

    def work(value: int, tick: Tick) -> int:
        return get_ident()

    def put(store: dict[str, int], value: int) -> str:
        store |= {"work": value, "put": get_ident()}
        return "done"

    store: dict[str, int] = {}
    running = Running(Job(take, work, put), store)
    with qtbot.waitSignal(running.finished) as done:
        worker.start(running)
    assert done.args == ["done"]
    assert store["take"] == store["put"] == get_ident()
    assert store["work"] != get_ident()
    assert worker.busy() == 0


def test_progress_is_told_while_the_work_goes_on(qtbot: QtBot, worker: Worker) -> None:
    parts: list[float] = []

    def work(value: object, tick: Tick) -> None:
        tick(0.25)
        tick(0.75)

    running = Running(Job(len, work, _both), "store")
    running.progressed.connect(parts.append)
    with qtbot.waitSignal(running.ended):
        worker.start(running)
    assert parts == [0.0, 0.25, 0.75, 1.0]


def test_cancelled_work_puts_nothing(qtbot: QtBot, worker: Worker) -> None:
    begun, go = Event(), Event()

    def work(value: object, tick: Tick) -> None:
        begun.set()
        go.wait(_LONG)
        tick(0.5)

    def put(store: list[str], value: None) -> None:
        store.append("put")

    store: list[str] = []
    running = Running(Job(len, work, put), store)
    with qtbot.waitSignal(running.cancelled):
        worker.start(running)
        assert begun.wait(_LONG)
        running.cancel()
        go.set()
    qtbot.waitUntil(lambda: worker.busy() == 0)
    assert store == []


@pytest.mark.parametrize("beat", [0, 1, 2])
def test_trouble_in_any_beat_is_told_to_who_asked(qtbot: QtBot, worker: Worker, beat: int) -> None:
    def full(*values: object) -> None:
        raise CannotKeep("The disk is full.")

    beats: list[Callable[..., object]] = [len, _both, _both]
    beats[beat] = full
    running = Running(Job(*beats), "store")
    with qtbot.waitSignal(running.failed) as told:
        worker.start(running)
    assert str(told.args[0]) == "The disk is full."
    qtbot.waitUntil(lambda: worker.busy() == 0)


def test_a_bug_in_the_work_crashes_on_the_main_thread(qtbot: QtBot, worker: Worker) -> None:
    def bug(value: object, tick: Tick) -> None:
        raise ZeroDivisionError

    running = Running(Job(len, bug, _both), "store")
    with qtbot.captureExceptions() as crashes, qtbot.waitSignal(running.ended):
        worker.start(running)
    assert [crash[0] for crash in crashes] == [ZeroDivisionError]
    assert worker.busy() == 0


def test_closing_waits_until_every_thread_is_idle(qtbot: QtBot, worker: Worker) -> None:
    begun, ended = Event(), Event()

    def work(value: object, tick: Tick) -> None:
        begun.set()
        try:
            while True:
                tick(0.1)
        finally:
            ended.set()

    running = Running(Job(len, work, _both), "store")
    worker.start(running)
    assert begun.wait(_LONG)
    worker.close()
    assert ended.is_set()
    qtbot.waitUntil(lambda: worker.busy() == 0)


def test_work_ends_quietly_when_whoever_asked_for_it_is_gone(qtbot: QtBot, worker: Worker) -> None:
    begun, go_on = Event(), Event()

    def work(value: object, tick: Tick) -> object:
        begun.set()
        assert go_on.wait(_LONG)
        return value

    asked = QObject()
    running = Running(Job(len, work, _both), "store", asked)
    with qtbot.captureExceptions() as raised:
        worker.start(running)
        assert begun.wait(_LONG)
        asked.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        go_on.set()
        worker._pool.waitForDone()
        QApplication.processEvents()
    assert raised == []


def test_long_work_aside_holds_up_nobody(qtbot: QtBot, worker: Worker) -> None:
    go_on = Event()

    def long(_value: object, _tick: Tick) -> bool:
        return go_on.wait(_LONG)

    def short(_value: object, _tick: Tick) -> None:
        return None

    backup = Running(Job(_nothing, long, _both), None)
    search = Running(Job(_nothing, short, _both), None)
    worker.start(backup, aside=True)
    with qtbot.waitSignal(search.finished):
        worker.start(search)
    go_on.set()
    with qtbot.waitSignal(backup.ended):
        pass
    assert worker.busy() == 0


def test_a_thousand_ticks_are_not_a_thousand_messages(qtbot: QtBot, worker: Worker) -> None:
    parts: list[float] = []

    def work(_value: object, tick: Tick) -> None:
        for at in range(10_000):
            tick(at / 10_000)

    running = Running(Job(_nothing, work, _both), None)
    running.progressed.connect(parts.append)
    with qtbot.waitSignal(running.finished):
        worker.start(running)
    assert len(parts) <= 202
    assert parts[-1] == 1.0


def _nothing(_store: object) -> None:
    return None


def _slowly(store: list[str], value: object) -> Steps[str]:
    try:
        for number in range(5):
            store.append(f"step {number}")
            yield number / 5
    except GeneratorExit:
        store.clear()  # as a transaction that is rolled back
        raise
    return "done"


def test_a_put_in_steps_lets_the_screen_answer_between_them(qtbot: QtBot, worker: Worker) -> None:
    store: list[str] = []
    seen: list[int] = []
    running, clock = Running(Job(len, lambda value, _tick: value, _slowly), store), QTimer()
    clock.timeout.connect(lambda: seen.append(len(store)))
    clock.start(0)
    with qtbot.waitSignal(running.finished) as done:
        worker.start(running)
    assert done.args == ["done"]
    assert len(store) == 5
    assert set(seen) & {1, 2, 3, 4}
    assert worker.busy() == 0


def test_steps_that_are_cancelled_or_closed_upon_are_taken_back(qtbot: QtBot, worker: Worker) -> None:
    for stop in (Running.cancel, lambda _running: worker.close()):
        store: list[str] = []
        running = Running(Job(len, lambda value, _tick: value, _slowly), store)
        running.progressed.connect(lambda part, one=running, do=stop: do(one) if 0.0 < part < 1.0 else None)
        with qtbot.waitSignal(running.cancelled):
            worker.start(running)
        assert store == []
        assert worker.busy() == 0


def test_trouble_in_a_step_is_told(qtbot: QtBot, worker: Worker) -> None:
    def full(_store: object, _value: object) -> Steps[str]:
        yield 0.1
        raise CannotKeep("The disk is full.")

    running = Running(Job(len, lambda value, _tick: value, full), "store")
    with qtbot.waitSignal(running.failed) as failed:
        worker.start(running)
    assert str(failed.args[0]) == "The disk is full."
    assert worker.busy() == 0


def test_work_that_waits_for_another_machine_is_let_go_and_closing_waits_for_nobody(
    qtbot: QtBot, worker: Worker
) -> None:
    begun, answer, over = Event(), Event(), Event()
    store: list[str] = []

    def waiting(_value: object, tick: Tick) -> None:
        begun.set()
        assert answer.wait(_LONG)
        over.set()
        tick(0.5)

    def put(kept: list[str], _value: None) -> None:
        kept.append("put")

    running = Running(Job(len, waiting, put), store)
    ends: list[str] = []
    running.cancelled.connect(lambda: ends.append("cancelled"))
    running.failed.connect(lambda _trouble: ends.append("failed"))
    running.ended.connect(lambda: ends.append("ended"))
    worker.start(running, away=True)
    assert begun.wait(_LONG)
    worker.close()
    assert not over.is_set()  # it came back while the other machine had not answered yet
    assert (ends, worker.busy()) == (["cancelled", "ended"], 0)
    answer.set()
    assert over.wait(_LONG)
    qtbot.waitUntil(lambda: running not in _ADRIFT)
    assert (ends, store) == (["cancelled", "ended"], [])


def test_work_that_waits_for_another_machine_ends_well_when_that_answers(qtbot: QtBot, worker: Worker) -> None:
    running = Running(Job(len, lambda count, _tick: count + 1, lambda _store, worked: worked), "store")
    with qtbot.waitSignal(running.finished) as done:
        worker.start(running, away=True)
    assert done.args == [6]
    qtbot.waitUntil(lambda: worker.busy() == 0)
