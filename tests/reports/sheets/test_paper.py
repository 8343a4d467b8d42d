# SPDX-License-Identifier: MIT
"""Sheets on paper: tagged, whole or not at all, and the same words as text."""

import errno
from pathlib import Path
from typing import Any

import pytest

from reports.sheets.paper import Block, Sheet, as_lines, as_pdf, printing
from storage import shelf
from storage.errors import CannotKeep
from storage.job import run_now
from storage.store import Store
from tests.builders import FakeClock
from tests.reports.pdf.readout import readout

BLOCKS = (
    Block("title", "A sheet"),
    Block("p", "One line.\n\nAnother line."),
    Block("h2", "Part"),
    Block("items", rows=[("One",), ("Two \N{SNOWMAN}",)]),
    Block("table", "Times", [("When", "What"), ("10:42", "Told")], (0.3, 0.7)),
    Block("small", "Small print."),
)
SHEET = Sheet("a-sheet", "Practice Inspector", BLOCKS, illustration=True)


def _sheet(_store: Store) -> Sheet:
    return SHEET


def test_a_sheet_is_read_out_in_its_order_and_says_that_it_is_not_encrypted(clock: FakeClock) -> None:
    heard = readout(as_pdf(SHEET))
    assert heard.problems == []
    assert (heard.texts("H1"), heard.texts("H2")) == (["A sheet"], ["Part"])
    assert heard.texts("LBody") == ["One", "Two ?"]
    assert heard.texts("TD") == ["10:42", "Told"]
    assert any("not encrypted" in each for each in heard.texts("P"))
    assert "One line." in heard.texts("P")
    assert "Another line." in heard.texts("P")


def test_the_terminal_says_the_same_words() -> None:
    assert list(as_lines(SHEET)) == [
        "A sheet",
        "One line.\n\nAnother line.",
        "",
        "Part",
        "- One",
        "- Two \N{SNOWMAN}",
        "Times",
        "- 10:42 · Told",
        "Small print.",
    ]


def test_a_sheet_is_written_whole(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "a-sheet.pdf"
    assert run_now(printing(_sheet, path), store) == path
    assert path.read_bytes() == as_pdf(SHEET)


def test_a_full_disk_is_told_and_leaves_nothing_half_done(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shelf.os, "fsync", full)
    with pytest.raises(CannotKeep) as refused:
        run_now(printing(_sheet, tmp_path / "a-sheet.pdf"), store)
    assert list(tmp_path.iterdir()) == []
    assert refused.value.advice


@pytest.mark.parametrize("name", ["gone/a-sheet.pdf", "."])
def test_a_place_that_cannot_be_written_is_told(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotKeep):
        run_now(printing(_sheet, tmp_path / name), store)
    found: Any = list(tmp_path.iterdir())
    assert found == []
