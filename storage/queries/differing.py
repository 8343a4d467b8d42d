# SPDX-License-Identifier: MIT
"""What stands in a stream in several wordings, and what the fold set aside there. Settling it is an act's affair."""

from storage.store import Store
from storage.tables import NOUNS


def differing(store: Store, stream_id: str) -> frozenset[tuple[str, str]]:
    """Return (noun, identifier) of everything in the stream that has a field with several heads."""
    found: set[tuple[str, str]] = set()
    for entity in NOUNS:
        rows = store.db.execute(f'SELECT id FROM "{entity}" WHERE stream_id = ? AND differs > 0', (stream_id,))
        found.update((entity, str(record_id)) for (record_id,) in rows.fetchall())
    return frozenset(found)


def set_aside(store: Store, stream_id: str) -> frozenset[tuple[str, int, str]]:
    """Return (device, number, reason code) of each change of the stream that the fold set aside."""
    rows = store.db.execute("SELECT device, seq, reason FROM set_aside WHERE stream = ?", (stream_id,))
    return frozenset((str(device), int(seq), str(reason)) for device, seq, reason in rows.fetchall())
