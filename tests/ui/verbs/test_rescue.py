# SPDX-License-Identifier: MIT
"""rebuild, incidents, history."""

import io
from pathlib import Path

import pytest

from storage.incidents import note
from storage.store import FILE
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def written(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> Arolwg:
    """The same, with one note."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Seen by the inspector."))
    assert begun("notes", "1", "--write").code == 0
    return begun


def test_a_damaged_store_is_rebuilt_from_its_journal(written: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "store" / FILE).write_bytes(b"rust " * 4096)
    assert written("notes", "1").code == 4
    said = written("rebuild", str(tmp_path / "new"))
    assert said.code == 0
    assert "Seen by the inspector." in written("notes", "1", store=tmp_path / "new").out
    assert written("rebuild", str(tmp_path / "new")).code == 4


def test_incidents_are_told_without_content(written: Arolwg, tmp_path: Path) -> None:
    assert "Nothing went wrong" in written("incidents").out
    note(tmp_path / "store", "recovered", changes=3)
    assert "recovered after a crash  changes 3" in written("incidents").out


def test_the_history_of_a_note_says_who_did_what(written: Arolwg) -> None:
    written("undo")
    written("redo")
    said = written("history", "1", "1")
    assert said.code == 0
    assert said.out.count("Practice Inspector") == 3
    assert "text:  → Seen by the inspector." in said.out
