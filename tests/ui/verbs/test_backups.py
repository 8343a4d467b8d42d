# SPDX-License-Identifier: MIT
"""backup, drill, restore."""

import shutil
from pathlib import Path

import pytest

from storage.store import FILE
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give an empty folder that stands for a stick."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_a_lost_laptop_comes_back_from_stick_and_journal(begun: Arolwg, tmp_path: Path, stick: Path) -> None:
    said = begun("backup", str(stick))
    assert said.code == 0
    assert "read back" in said.out
    assert "drill" in said.out  # none was tried yet
    [file] = stick.glob("arolwg-*.backup")
    begun("visits", "plan", "Another Council", "--dates", "2026-12-01/2026-12-02")
    said = begun("drill")
    assert said.code == 0
    assert "it is whole" in said.out
    assert "recorded after it" in said.out
    (tmp_path / "store" / FILE).write_bytes(b"overwritten" * 1000)
    said = begun("restore", str(file), str(tmp_path / "new"), "--journal", str(tmp_path / "store"))
    assert said.code == 0
    assert "came from the journal" in said.out
    assert "new device" in said.out
    said = begun("visits", store=tmp_path / "new")
    assert "Another Council" in said.out
    assert begun("check", store=tmp_path / "new").code == 0


def test_refusals_are_one_line_with_their_exit_code(begun: Arolwg, tmp_path: Path, stick: Path) -> None:
    assert begun("drill").code == 6
    assert begun("backup", str(tmp_path / "unplugged")).code == 5
    begun("backup", str(stick))
    [file] = stick.glob("arolwg-*.backup")
    assert begun("restore", str(file), str(tmp_path / "store")).code == 4
    assert begun("restore", str(file), str(tmp_path / "new"), secret="another").code == 3
    cut = tmp_path / "cut.backup"
    shutil.copyfile(file, cut)
    cut.write_bytes(cut.read_bytes()[:-30_000])
    said = begun("restore", str(cut), str(tmp_path / "new"))
    assert said.code == 7
    assert said.err.count("\n") == 1
    assert begun("drill", str(cut)).code == 7
    assert not (tmp_path / "new").exists()
