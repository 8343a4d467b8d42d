# SPDX-License-Identifier: MIT
"""A partner's many notes that came in on the word of the newest signature, one wrong if wanted. No tests here."""

from dataclasses import replace

from storage.acts import members
from storage.door import Delivery, receive
from storage.envelope import Sealed
from storage.job import run_now
from storage.model.note import Note
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.sealed import seal
from storage.store import Store
from storage.vouched import checking
from tests.builders import a_note, a_store, again

MANY = 60
"""More changes than the door checks at once (door.py)."""


def partner_of(lead: Store, there: Visit) -> Store:
    """Return a second inspector's store that has the visit, and a seat in it."""
    second = a_store("Second Practice Inspector")
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    _hand(lead, second, there, list(lead.ledger.sealed(there.stream_id, {})))
    return second


def notes_arrive(lead: Store, second: Store, there: Visit, *, wrong: bool = False) -> list[Note]:
    """Let many notes of the second's come to the lead at once; return them. The first may bear a wrong signature."""
    before = dict(second.ledger.vector(there.stream_id))
    written = [a_note(second, again(second, there), f"Note {number}.") for number in range(MANY)]
    run = list(second.ledger.sealed(there.stream_id, before))
    _hand(second, lead, there, _signed_on(second, run) if wrong else run)
    here = {each.id: each for each in notes_of_visit(lead, there.id)}
    return [here[each.id] for each in written]


def check_all(store: Store) -> None:
    """Check every signature that waits."""
    for job in checking(store):
        run_now(job, store)


def _hand(giver: Store, taker: Store, there: Visit, sealed: list[Sealed]) -> None:
    keys = {there.stream_id: giver.keyring.keys(there.stream_id)}
    got = receive(taker, Delivery(sealed, {giver.device.id: giver.device.verify_key}, keys), "parcel")
    assert not got.set_aside


def _signed_on(sender: Store, run: list[Sealed]) -> list[Sealed]:
    """Return the run with a wrong first signature, and all after it sealed and signed anew by its own device."""
    made = [replace(run[0], signature=bytes(64))]
    for each in run[1:]:
        change, key = sender.ledger.open(each), sender.keyring.newest(each.header.stream)
        assert change is not None
        assert key is not None
        made.append(seal(change, sender.device, made[-1].digest, key))
    return made
