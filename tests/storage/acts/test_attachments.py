# SPDX-License-Identifier: MIT
"""Attaching files to a note, taking them off, linking their passages."""

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import documents, undo
from storage.acts import attachments, notes
from storage.acts.attachments import Incoming, Passage
from storage.errors import BadFile, Refused
from storage.job import run_now
from storage.model.document import Document
from storage.model.note import Note
from storage.queries.attachments import attachments_of_note, taken_off
from storage.queries.coverage import coverage
from storage.queries.links import links_of_note
from storage.store import Store
from tests.builders import RUBRIC, a_note, a_store, a_visit, again, hand_over, join
from tests.files import CAMERA, a_picture, pdf

Maker = Callable[..., tuple[Store, str]]


def _with_pdf(store: Store) -> tuple[Note, Document]:
    note = a_note(store, a_visit(store), source_kind="document")
    attachments.attach(store, note, [Incoming("plan.pdf", pdf("Plans are reviewed monthly."))])
    [made] = attachments_of_note(store, note.id)
    return note, made


def test_a_picture_is_kept_whole_with_a_small_clean_one_beside_it(store: Store) -> None:
    data = a_picture(size=(800, 600))
    note = a_note(store, a_visit(store))
    [made] = attachments.attach(store, note, [Incoming("kitchen.png", data)])
    [seen] = attachments_of_note(store, note.id)
    assert (seen.id, seen.title, seen.media_type) == (made, "kitchen.png", "image/jpeg")
    assert documents.read(store, seen) == data
    small = b64decode(seen.thumbnail)
    assert small.startswith(b"\xff\xd8")
    assert CAMERA.encode() not in small


def test_nothing_of_a_file_lies_in_the_clear(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    file = tmp_path / "practice-scan.txt"
    file.write_text("Words that lie nowhere else. " * 90)
    attachments.attach(store, a_note(store, a_visit(store)), [Incoming(file.name, file)])
    assert store.journal is not None
    assert store.journal.flush()
    for each in (tmp_path / "store").rglob("*"):
        if each.is_file():
            assert b"Words that lie" not in each.read_bytes()
            assert b"practice-scan" not in each.read_bytes()


def test_files_are_attached_all_or_none(store: Store, tmp_path: Path) -> None:
    note = a_note(store, a_visit(store))
    for bad, said in ((b"MZ program", "program"), (tmp_path, "no file"), (tmp_path / "gone.pdf", "no file")):
        with pytest.raises(BadFile, match=said):
            attachments.attach(store, note, [Incoming("a.txt", b"words"), Incoming("b", bad)])
    assert attachments_of_note(store, note.id) == ()


def test_a_file_that_is_too_big_is_refused_unread(store: Store, tmp_path: Path) -> None:
    big = tmp_path / "film.pdf"
    with big.open("wb") as file:
        file.truncate(26 * 1024**2)
    with pytest.raises(BadFile, match="larger than 25 MB"):
        Incoming("film.pdf", big).read()


def test_the_same_file_is_attached_once(store: Store) -> None:
    note = a_note(store, a_visit(store))
    assert len(attachments.attach(store, note, [Incoming("a.txt", b"words"), Incoming("b.txt", b"words")])) == 1
    assert attachments.attach(store, note, [Incoming("c.txt", b"words")]) == ()
    assert len(attachments_of_note(store, note.id)) == 1


def test_what_is_taken_off_can_be_brought_back(store: Store) -> None:
    note, made = _with_pdf(store)
    attachments.detach(store, made)
    assert attachments_of_note(store, note.id) == ()
    [gone] = taken_off(store, note.id)
    attachments.restore(store, gone)
    [back] = attachments_of_note(store, note.id)
    assert documents.read(store, back).startswith(b"%PDF")


def test_attaching_is_undone_and_done_again(store: Store) -> None:
    note, _ = _with_pdf(store)
    assert (turn := undo.undo(store)) is not None
    assert turn.act == "attachments.attach"
    assert attachments_of_note(store, note.id) == ()
    undo.redo(store)
    assert len(attachments_of_note(store, note.id)) == 1


def test_a_note_that_is_withdrawn_takes_no_files(store: Store) -> None:
    note, made = _with_pdf(store)
    job = attachments.attaching(note, [Incoming("a.txt", b"words")])
    shelved = job.work(job.take(store), lambda _part: None)
    notes.withdraw(store, note)
    with pytest.raises(Refused, match="withdrawn"):
        job.put(store, shelved)
    for act in (lambda: run_now(job, store), lambda: attachments.detach(store, made)):
        with pytest.raises(Refused):
            act()


def test_somebody_elses_note_takes_none_of_my_files(store: Store) -> None:
    note, made = _with_pdf(store)
    other = a_store("Other Inspector")
    join(store, note.stream_id, other)
    with pytest.raises(Refused, match="somebody else"):
        attachments.attach(other, again(other, note), [Incoming("a.txt", b"words")])
    with pytest.raises(Refused, match="somebody else"):
        attachments.detach(other, again(other, made))
    hand_over(other, store, note.stream_id)
    assert attachments_of_note(store, note.id) == (made,)
    other.close()


def test_a_passage_of_a_file_counts_under_its_area_through_the_note(store: Store) -> None:
    note, made = _with_pdf(store)
    passage = Passage("reviewed monthly", 10, page=1)
    first = attachments.link_passage(store, made, passage, (RUBRIC, "QA1"))
    assert attachments.link_passage(store, made, passage, (RUBRIC, "QA1")) == first
    [link] = links_of_note(store, note.id)
    assert (link.document_id, link.page, link.quoted) == (made.id, 1, "reviewed monthly")
    assert link.span == f"10-26@1.{made.id}"
    assert coverage(store, note.visit_id) == {(RUBRIC, "QA1"): (0, 1, 0)}


@pytest.mark.parametrize("words", ["", "  \n", "w" * 4_001])
def test_a_passage_is_a_quotation(store: Store, words: str) -> None:
    _note, made = _with_pdf(store)
    with pytest.raises(Refused):
        attachments.link_passage(store, made, Passage(words, 0), (RUBRIC, "QA1"))


def test_a_name_that_no_store_can_keep_becomes_one_that_it_can(store: Store) -> None:
    note = a_note(store, a_visit(store))
    attachments.attach(store, note, [Incoming("plan\udcff\u202efdp.\n.txt", b"words")])
    [made] = attachments_of_note(store, note.id)
    assert made.title == "plan?fdp..txt"
