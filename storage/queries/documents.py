# SPDX-License-Identifier: MIT
"""Questions about documents: one by its identifier, those of a stream or subject. Their bytes: storage/documents.py."""

from storage.model.document import Document
from storage.queries.rows import one, present
from storage.store import Store


def document(store: Store, document_id: str) -> Document | None:
    """Return one document's record, or None."""
    return one(store, Document, document_id)


def documents_of_stream(store: Store, stream_id: str) -> tuple[Document, ...]:
    """Return the documents that a stream holds, in the order they were kept."""
    return present(store, Document, "stream_id", stream_id)
