# SPDX-License-Identifier: MIT
"""Whose identity was opened last: remembered without key or file; practice gives way to a real one."""

from dataclasses import replace
from datetime import UTC, datetime

from reports.signing.identity import Identity
from reports.signing.remembered import remember
from storage.probes import SIGNER
from storage.store import Store

REAL = Identity(
    name="Practice Inspector",
    not_before=datetime(2018, 1, 1, tzinfo=UTC),
    not_after=datetime(2028, 1, 1, tzinfo=UTC),
    certificate=b"certificate",
    key=b"a private key",
)


def test_name_and_last_day_are_kept_and_nothing_else(store: Store) -> None:
    remember(store, REAL)
    kept = {"name": "Practice Inspector", "until": "2028-01-01T00:00:00.000Z", "practice": False}
    assert store.marks.get(SIGNER) == kept


def test_practice_never_takes_a_real_ones_place(store: Store) -> None:
    practice = replace(REAL, name="Practised", practice=True)
    remember(store, practice)
    assert store.marks.get(SIGNER)["practice"]
    remember(store, REAL)
    remember(store, practice)
    assert store.marks.get(SIGNER)["name"] == "Practice Inspector"
