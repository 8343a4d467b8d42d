# SPDX-License-Identifier: MIT
"""Questions about attachments: those of a note, a visit, a case; the passages of one. Their bytes: documents.py."""

from collections.abc import Mapping

from storage.model.document import Document
from storage.model.link import Link
from storage.queries.rows import present, records
from storage.store import Store
from storage.vault import world


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


def attachment_counts(store: Store, visit_id: str) -> Mapping[str, int]:
    """Return note → how many files are attached to it; notes without any are left out."""
    with world(store.folder):
        rows = store.db.execute(
            "SELECT document.subject, COUNT(*) FROM document JOIN note ON note.id = document.subject"
            " WHERE document.present AND note.present AND note.visit_id = ? GROUP BY 1",
            (visit_id,),
        ).fetchall()
    return {str(note_id): int(count) for note_id, count in rows}


def passages_of(store: Store, document: Document) -> tuple[Link, ...]:
    """Return the linked passages of an attachment, by page and criterion."""
    where = "present AND note_id = ? AND document_id = ?"
    return records(store, Link, where, (document.subject, document.id), "page, area, id")
