# SPDX-License-Identifier: MIT
"""Questions about the files that go with a letter. Their bytes: documents.py."""

from storage.model.document import Document
from storage.model.enclosure import Enclosure, WholeEnclosure
from storage.queries.rows import one, present, records
from storage.store import Store


def enclosures_of_letter(store: Store, letter_id: str) -> tuple[WholeEnclosure, ...]:
    """Return what goes with a letter, in the order in which the letter names it."""
    found = present(store, Enclosure, "letter_id", letter_id, '"order", id')
    return tuple(WholeEnclosure(each, one(store, Document, each.document_id)) for each in found)


def elsewhere(store: Store, enclosure: Enclosure) -> tuple[Enclosure, ...]:
    """Return the other enclosures of the same file: of the same letter in the other language."""
    where = "present AND document_id = ? AND id != ?"
    return records(store, Enclosure, where, (enclosure.document_id, enclosure.id))
