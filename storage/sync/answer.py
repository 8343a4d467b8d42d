# SPDX-License-Identifier: MIT
"""What the hub answered of this device, kept until it answers otherwise: revoked, without a seat, held for the office.

What its receipts prove: receipt.py. Who reads these marks: storage/queries/standing.py. What is said of it: ui.
"""

from collections.abc import Generator, Iterator
from functools import partial
from typing import Any

from storage.job import AnyJob, Job
from storage.model import clock
from storage.queries.standing import CLOSED, REVOKED, WAITS
from storage.steps import Steps
from storage.store import Store
from storage.sync import exchange
from storage.sync.exchange import Progress
from storage.sync.road import Hub, Road
from storage.vault import world


def rounds(store: Store, hub: Hub, progress: Progress, road: Road | None = None) -> Iterator[AnyJob]:
    """Yield the jobs of a sync (exchange.rounds), each of which also keeps what was said of this device."""
    for job in exchange.rounds(store, hub, progress, road):
        yield Job(job.take, job.work, partial(_put_and_keep, job, progress))


def _put_and_keep(job: AnyJob, progress: Progress, store: Store, worked: Any) -> Steps[Any]:
    outcome = job.put(store, worked)
    if isinstance(outcome, Generator):
        outcome = yield from outcome
    keep(store, progress)
    return outcome


def keep(store: Store, progress: Progress) -> None:
    """Keep what the newest answer of a sync said of this device.

    Before the first answer nothing is known, and what was kept stays. Raise CannotKeep.
    """
    if not progress.is_greeted:
        return
    with world(store.folder):
        since = store.marks.get(REVOKED, "")
        told: dict[str, Any] = {
            WAITS: {stream: dict(by_device) for stream, by_device in progress.waits.items() if by_device},
            CLOSED: [] if progress.is_revoked else sorted(progress.closed),  # else all of them are: that says it
            REVOKED: (since or clock.stamp()) if progress.is_revoked else "",
        }
        news = {name: value for name, value in told.items() if value != store.marks.get(name, type(value)())}
    if news:
        with store.transaction():
            for name, value in news.items():
                store.marks.keep(name, value)
