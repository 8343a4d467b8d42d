# SPDX-License-Identifier: MIT
"""authority, without a window: listed, told whole, and what is due with overdue first and an exit code for it."""

import io

import pytest

from tests.builders import FakeClock
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture(autouse=True)
def spring(clock: FakeClock) -> None:
    """6 May 2019."""
    clock.step(days=300)


def test_an_authority_is_listed_with_its_level_and_told_whole(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrote(text: str, *words: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        assert begun("authority", *words).code == 0

    wrote("Declined.", "level", "1", "early", "--from", "8 October 2018", "--by", "Head of team")
    wrote("Review every plan.", "recommend", "1", "--title", "Plans", "--due", "2019-01", "--owner", "Head of service")
    wrote("No change.", "look", "1", "1", "--on", "2018-10-20", "--direction", "unchanged")
    listed = begun("authority", "list").out
    assert "1  Practice Borough Council · Early concern · 1 overdue" in listed
    told = begun("authority", "show", "1").out
    assert "1  R1 Plans · Issued · Unchanged · Head of service · due January 2019" in told
    assert "    20 October 2018 · No change." in told
    assert "1  Early concern · 8 October 2018 · Declined." in told


def test_what_is_due_is_told_and_overdue_is_an_exit_code(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = begun("authority", "due")
    assert (before.code, "Due · Monitoring visit" in before.out) == (0, True)
    assert begun("authority", "meeting", "1", "review", "--due", "2019-04-08").code == 0
    said = begun("authority", "due")
    assert said.code == 1
    assert "Overdue · Review meeting" in said.out
    assert "17 working days over · 8 April 2019" in said.out


def test_an_empty_store_says_how_an_authority_comes(arolwg: Arolwg) -> None:
    assert arolwg("begin", "--name", "Practice Inspector").code == 0
    assert "no authority yet" in arolwg("authority", "list").out
    said = arolwg("authority", "due")
    assert (said.code, said.out) == (0, "Nothing is due: no plan is awaited, and no day is set.\n")
