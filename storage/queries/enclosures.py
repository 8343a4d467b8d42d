# SPDX-License-Identifier: MIT
"""Questions about the files that go with a letter. Their bytes: documents.py."""

from storage.model.document import Document
from storage.model.enclosure import Enclosure, WholeEnclosure
from storage.queries.rows import one, present
from storage.store import Store


def enclosures_of_letter(store: Store, letter_id: str) -> tuple[WholeEnclosure, ...]:
    """Return what goes with a letter, in the order in which the letter names it."""
    found = present(store, Enclosure, "letter_id", letter_id, '"order", id')
    return tuple(WholeEnclosure(each, one(store, Document, each.document_id)) for each in found)
