# SPDX-License-Identifier: MIT
"""visits, notes, undo, redo."""

import io
from pathlib import Path

import pytest

from tests.ui.verbs.conftest import Arolwg


def _write(arolwg: Arolwg, monkeypatch: pytest.MonkeyPatch, text: str, *areas: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    given = [word for area in areas for word in ("--area", area)]
    assert arolwg("notes", "1", "--write", *given).code == 0


def test_a_planned_visit_is_listed(begun: Arolwg) -> None:
    said = begun("visits")
    assert "1  Practice Borough Council" in said.out
    assert "0 notes" in said.out


def test_an_empty_store_says_what_to_do_first(arolwg: Arolwg) -> None:
    arolwg("begin", "--name", "P")
    assert "Plan one" in arolwg("visits").out


def test_a_note_written_from_standard_input_is_listed_with_its_area(
    begun: Arolwg, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(begun, monkeypatch, "Six of eight files held a plan.\n", "QA1")
    said = begun("notes", "1")
    assert "Six of eight files held a plan." in said.out
    assert "QA1" in said.out


def test_a_note_is_written_with_how_it_is_to_be_handled(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Said in confidence."))
    assert begun("notes", "1", "--write", "--handling", "confidential_source").code == 0
    assert "(Confidential source)" in begun("notes", "1").out


def test_an_unknown_area_keeps_nothing(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("words"))
    assert begun("notes", "1", "--write", "--area", "ZZ9").code == 6
    assert "This visit has no notes yet." in begun("notes", "1").out


def test_undo_and_redo_live_between_processes(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(begun, monkeypatch, "One thing.")
    assert begun("undo").code == 0
    assert "One thing." not in begun("notes", "1").out
    assert begun("redo").code == 0
    assert "One thing." in begun("notes", "1").out
    assert begun("redo").code == 1


def test_a_visit_that_is_not_there_and_a_date_that_is_none_are_refused(begun: Arolwg) -> None:
    assert begun("notes", "7").code == 6
    said = begun("visits", "plan", "X", "--dates", "next Tuesday")
    assert said.code == 6
    assert "no date" in said.err


def test_a_visit_is_planned_with_a_framework_that_was_loaded(begun: Arolwg, tmp_path: Path) -> None:
    sheet = tmp_path / "homes-2026.csv"
    sheet.write_text("Code,Parent,Title,Welsh\nX,,Practice,Arfer\nX1,X,Plans are current,Cynlluniau\n", "utf-8")
    assert begun("frameworks", "1", "--load", str(sheet)).code == 0
    assert begun("visits", "plan", "Another Council", "--dates", "2026-11-24", "--rubric", "homes-2026").code == 0
    assert "* homes-2026" in begun("frameworks", "2").out
    unknown = begun("visits", "plan", "Third Council", "--dates", "2026-11-24", "--rubric", "homes-1999")
    assert unknown.code != 0
    assert "Third Council" not in begun("visits").out
