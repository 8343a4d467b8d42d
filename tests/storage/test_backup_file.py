# SPDX-License-Identifier: MIT
"""A backup's file: every cut and every altered byte is noticed, and no name inside leads out of the folder."""

import io
import json
import shutil
import tarfile
from pathlib import Path

import pytest

from storage.backup_file import LIST, Contents, Piece, contents, inspect, pack, unpack
from storage.errors import BadFile, CannotKeep

NAME = "a" * 64


def nobody(_part: float) -> None:
    pass


@pytest.fixture
def packed(tmp_path: Path) -> tuple[Path, Contents]:
    """Give a small backup and its list."""
    inside = {"keys.json": b"{}", "arolwg.store": b"s" * 9000, "journal": b"", f"documents/{NAME}": b"d" * 700}
    pieces = []
    for at, (name, data) in enumerate(inside.items()):
        path = tmp_path / str(at)
        path.write_bytes(data)
        pieces.append(Piece(name, path))
    file = tmp_path / "arolwg-x.backup"
    return file, pack(pieces, file, ("2018-07-10T09:00:00.000Z", 7), nobody)


def test_what_is_packed_comes_out_the_same(packed: tuple[Path, Contents], tmp_path: Path) -> None:
    file, listed = packed
    assert inspect(file) == contents(file) == listed
    assert (listed.tick, listed.documents) == (7, 1)
    out = tmp_path / "out"
    out.mkdir()
    assert unpack(file, out, nobody) == listed
    assert (out / "arolwg.store").read_bytes() == b"s" * 9000
    assert (out / "documents" / NAME).read_bytes() == b"d" * 700
    assert not list(tmp_path.glob("*.part"))


def test_one_piece_can_be_taken_alone(packed: tuple[Path, Contents], tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    unpack(packed[0], out, nobody, only="keys.json")
    assert [each.name for each in out.iterdir()] == ["keys.json"]


def test_every_cut_is_noticed(packed: tuple[Path, Contents], tmp_path: Path) -> None:
    whole = packed[0].read_bytes()
    cut = tmp_path / "cut.backup"
    used = len(whole.rstrip(b"\0"))
    for length in (0, 1, 511, 512, 513, 5000, used // 2, used - 1):
        cut.write_bytes(whole[:length])
        with pytest.raises(BadFile):
            inspect(cut)


def test_every_altered_byte_of_what_it_holds_is_noticed(packed: tuple[Path, Contents], tmp_path: Path) -> None:
    whole = bytearray(packed[0].read_bytes())
    other = tmp_path / "other.backup"
    for at in (whole.index(b"sss"), whole.index(b"ddd"), whole.index(b'"tick"') + 1, whole.index(b"keys.json")):
        altered = bytearray(whole)
        altered[at] ^= 1
        other.write_bytes(altered)
        with pytest.raises(BadFile):
            inspect(other)


@pytest.mark.parametrize("name", ["../evil", "documents/../../evil", "settings.json", "documents/x"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "evil.backup"
    with tarfile.open(file, "w") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = 1
        tar.addfile(entry, io.BytesIO(b"x"))
        said = json.dumps({"format": 1, "at": "", "tick": 0, "files": {}}).encode()
        entry = tarfile.TarInfo(LIST)
        entry.size = len(said)
        tar.addfile(entry, io.BytesIO(said))
    out = tmp_path / "deep" / "out"
    out.mkdir(parents=True)
    with pytest.raises(BadFile):
        unpack(file, out, nobody)
    assert not list(out.iterdir())


def test_what_is_no_backup_and_what_is_newer_are_told(tmp_path: Path) -> None:
    for data in (b"", b"not a backup" * 100):
        (tmp_path / "x").write_bytes(data)
        with pytest.raises(BadFile, match="no whole backup"):
            inspect(tmp_path / "x")
    with pytest.raises(BadFile, match="cannot be read"):
        inspect(tmp_path / "missing")
    said = b'{"format": 2}'
    with tarfile.open(tmp_path / "new", "w") as tar:
        entry = tarfile.TarInfo(LIST)
        entry.size = len(said)
        tar.addfile(entry, io.BytesIO(said))
    with pytest.raises(BadFile, match="newer version"):
        contents(tmp_path / "new")


def test_a_disk_that_gives_back_something_else_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"s" * 9000)
    file = tmp_path / "stick" / "arolwg-x.backup"
    file.parent.mkdir()

    def spoil(part: float) -> None:
        if part >= 0.5:
            there = file.with_name(file.name + ".part")
            there.write_bytes(there.read_bytes().replace(b"sss", b"sxs"))

    with pytest.raises(BadFile, match="give back"):
        pack([Piece("arolwg.store", tmp_path / "s")], file, ("", 0), spoil)
    assert not list(file.parent.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_disk_that_fills_up_is_told(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"s" * 90_000)
    file = tmp_path / "stick" / "arolwg-x.backup"
    file.parent.mkdir()
    file.with_name(file.name + ".part").symlink_to("/dev/full")
    with pytest.raises(CannotKeep, match="not enough room"):
        pack([Piece("arolwg.store", tmp_path / "s")], file, ("", 0), nobody)
    assert not list(file.parent.iterdir())
    shutil.rmtree(file.parent)
