# SPDX-License-Identifier: MIT
"""Slow work in three beats: take from the store, work anywhere, put into the store. No threads here."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from storage.steps import Steps, whole

Store = TypeVar("Store")
Taken = TypeVar("Taken")
Worked = TypeVar("Worked")
Outcome = TypeVar("Outcome")

Tick = Callable[[float], None]
"""Called by the work now and then with the part done, 0.0 to 1.0. Raises Cancelled when nobody wants the rest."""


class Cancelled(Exception):
    """The person asked for the work to stop. Nothing was put into the store."""


@dataclass(frozen=True)
class Job(Generic[Store, Taken, Worked, Outcome]):
    """Three plain functions; any of them may raise Trouble."""

    take: Callable[[Store], Taken]
    """Read what the work needs. On the thread that owns the store."""
    work: Callable[[Taken, Tick], Worked]
    """Do the slow part. On any thread; touches neither store nor screen."""
    put: Callable[[Store, Worked], Outcome | Steps[Outcome]]
    """Record what came of it. On the thread that owns the store; what takes long there returns its steps."""


def unwatched(_part: float) -> None:
    """Tell nobody: for work of which nobody sees how far it is, and that nobody stops."""


AnyJob = Job[Any, Any, Any, Any]
"""For whoever runs jobs without looking inside."""


def run_now(job: Job[Store, Taken, Worked, Outcome], store: Store, tick: Tick = unwatched) -> Outcome:
    """Run the three beats in a row and return what the last one gave: the terminal's way."""
    outcome = job.put(store, job.work(job.take(store), tick))
    return whole(outcome) if isinstance(outcome, Generator) else outcome
