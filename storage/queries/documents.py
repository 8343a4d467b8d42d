# SPDX-License-Identifier: MIT
"""Questions about documents: one by its identifier, those of a stream or subject. Their bytes: storage/documents.py."""

import json
from collections.abc import Iterable, Iterator

from storage.model.document import Document
from storage.queries.rows import one, present
from storage.store import Store
from storage.vault import world


def document(store: Store, document_id: str) -> Document | None:
    """Return one document's record, or None."""
    return one(store, Document, document_id)


def documents_of_stream(store: Store, stream_id: str) -> tuple[Document, ...]:
    """Return the documents that a stream holds, in the order they were kept."""
    return present(store, Document, "stream_id", stream_id)


def sealed_files(store: Store, streams: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (stream, name of the sealed file) of every document of these streams: one question for all of them."""
    which = "SELECT stream_id, sealed FROM document WHERE present AND stream_id IN (SELECT value FROM json_each(?))"
    with world(store.folder):
        yield from store.db.execute(which, (json.dumps(list(streams)),)).fetchall()
