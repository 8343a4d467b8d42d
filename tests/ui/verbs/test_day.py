# SPDX-License-Identifier: MIT
"""day, concern, ready, move: a day on site without a window."""

import io
from pathlib import Path

import pytest

from tests.ui.verbs.conftest import Arolwg


def _typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


def test_a_concern_goes_from_raised_to_its_outcome(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    _typed(monkeypatch, "No adult has seen child D.\n")
    assert begun("concern", "raise", "1", "--case", "case D").code == 0
    listed = begun("concern")
    assert listed.code == 1  # one is open
    assert "case D · No adult has seen child D." in listed.out
    assert begun("concern", "tell", "1", "Head of service", "--at", "noon").code == 6
    assert begun("concern", "tell", "1", "Head of service").code == 0
    assert begun("concern", "acknowledge", "1", "Director", "--reference", "R 17").code == 0
    _typed(monkeypatch, "Seen the same day.")
    assert begun("concern", "outcome", "1", "--visit", "1").code == 0
    assert "Outcome: Seen the same day." in begun("concern").out


def test_a_days_sheets_are_added_to_read_and_printed(
    begun: Arolwg, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _typed(monkeypatch, "Ask for the supervision log.")
    assert "Ask for the supervision log." in begun("day", "1", "--day", "1", "--enquire").out
    _typed(monkeypatch, "The log is elsewhere.")
    said = begun("day", "1", "--day", "2", "--said", "disputed", "--role", "Head of service")
    assert "Head of service · Disputed by leaders · The log is elsewhere." in said.out
    file = tmp_path / "sheet.pdf"
    assert begun("day", "1", "--day", "1", "--pdf", str(file)).code == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert begun("day", "1", "--day", "1", "--pdf", str(tmp_path / "gone" / "sheet.pdf")).code == 5


def test_ready_says_what_is_missing_and_is_printed(begun: Arolwg, tmp_path: Path) -> None:
    said = begun("ready", "1", "--pdf", str(tmp_path / "ready.pdf"))
    assert said.code == 1  # there is no backup
    assert "this laptop holds the only copy" in said.out
    assert (tmp_path / "ready.pdf").is_file()
    (tmp_path / "stick").mkdir()
    assert begun("backup", str(tmp_path / "stick")).code == 0
    said = begun("ready", "1", "--close", "--restore")
    assert "Really restored and compared" in said.out
    assert "Everything typed is kept." in said.out


def test_a_visit_is_moved_with_a_reason_and_its_steps_are_shown(begun: Arolwg) -> None:
    assert begun("move", "1", "packed").code == 0
    assert begun("move", "1", "cancelled").code == 6  # without a reason
    assert begun("move", "1", "cancelled", "--on", "soon").code == 6
    assert begun("move", "1", "cancelled", "--reason", "The authority is flooded.").code == 0
    assert "Cancelled · The authority is flooded. · Practice Inspector" in begun("move", "1").out
