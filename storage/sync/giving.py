# SPDX-License-Identifier: MIT
"""A parcel written as slow work: looked up and sealed on another thread, remembered on the store's own.

What is in a parcel, and for whom: parcel.py. Where to is whoever asks; files are named here, by their moment alone.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from resources.language import N_
from storage.acts.members import Card
from storage.errors import CannotKeep
from storage.job import Job, Tick
from storage.model import clock
from storage.model.ids import StreamId
from storage.store import Store, looker
from storage.sync import parcel
from storage.sync.parcel import Composed, Written
from storage.twice import assure

_COMPOSED = 0.5
"""Part of the work that is done when a parcel is sealed and not written yet."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go into which file, for whom."""

    streams: Sequence[StreamId]
    to: Sequence[Card]
    path: Path
    everything: bool = False
    """Also what the addressees are known to have (partners.py)."""


def giving(order: Order) -> Job[Store, Callable[[Tick], Composed], tuple[Composed, Written], Written]:
    """Return the job that writes a parcel. It raises as `parcel.write` does; stopped or failed it leaves no file.

    The job's work raises CannotKeep, too, when the folder is not there any more.
    """
    return Job(partial(_take, order), partial(_work, order), _put)


def file_name() -> str:
    """Return a name for a parcel that says when it was written and nothing else: "arolwg-20180710-101500.parcel"."""
    return f"arolwg-{clock.now().astimezone():%Y%m%d-%H%M%S}.parcel"


def _take(order: Order, store: Store) -> Callable[[Tick], Composed]:
    assure(store)
    opening = looker(store)
    if opening is None:  # a store that lives in memory is looked through here and now
        made = parcel.compose(store, order.streams, order.to, everything=order.everything)
        return lambda _tick: made
    return partial(_composed, opening, order)


def _composed(opening: Callable[[], Store], order: Order, tick: Tick) -> Composed:
    with closing(opening()) as store:
        return parcel.compose(store, order.streams, order.to, tick, everything=order.everything)


def _work(order: Order, composing: Callable[[Tick], Composed], tick: Tick) -> tuple[Composed, Written]:
    if not order.path.parent.is_dir():
        raise CannotKeep(
            N_("The folder {folder} is not there any more."),
            N_("Put the stick or disk back."),
            folder=order.path.parent,
        )
    made = composing(lambda part: tick(part * _COMPOSED))
    written = parcel.put_down(made, order.path, lambda part: tick(_COMPOSED + part * (1 - _COMPOSED)))
    try:
        tick(1.0)
    except BaseException:  # stopped at the very last: nobody would know of the file
        order.path.unlink(missing_ok=True)
        raise
    return made, written


def _put(store: Store, worked: tuple[Composed, Written]) -> Written:
    made, written = worked
    parcel.given(store, made)
    return written
