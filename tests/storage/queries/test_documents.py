# SPDX-License-Identifier: MIT
"""Questions about documents."""

from storage import documents
from storage.queries.documents import document, documents_of_stream
from storage.store import Store
from tests.builders import a_visit


def test_documents_are_found_by_stream_and_identifier(store: Store) -> None:
    one, two = a_visit(store), a_visit(store)
    first = documents.keep(store, one.stream_id, b"%PDF 1", title="Letter", subject="letter:1")
    second = documents.keep(store, one.stream_id, b"%PDF 2", title="Letter, unsigned")
    documents.keep(store, two.stream_id, b"%PDF 3")
    assert [each.id for each in documents_of_stream(store, one.stream_id)] == [first, second]
    found = document(store, first)
    assert found is not None
    assert (found.title, found.size) == ("Letter", 6)
    assert document(store, "none") is None
