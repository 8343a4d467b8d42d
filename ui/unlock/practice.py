# SPDX-License-Identifier: MIT
"""The practice visit as slow work: recorded by two practice inspectors, then handed to this store like any parcel.

So its notes belong to them, and the person at this desk sits in it as a second lead. Its words: resources/demo.
"""

import tempfile
from pathlib import Path

from storage import example
from storage.acts import members
from storage.acts.members import Card
from storage.job import Job, Tick, run_now
from storage.queries.visits import visit
from storage.steps import Steps
from storage.store import Store, scratch
from storage.sync import parcel
from storage.vouched import checking

Made = tuple[str, bytes]
"""The visit's identifier, and the parcel that holds it."""


def practice_visit() -> Job[Store, Card, Made, str]:
    """Return the job that brings the practice visit into a store; it returns the visit's identifier."""
    return Job(members.my_card, _recorded, _read)


def _recorded(card: Card, tick: Tick) -> Made:
    lead, second = scratch(), scratch()
    try:
        with tempfile.TemporaryDirectory() as road:
            made = example.record(lead, second, Path(road))
            tick(0.7)
            there = visit(lead, made.visit_id)
            assert there is not None
            streams = [stream for stream in lead.keyring.streams() if lead.tables.roster(stream)]
            for stream in streams:
                members.grant(lead, stream, card, "lead")
            tick(0.8)
            path = Path(road) / "practice.parcel"
            parcel.write(lead, streams, path, [card])
            return there.id, path.read_bytes()
    finally:
        lead.close()
        second.close()


def _read(store: Store, made: Made) -> Steps[str]:
    """Take it in, and check every signature at once: its letter is drafted and signed for practice the next moment."""
    visit_id, held = made
    with tempfile.TemporaryDirectory() as road:  # sealed to this device: nothing readable touches the disk
        path = Path(road) / "practice.parcel"
        path.write_bytes(held)
        yield from parcel.reading(store, path)
    for job in checking(store):
        run_now(job, store)
        yield 1.0
    return visit_id
