# SPDX-License-Identifier: MIT
"""cases move, cases add, cases review: what one inspector makes of a case, from the terminal."""

import io

import pytest

from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def chosen(begun: Arolwg) -> Arolwg:
    """Give a visit with one case that was chosen by hand."""
    assert begun("cases", "add", "1", "CASE-07", "--why", "tracked").code == 0
    return begun


def test_a_chosen_case_is_listed_and_moved(chosen: Arolwg) -> None:
    assert "CASE-07  nobody yet  Not started" in chosen("cases", "list", "1").out
    assert chosen("cases", "move", "1", "7", "--to", "read").code == 0
    assert "Read" in chosen("cases", "list", "1", "--mine").out
    assert "to be read already" in chosen("cases", "add", "1", "7", "--why", "authority").err
    assert "no case “8”" in chosen("cases", "move", "1", "8", "--to", "read").err


def test_a_review_is_written_in_two_goes_and_told(chosen: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen("cases", "review", "1", "7").out == "Nobody has reviewed this case yet.\n"
    first = ("--grade", "QA1=priority", "--grade", "QA2=secure", "--shows", "voice=partly", "--outcome", "worse")
    assert chosen("cases", "review", "1", "7", *first).code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("Nobody saw the child.\n"))
    assert chosen("cases", "review", "1", "7", "--grade", "QA2=strength", "--words", "--concern").code == 0
    said = chosen("cases", "review", "1", "CASE-07").out
    for words in (
        *("CASE-07  Practice", "Worse for the child", "    Nobody saw the child.", "QA1  Priority for improvement"),
        *("QA2  Strength", "The child’s voice: In part", "a matter of concern was raised"),
    ):
        assert words in said
    assert "Being read" in chosen("cases", "list", "1", "--mine").out


@pytest.mark.parametrize(
    "words",
    [("--grade", "ZZ9=secure"), ("--grade", "QA1=good"), ("--shows", "smell=yes"), ("--shows", "voice=perhaps")],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(chosen: Arolwg, words: tuple[str, str]) -> None:
    assert chosen("cases", "review", "1", "7", *words).code == 6
    assert chosen("cases", "review", "1", "7").out == "Nobody has reviewed this case yet.\n"
