# SPDX-License-Identifier: MIT
"""board, frameworks: what is thin as a table, gaps first; a framework loaded, or moved to, without a window."""

import io
from pathlib import Path

import pytest

from tests.ui.verbs.conftest import Arolwg

SHEET = "Code,Parent,Title,Welsh,Replaces\nX,,Practice,Arfer,\nX1,X,Plans are current,Cynlluniau,QA1\n"


@pytest.fixture
def noted(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> Arolwg:
    """Give a store with one note, linked to QA1 and HR1."""
    monkeypatch.setattr("sys.stdin", io.StringIO("No supervision since March."))
    assert begun("notes", "1", "--write", "--area", "QA1", "--area", "HR1").code == 0
    return begun


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Give a file with a framework of one criterion."""
    path = tmp_path / "homes-2026.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_the_board_is_a_table_with_gaps_first(noted: Arolwg, sheet: Path) -> None:
    lines = noted("board", "1", "--by", "kind").out.splitlines()
    assert lines[0] == "Improvement conference 2018"
    assert lines[1].split()[:2] == ["File", "Interview"]
    codes = [line.split()[0] for line in lines[2::2]]
    assert codes[0] == "PP"
    assert codes.index("HR2") < codes.index("HR1")
    at = next(n for n, line in enumerate(lines) if line.startswith("  QA1"))
    assert lines[at].endswith(": single source")
    assert lines[at + 1].split() == ["1", "–", "–", "–", "–", "–", "–", "1"]
    sheet.write_text(SHEET.replace("X1,X,", "X1,Z,"), encoding="utf-8")
    faulty = noted("frameworks", "1", "--load", str(sheet))
    assert faulty.code == 7
    assert "line 3: Its parent “Z” is not in the file." in faulty.out


def test_a_framework_is_loaded_and_a_move_tells_what_is_not_carried_over(noted: Arolwg, sheet: Path) -> None:
    said = noted("frameworks", "1", "--load", str(sheet), "--move-from", "improvement-conference-2018")
    assert said.code == 0
    assert "HR1 → not carried over (1 link)" in said.out
    assert "QA1 → X1 (1 link)" in said.out
    assert "* homes-2026  Homes 2026 · 1 criterion" in noted("frameworks", "1").out
    board = noted("board", "1", "--areas").out.splitlines()
    assert len(board) == 2 + 2 + 1
    assert board[-1] == "From the earlier edition improvement-conference-2018: HR1"
