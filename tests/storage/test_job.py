# SPDX-License-Identifier: MIT
"""A job's three beats, run in a row."""

import pytest

from storage.job import Cancelled, Job, Tick, run_now
from storage.steps import Steps


def _count(words: list[str], tick: Tick) -> int:
    tick(0.5)
    return len(words)


def _put(store: list[str], count: int) -> str:
    store.append(str(count))
    return store[-1]


COUNTING = Job(list[str].copy, _count, _put)


def test_a_job_takes_works_and_puts_in_a_row() -> None:
    store, parts = ["one", "two"], list[float]()
    assert run_now(COUNTING, store, parts.append) == "2"
    assert (store, parts) == (["one", "two", "2"], [0.5])


def test_a_job_stopped_at_a_tick_puts_nothing() -> None:
    def stop(part: float) -> None:
        raise Cancelled

    store = ["one"]
    with pytest.raises(Cancelled):
        run_now(COUNTING, store, stop)
    assert store == ["one"]


def test_a_put_that_takes_long_takes_all_its_steps() -> None:
    def slowly(store: list[str], count: int) -> Steps[str]:
        for _ in range(count):
            store.append("step")
            yield 0.5
        return "done"

    store = ["one", "two"]
    assert run_now(Job(list[str].copy, _count, slowly), store) == "done"
    assert store == ["one", "two", "step", "step"]
