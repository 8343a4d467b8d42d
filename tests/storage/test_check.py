# SPDX-License-Identifier: MIT
"""check: a sound store is sound; every planted fault is seen, and nothing is changed by looking."""

import pytest

from storage import documents
from storage.check import check
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit


@pytest.fixture
def lived_in(store: Store) -> Store:
    there = a_visit(store)
    a_note(store, there)
    a_finding(store, there)
    documents.keep(store, there.stream_id, b"words", subject=there.id)
    return store


def test_a_sound_store_is_sound(lived_in: Store) -> None:
    found = check(lived_in)
    assert found.problems == ()
    assert (found.streams, found.documents) == (2, 1)
    assert found.changes == 7


def test_an_empty_store_is_sound(store: Store) -> None:
    assert check(store).problems == ()


def _without_triggers(store: Store, statement: str) -> None:
    for name in ("ink_stays", "ink_is_kept"):
        store.db.execute(f"DROP TRIGGER {name}")
    store.db.execute(statement)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("UPDATE note SET text = 'altered'", "table note differs"),
        ("DELETE FROM finding", "table finding differs"),
        ("DELETE FROM search WHERE rowid = (SELECT max(place) FROM search_place)", "table search differs"),
        ("UPDATE changes SET signature = zeroblob(64) WHERE entity = 'note'", "chain of a device is broken"),
        ("UPDATE changes SET body = zeroblob(90) WHERE entity = 'note'", "does not open"),
        ("DELETE FROM changes WHERE entity = 'note'", "chain of a device is broken"),
    ],
)
def test_a_planted_fault_is_seen(lived_in: Store, fault: str, words: str) -> None:
    _without_triggers(lived_in, fault)
    assert any(words in str(problem) for problem in check(lived_in).problems)


def test_a_missing_document_is_seen(lived_in: Store) -> None:
    lived_in.shelf._memory.clear()
    assert [*map(str, check(lived_in).problems)] == ["1 document is missing or damaged."]
