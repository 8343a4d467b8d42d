# SPDX-License-Identifier: MIT
"""How everything stands is asked, and a visit wiped, without holding the screen: with 60 visits, with 5,000 notes.

By counting, not by the clock (effort.py).
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from storage.acts import retention
from storage.gesture import Gesture
from storage.model import clock
from storage.model.document import Document
from storage.model.ids import new_id
from storage.queries.documents import documents_of_stream
from storage.queries.standing import FILES
from storage.store import Store
from storage.sync import receipt, wiping
from tests.builders import a_session, a_visit, again
from tests.ui.effort import FEW, MANY, MOST, counted, fill, heaviest, with_all
from tests.ui.shown import a_desk
from tests.ui.sync.conftest import home
from ui.look import Look
from ui.sync.syncing import Syncing

__all__ = ["home"]
VISITS, FILES_EACH, TWENTY_MS = 60, 30, MOST * 2 // 3


def received(store: Store) -> None:
    """Stand in for a sync: receipt and list of the hub cover everything."""
    streams = store.keyring.streams()
    ends = {
        str(stream): {
            str(device): (seq, digest.hex())
            for device in store.ledger.vector(stream)
            for seq, digest in [store.ledger.newest(stream, device)]
        }
        for stream in streams
    }
    receipt.keep(store, ends, clock.stamp())
    store.marks.keep(
        FILES, {stream: [each.sealed for each in documents_of_stream(store, stream)] for stream in streams}
    )


def with_visits(store: Store, count: int) -> None:
    """Plan so many visits more, each with the files of its letters and notes."""
    for _each in range(count):
        visit, gesture = a_visit(store), Gesture("documents.keep", store.me)
        for number in range(FILES_EACH):
            gesture.add(Document(id=new_id(), stream_id=visit.stream_id, sealed=f"{number:064x}", subject=visit.id))
        store.record(*gesture.changes)


def test_how_everything_stands_is_asked_in_a_breath_with_sixty_visits(
    store: Store, look: Look, home: Callable[[str], Path]
) -> None:
    found = {}
    for more, visits in ((4, 4), (8, 12)):
        with_visits(store, more)
        received(store)
        syncing = Syncing(a_desk(store, look, home(str(visits))))
        with counted(store) as effort:
            syncing.look_again()
        found[visits] = int(effort)
    slope = (found[12] - found[4]) / 8
    assert slope > 0
    assert found[12] < 3 * found[4] * 1.2  # three times the visits: what asks of each anew through all files is nine
    assert found[4] + slope * (VISITS - 4) < TWENTY_MS


@pytest.fixture
def closing(store: Store) -> Callable[[int], int]:
    """Give what wipes a visit of so many notes and returns the heaviest step."""

    def wipe(count: int) -> int:
        visit = a_visit(store)
        fill(store, visit, a_session(store, visit).id, count)
        retention.classify(store, again(store, visit), "routine", date(2017, 1, 1))
        received(store)
        job = wiping.wiping(again(store, visit), "It is over.")
        return heaviest(store, lambda: job.put(store, None))

    return wipe


def test_no_step_of_wiping_a_visit_is_much_with_five_thousand_notes(closing: Callable[[int], int]) -> None:
    few, many = closing(FEW), closing(MANY)
    assert 0 < with_all(few, many) < MOST
