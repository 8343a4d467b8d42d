# SPDX-License-Identifier: MIT
"""The identity that was last opened or signed with, remembered by name and last day: no key, no password, no file.

For the check before a visit (storage/probes.py), which must not ask for an identity's password.
"""

from reports.signing.identity import Identity
from storage.model import clock
from storage.probes import SIGNER
from storage.store import Store
from storage.vault import world


def remember(store: Store, identity: Identity) -> None:
    """Remember whose identity was opened and until when it holds. A practice one never takes a real one's place."""
    known = store.marks.get(SIGNER) or {}
    if store.is_read_only or (identity.practice and known and not known.get("practice")):
        return
    kept = {
        "name": identity.name,
        "until": clock.stamp(identity.not_after),
        "practice": identity.practice,
    }
    with world(store.folder):
        store.marks.keep(SIGNER, kept)
