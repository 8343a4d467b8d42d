# SPDX-License-Identifier: MIT
"""Which key of a stream new changes are sealed with: the newest that somebody who belongs is known to use.

Keys come wrapped, and anybody can wrap (keys.wrap): a hub that handed out a key of its own would read all that is
written under it. A change under a key, signed by a member's device, is the proof that the key is the members'.
"""

import secrets

from storage.keys import new_stream_key
from storage.parts import Parts

BEGUN = "epochs.begun"
"""The mark that keeps them: stream → the newest epoch that this device began."""


def sealing_key(store: Parts, stream: str) -> tuple[int, bytes] | None:
    """Return (epoch, key) that new changes and files of the stream are sealed with; None where no key is here."""
    known = store.keyring.keys(stream)
    if len(known) < 2:
        return next(iter(known.items()), None)
    epoch = max(_in_use(store, stream) & known.keys(), default=min(known))
    return epoch, known[epoch]


def _in_use(store: Parts, stream: str) -> set[int]:
    seats = store.tables.roster(stream)
    # Each device's newest change tells: nobody goes back to an older key.
    newest = store.ledger.sealed(stream, {device: seq - 1 for device, seq in store.ledger.vector(stream).items()})
    used = {each.header.epoch for each in newest if each.header.device in seats and seats[each.header.device].present}
    return {*used, int(store.marks.get(BEGUN, {}).get(stream, 0))}


def begin_epoch(store: Parts, stream: str) -> int:
    """Begin a new epoch of the stream: what this device records from now on is sealed with a new key; return it.

    Its number ends in 16 random bits, so that two members who begin one at once never use one number for two keys
    (1 in 65,536).
    """
    known, used = store.keyring.keys(stream), sealing_key(store, stream)
    # Counted from the key in use: a hub that hands out one of the greatest number does not use all numbers up.
    newest = used[0] if used else 0
    epoch = ((newest >> 16) + 1) << 16 | secrets.randbits(16)
    while epoch in known:
        epoch += 1
    store.keyring.keep(stream, epoch, new_stream_key())
    store.marks.keep(BEGUN, {**store.marks.get(BEGUN, {}), stream: epoch})
    return epoch
