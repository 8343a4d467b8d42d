# SPDX-License-Identifier: MIT
"""The evidence digest: one hash over everything a stream holds at a moment. What is signed with it: reports/acts.py."""

import json
from hashlib import blake2b

from storage.model.ids import DeviceId
from storage.store import Store
from storage.vault import world


def evidence(store: Store, stream: str) -> tuple[dict[DeviceId, int], str]:
    """Return a stream's version vector and its evidence digest (BLAKE2b-256, hex).

    The digest covers the vector with the digest of each device's newest header; as each header names the one
    before, it covers every change known now.
    """
    with world(store.folder):
        vector = store.ledger.vector(stream)
        ends = [(device, seq, store.ledger.newest(stream, device)[1].hex()) for device, seq in sorted(vector.items())]
    covered = json.dumps([stream, ends]).encode()
    return vector, blake2b(covered, digest_size=32, person=b"arolwg evidence").hexdigest()


def cite(store: Store, stream: str) -> tuple[str, str, str]:
    """Return how a letter cites a stream: (stream, version vector as JSON, evidence digest)."""
    vector, digest = evidence(store, stream)
    return stream, json.dumps(vector, sort_keys=True), digest
