# SPDX-License-Identifier: MIT
"""The incident log: times, kinds and counts."""

from pathlib import Path

import pytest

from storage import incidents
from tests.builders import FakeClock


def test_what_was_noted_is_read_back_oldest_first(tmp_path: Path, clock: FakeClock) -> None:
    incidents.note(tmp_path, "recovered", changes=3, pencils=1)
    clock.step(hours=1)
    incidents.note(tmp_path, "damaged", lost=2)
    first, second = incidents.incidents(tmp_path)
    assert (first["what"], first["changes"], first["pencils"]) == ("recovered", 3, 1)
    assert second["at"] > first["at"]


def test_a_log_holds_the_newest_lines_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incidents, "MOST", 5)
    for number in range(8):
        incidents.note(tmp_path, "recovered", changes=number)
    assert [each["changes"] for each in incidents.incidents(tmp_path)] == [3, 4, 5, 6, 7]


def test_nothing_was_noted_where_there_is_no_log_and_half_a_line_is_passed_over(tmp_path: Path) -> None:
    assert incidents.incidents(tmp_path) == ()
    incidents.note(tmp_path, "recovered")
    with (tmp_path / incidents.FILE).open("a") as file:
        file.write('{"at": "20')
    assert len(incidents.incidents(tmp_path)) == 1


def test_a_disk_that_refuses_the_log_is_let_be(tmp_path: Path) -> None:
    incidents.note(tmp_path / "not there", "recovered")
    assert incidents.incidents(tmp_path / "not there") == ()
