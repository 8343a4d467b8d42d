# SPDX-License-Identifier: MIT
"""Copies for other programs: private, cleaned, counted, and gone again."""

import os
from pathlib import Path

import pytest

from storage import documents, outside
from storage.acts.attachments import Incoming, attach
from storage.errors import BadFile
from storage.incidents import incidents
from storage.model.document import Document
from storage.queries.attachments import attachments_of_note
from storage.store import Store
from tests.builders import a_note, a_visit
from tests.files import CAMERA, a_picture, pdf


def _attached(store: Store, name: str, data: bytes) -> tuple[Document, bytes]:
    note = a_note(store, a_visit(store))
    attach(store, note, [Incoming(name, data)])
    [made] = attachments_of_note(store, note.id)
    return made, documents.read(store, made)


def test_a_copy_is_private_clean_and_named_for_nothing(store: Store, tmp_path: Path) -> None:
    path = outside.copy_out(tmp_path, *_attached(store, "kitchen.jpeg", a_picture()))
    assert path.name == "attachment.jpg"
    assert CAMERA.encode() not in path.read_bytes()
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.parent.stat().st_mode & 0o077 == 0


def test_what_is_no_picture_goes_out_as_it_is(store: Store, tmp_path: Path) -> None:
    data = pdf("words")
    assert outside.copy_out(tmp_path, *_attached(store, "plan.pdf", data)).read_bytes() == data


def test_every_copy_is_counted_without_its_name_and_comes_back(store: Store, tmp_path: Path) -> None:
    held = _attached(store, "kitchen.jpeg", a_picture())
    paths = [outside.copy_out(tmp_path, *held) for _ in range(2)]
    assert len({*paths}) == outside.count_out(tmp_path) == 2
    assert [(each["what"], each["files"]) for each in incidents(tmp_path)] == [("opened outside", 1)] * 2
    assert "kitchen" not in (tmp_path / "incidents.log").read_text()
    assert outside.bring_back(tmp_path) == 0
    assert not (tmp_path / outside.FOLDER).exists()
    assert outside.bring_back(tmp_path) == 0


def test_a_letter_is_not_opened_this_way(store: Store, tmp_path: Path) -> None:
    there = a_visit(store)
    kept = documents.shelve(store, there.stream_id, b"words", media_type="application/x-other")
    with pytest.raises(BadFile, match="not opened"):
        outside.copy_out(tmp_path, kept, b"words")
    assert outside.count_out(tmp_path) == 0
