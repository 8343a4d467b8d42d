# SPDX-License-Identifier: MIT
"""Documents: sealed on the shelf before a change names them, whole when read, missed when missing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage import documents
from storage.errors import StoreTrouble
from storage.queries.documents import document
from storage.store import Store
from tests.builders import a_visit

Maker = Callable[..., tuple[Store, str]]


def test_a_document_is_encrypted_where_it_rests_and_whole_when_read(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    there = a_visit(store)
    kept = document(store, documents.keep(store, there.stream_id, b"A child's drawing.", subject=there.id, title="x"))
    assert kept is not None
    assert kept.size == 18
    assert documents.read(store, kept) == b"A child's drawing."
    files = [path for path in (tmp_path / "store" / "documents").iterdir()]
    assert [path.name for path in files] == [kept.sealed]
    assert b"drawing" not in files[0].read_bytes()


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"spoilt")])
def test_one_that_is_gone_or_spoilt_is_told(folder_store: Maker, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    store, _ = folder_store()
    there = a_visit(store)
    kept = document(store, documents.keep(store, there.stream_id, b"words", subject=there.id))
    assert kept is not None
    spoil(tmp_path / "store" / "documents" / kept.sealed)
    with pytest.raises(StoreTrouble, match="not on this computer"):
        documents.read(store, kept)


def test_a_file_that_is_another_documents_is_told(store: Store) -> None:
    from dataclasses import replace

    there = a_visit(store)
    one, other = (documents.shelve(store, there.stream_id, data) for data in (b"one", b"other"))
    with pytest.raises(StoreTrouble, match="not what it was"):
        documents.read(store, replace(one, sealed=other.sealed))
