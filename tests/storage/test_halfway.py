# SPDX-License-Identifier: MIT
"""A folder in which a store is being made: whole, or known to be half made, or as empty as it was."""

from pathlib import Path

import pytest

from storage.errors import StoreTrouble
from storage.halfway import MARK, is_halfway, making
from storage.store import create, open_store
from tests.builders import PASSPHRASE


def _cut_off(folder: Path) -> None:
    """Leave behind what a kill leaves in the middle."""
    (folder / "documents").mkdir(parents=True)
    for name in (MARK, "keys.json", "documents/half"):
        (folder / name).write_bytes(b"half")


def _go_wrong(folder: Path) -> None:
    (folder / "documents").mkdir()
    (folder / "documents" / "half").write_bytes(b"half")
    raise StoreTrouble("gone wrong", "try again")


def test_what_is_made_stays_and_bears_no_mark(tmp_path: Path) -> None:
    with making(tmp_path / "new"):
        assert is_halfway(tmp_path / "new")
        (tmp_path / "new" / "journal").write_bytes(b"all of it")
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["journal"]


def test_of_what_fails_nothing_stays_and_the_folder_only_where_it_was_there(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for folder in (tmp_path / "there", tmp_path / "new"):
        with pytest.raises(StoreTrouble, match="gone wrong"), making(folder):
            _go_wrong(folder)
    assert [each.name for each in tmp_path.rglob("*")] == ["there"]


def test_what_a_kill_left_is_never_opened_and_is_begun_anew(tmp_path: Path) -> None:
    _cut_off(tmp_path / "half")
    with pytest.raises(StoreTrouble, match="not whole"):
        open_store(tmp_path / "half", PASSPHRASE)
    with pytest.raises(StoreTrouble, match="not whole"):
        create(tmp_path / "half", PASSPHRASE)
    with making(tmp_path / "half"):
        assert [each.name for each in (tmp_path / "half").iterdir()] == [MARK]
        (tmp_path / "half" / "journal").write_bytes(b"all of it")
    assert [each.name for each in (tmp_path / "half").iterdir()] == ["journal"]


def test_what_is_somebody_elses_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("words", "utf-8")
    (tmp_path / "file").write_text("words", "utf-8")
    for place in (tmp_path / "theirs", tmp_path / "file"):
        with pytest.raises(StoreTrouble, match="not empty"), making(place):
            raise AssertionError("never reached")
    assert (tmp_path / "theirs" / "letter.txt").read_text("utf-8") == "words"
