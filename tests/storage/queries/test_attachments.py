# SPDX-License-Identifier: MIT
"""What is asked about attachments: of a note or a case; passages of one."""

from storage.acts.attachments import Incoming, Passage, attach, detach, link_passage
from storage.acts.links import unlink
from storage.model.note import Note
from storage.queries.attachments import (
    attachments_of_case,
    attachments_of_note,
    passages_of,
    taken_off,
)
from storage.store import Store
from tests.builders import RUBRIC, a_note, a_visit, again


def _noted(store: Store, *names: str, **fields: str) -> Note:
    note = a_note(store, a_visit(store), **fields)
    attach(store, note, [Incoming(name, f"Words of {name}".encode()) for name in names])
    return note


def test_a_notes_attachments_come_in_their_order(store: Store) -> None:
    note = _noted(store, "b.txt", "a.txt")
    assert [each.title for each in attachments_of_note(store, note.id)] == ["b.txt", "a.txt"]
    assert attachments_of_note(store, "") == ()


def test_what_was_taken_off_is_listed_apart(store: Store) -> None:
    note = _noted(store, "b.txt", "a.txt")
    detach(store, attachments_of_note(store, note.id)[0])
    assert [each.title for each in attachments_of_note(store, note.id)] == ["a.txt"]
    assert [each.title for each in taken_off(store, note.id)] == ["b.txt"]


def test_a_case_has_the_attachments_of_its_notes(store: Store) -> None:
    note = _noted(store, "a.txt", case_ref="Case 07")
    assert [each.title for each in attachments_of_case(store, note.visit_id, "Case 07")] == ["a.txt"]
    assert attachments_of_case(store, note.visit_id, "Case 08") == ()


def test_the_passages_of_a_file_come_by_page(store: Store) -> None:
    note = _noted(store, "a.txt")
    [file] = attachments_of_note(store, note.id)
    for page, code in ((2, "QA1"), (1, "QA2")):
        link_passage(store, file, Passage("words", 3, page), (RUBRIC, code))
    found = passages_of(store, file)
    assert [(each.page, each.area) for each in found] == [(1, "QA2"), (2, "QA1")]
    unlink(store, again(store, found[0]))
    assert [each.page for each in passages_of(store, file)] == [2]
