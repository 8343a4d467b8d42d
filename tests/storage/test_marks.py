# SPDX-License-Identifier: MIT
"""Small things by name, and what was set aside at the door."""

from storage.store import Store
from tests.builders import FakeClock, a_visit


def test_a_mark_is_kept_replaced_and_has_a_default(store: Store) -> None:
    assert store.marks.get("theme") is None
    assert store.marks.get("theme", "light") == "light"
    for value in ("dark", {"percent": 150}, [1, "ŵ"], None):
        store.marks.keep("theme", value)
        assert store.marks.get("theme", "light") == value


def test_what_is_set_aside_is_kept_once_with_its_reason(clock: FakeClock, store: Store) -> None:
    visit = a_visit(store)
    [first, second] = store.ledger.sealed(visit.stream_id, {})
    for sealed in (second, first, first):
        store.marks.set_aside(sealed, "signature")
    mine = store.device.id
    assert store.marks.all_set_aside() == [
        (visit.stream_id, mine, 2, "signature"),
        (visit.stream_id, mine, 1, "signature"),
    ]
