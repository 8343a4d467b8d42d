# SPDX-License-Identifier: MIT
"""The work of indexing what waits (later.py), in small steps of which each is kept by itself."""

from storage.job import Job, Tick
from storage.parts import Parts
from storage.steps import Steps

_FEW = 25
"""Notes indexed in one step: some milliseconds."""


def indexing(store: Parts) -> Steps[int]:
    """Index what waits, in small steps of which each is kept by itself; return how many notes it were."""
    done = yield from _by_the_dozen(store)
    while (read := (yield from store.tables.later.reading())) is not None:
        yield 0.99
        while store.is_recording:
            yield 0.99
        with store.transaction():
            store.tables.later.pay(*read)
        done += 1
    if store.tables.later.is_wanted():
        yield from _tidying(store)
    return done


def _tidying(store: Parts) -> Steps[None]:
    is_more = True
    while is_more:
        yield 0.99
        if not store.is_recording:
            with store.transaction():
                is_more = store.tables.later.tidy()


def _by_the_dozen(store: Parts) -> Steps[int]:
    of, done = store.tables.later.waiting(), 0
    while of:
        if store.is_recording:  # a page that is coming in: it must not be brought to its end at once
            yield done / of
            continue
        with store.transaction():
            now = store.tables.later.follow(_FEW)
        if not now:
            break
        done += now
        yield min(1.0, done / of)
    return done


def job() -> Job[Parts, None, None, int]:
    """Return the work of indexing what waits, as whoever took much in runs it afterwards."""
    return Job(_nothing, _no_work, _indexing)


def _nothing(_store: Parts) -> None:
    pass


def _no_work(_taken: None, _tick: Tick) -> None:
    pass


def _indexing(store: Parts, _worked: None) -> Steps[int]:
    return indexing(store)
