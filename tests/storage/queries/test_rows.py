# SPDX-License-Identifier: MIT
"""Rows become records, each with the heads it was read with."""

from collections.abc import Callable

import pytest

from storage.acts import notes
from storage.errors import StoreTrouble
from storage.model.note import Note
from storage.model.visit import Visit
from storage.queries.rows import Heads, one, present, records
from storage.store import Store
from tests.builders import a_note, a_visit, again, ref


def test_every_kind_of_field_comes_back_as_it_went_in(store: Store) -> None:
    visit = a_visit(store, scope=("care", "ŵ"), days=2, illustration=True, conclusion="Words.")
    assert (visit.scope, visit.days, visit.illustration, visit.conclusion) == (("care", "ŵ"), 2, True, "Words.")
    assert visit.positives == ()
    assert visit.present is True


def test_a_record_hands_out_the_heads_it_was_read_with(store: Store) -> None:
    note = a_note(store, a_visit(store))
    mine = store.device.id
    assert note.seen["text"] == (ref(mine, 3),)
    notes.amend(store, note, text="Other.")
    assert note.seen["text"] == (ref(mine, 3),)
    now = again(store, note)
    assert now.seen["text"] == now.seen["present"] == (ref(mine, 4),)
    assert now.seen["author"] == (ref(mine, 3),)
    assert "weather" not in now.seen


def test_heads_are_a_mapping_read_when_asked() -> None:
    heads = Heads('[[[["a", 1], ["b", 2]], ["text", "present"]]]')
    assert dict(heads) == {"text": (ref("a", 1), ref("b", 2)), "present": (ref("a", 1), ref("b", 2))}
    assert len(heads) == 2


def test_the_withdrawn_are_found_by_identifier_and_not_in_lists(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    notes.withdraw(store, note)
    assert present(store, Note, "visit_id", visit.id) == ()
    assert one(store, Note, note.id) is not None
    assert one(store, Note, "none") is None
    assert [each.id for each in records(store, Visit, "id = ?", (visit.id,))] == [visit.id]


def test_a_damaged_page_is_told_in_plain_words(folder_store: Callable[..., tuple[Store, str]]) -> None:
    store, _ = folder_store()
    a_note(store, a_visit(store))
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.db.execute("PRAGMA cache_size = 0")
    store.db.execute("PRAGMA shrink_memory")
    assert store.folder is not None
    path = store.folder / "arolwg.store"
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(bytes(size - 8192))
    with pytest.raises(StoreTrouble, match="damaged"):
        records(store, Note, "true")
