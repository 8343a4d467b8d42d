# SPDX-License-Identifier: MIT
"""Questions about attachments: those of a note or a case; the passages of one. Their bytes: documents.py."""

from storage.model.document import Document
from storage.model.link import Link
from storage.queries.rows import present, records
from storage.store import Store


def attachments_of_note(store: Store, note_id: str) -> tuple[Document, ...]:
    """Return what is attached to a note, in the order it came."""
    return present(store, Document, "subject", note_id) if note_id else ()


def taken_off(store: Store, note_id: str) -> tuple[Document, ...]:
    """Return what was attached to a note and taken off again."""
    return records(store, Document, "NOT present AND subject = ?", (note_id,))


def attachments_of_case(store: Store, visit_id: str, case_ref: str) -> tuple[Document, ...]:
    """Return what is attached to the notes of a case ("Case 07") of a visit, in the order it came."""
    of_case = "SELECT id FROM note WHERE visit_id = ? AND case_ref = ? AND present"
    return records(store, Document, f"present AND subject IN ({of_case})", (visit_id, case_ref))


def passages_of(store: Store, document: Document) -> tuple[Link, ...]:
    """Return the linked passages of an attachment, by page and criterion."""
    where = "present AND note_id = ? AND document_id = ?"
    return records(store, Link, where, (document.subject, document.id), "page, area, id")
