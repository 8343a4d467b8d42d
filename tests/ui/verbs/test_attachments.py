# SPDX-License-Identifier: MIT
"""attach, attachments."""

import io
from pathlib import Path

import pytest

from tests.files import CAMERA, a_picture, pdf
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def noted(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> Arolwg:
    monkeypatch.setattr("sys.stdin", io.StringIO("The kitchen was clean."))
    assert begun("notes", "1", "--write").code == 0
    return begun


def test_attached_files_are_listed_with_what_they_are(noted: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "kitchen.jpg").write_bytes(a_picture())
    (tmp_path / "plan.pdf").write_bytes(pdf("words"))
    said = noted("attach", "1/1", str(tmp_path / "kitchen.jpg"), str(tmp_path / "plan.pdf"))
    assert (said.code, said.out) == (0, "2 files attached.\n")
    listed = noted("attachments", "1").out
    assert "1  kitchen.jpg · a JPEG picture" in listed
    assert "1  plan.pdf · a PDF" in listed
    assert "No file is attached." in noted("attachments", "1", "--case", "Case 07").out


def test_copies_are_cleaned_and_said_to_be_in_the_clear(noted: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "kitchen.jpg").write_bytes(a_picture())
    noted("attach", "1/1", str(tmp_path / "kitchen.jpg"))
    said = noted("attachments", "1", "--to", str(tmp_path / "copies"))
    assert "not encrypted" in said.out
    [copy] = (tmp_path / "copies").iterdir()
    assert copy.name == "attachment-001.jpg"
    assert CAMERA.encode() not in copy.read_bytes()


@pytest.mark.parametrize(("name", "data", "code"), [("a.jpg", b"%PDF-1.7 %%EOF", 7), ("b.heic", b"    ftypheic", 7)])
def test_what_is_not_taken_is_told_and_nothing_is_attached(
    noted: Arolwg, tmp_path: Path, name: str, data: bytes, code: int
) -> None:
    (tmp_path / name).write_bytes(data)
    said = noted("attach", "1/1", str(tmp_path / name))
    assert said.code == code
    assert name in said.err
    assert "No file is attached." in noted("attachments", "1").out


def test_a_note_that_is_not_there_is_told(noted: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    for word in ("1/9", "n.nobody"):
        assert noted("attach", word, str(tmp_path / "a.txt")).code == 6
