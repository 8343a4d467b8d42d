# SPDX-License-Identifier: MIT
"""The shelf: whole files or none, by the digest of their sealed bytes."""

from pathlib import Path

import pytest

from storage.errors import CannotKeep
from storage.shelf import Shelf, name_of, write_whole


@pytest.mark.parametrize("in_memory", [True, False])
def test_what_is_put_is_got(tmp_path: Path, in_memory: bool) -> None:
    shelf = Shelf(None if in_memory else tmp_path / "documents")
    name = shelf.put(b"sealed")
    assert shelf.put(b"sealed") == name == name_of(b"sealed")
    assert shelf.get(name) == b"sealed"
    assert shelf.names() == {name}
    assert shelf.get("0" * 64) is None


def test_a_file_that_was_altered_is_not_got(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "documents")
    name = shelf.put(b"sealed")
    (tmp_path / "documents" / name).write_bytes(b"spoilt")
    assert shelf.get(name) is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("in the way")
    with pytest.raises(CannotKeep):
        Shelf(tmp_path / "documents").put(b"sealed")


def test_a_failed_write_leaves_the_old_file_and_no_half_of_the_new(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", b"old")
    (tmp_path / "file.part").mkdir()
    with pytest.raises(OSError, match=r"file\.part"):
        write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_write_that_is_watched_tells_how_far_it_is_and_stopped_leaves_nothing(tmp_path: Path) -> None:
    parts: list[float] = []
    data = bytes(3_000_000)
    write_whole(tmp_path / "file", data, parts.append)
    assert (tmp_path / "file").read_bytes() == data
    assert parts == sorted(parts)
    assert (parts[0], parts[-1], len(parts)) == (0.0, 1.0, 4)

    def stop(part: float) -> None:
        if part > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "other", data, stop)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
