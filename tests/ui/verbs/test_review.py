# SPDX-License-Identifier: MIT
"""letter move|steps|remark|remarks|pair|translate|beside|hear|save|countersign."""

from io import StringIO
from pathlib import Path

import pytest

from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def drafted(begun: Arolwg) -> Arolwg:
    """The same, with a confirmation drafted."""
    assert begun("letter", "draft", "1", "--type", "visit_confirmation", "--date", "2026-11-30").code == 0
    return begun


def test_a_letter_moves_with_who_and_why(drafted: Arolwg) -> None:
    assert drafted("letter", "move", "1", "evidence_checked").out == "Evidence checked\n"
    assert drafted("letter", "move", "1", "drafting").code == 0
    assert drafted("letter", "move", "1", "abandoned").code == 6
    assert drafted("letter", "move", "1", "issued").code == 6
    assert drafted("letter", "move", "1", "factual_accuracy_out").code == 6
    assert drafted("letter", "move", "1", "abandoned", "--reason", "The visit was cancelled.").code == 0
    steps = drafted("letter", "steps", "1").out.splitlines()
    assert len(steps) == 3
    assert steps[-1].endswith("Abandoned · Practice Inspector · The visit was cancelled.")


def test_a_remark_is_said_to_a_paragraph_and_listed(drafted: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("Which day?"))
    assert drafted("letter", "remark", "1", "2", "--kind", "question").code == 0
    said = drafted("letter", "remarks", "1").out.splitlines()
    assert said[0].startswith("2 · Question · Practice Inspector · ")
    assert said[1] == "    Which day?"
    monkeypatch.setattr("sys.stdin", StringIO("Where?"))
    assert drafted("letter", "remark", "1", "99").code == 6


def test_the_other_language_is_drafted_beside_and_both_saved(drafted: Arolwg, tmp_path: Path) -> None:
    assert drafted("letter", "beside", "1").code == 6
    assert drafted("letter", "save", "1", str(tmp_path / "both.pdf")).code == 6
    assert drafted("letter", "translate", "1").code == 0
    beside = drafted("letter", "beside", "1")
    assert beside.code == 0
    assert "Says the same" in beside.out
    assert drafted("letter", "pair", "1", "2").code == 6  # they are a pair already
    assert drafted("letter", "save", "1", str(tmp_path / "both.pdf")).code == 0
    assert drafted("letter", "save", "1", str(tmp_path / "both.html"), "--both").code == 0
    assert drafted("letter", "save", "1", str(tmp_path / "letter.docx")).code == 0
    assert (tmp_path / "both.pdf").read_bytes().startswith(b"%PDF-")
    assert 'lang="cy-GB"' in (tmp_path / "both.html").read_text("utf-8")
    assert drafted("letter", "save", "1", str(tmp_path / "letter.rtf")).code == 6


def test_what_is_heard_is_said_in_its_voice(drafted: Arolwg) -> None:
    said = drafted("letter", "hear", "1").out
    assert said.startswith("[en-GB]\n")
    assert "Heading, level 1: " in said


def test_only_a_letter_of_two_signatories_is_countersigned(drafted: Arolwg, tmp_path: Path) -> None:
    assert drafted("letter", "countersign", "1", str(tmp_path / "both.pdf"), "--identity", "none.p12").code in (6, 7)
    assert not (tmp_path / "both.pdf").exists()
