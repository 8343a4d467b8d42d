# SPDX-License-Identifier: MIT
"""comments, comment."""

import io

import pytest

from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def noted(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> Arolwg:
    """Give a visit with one note."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Six of eight files held a plan."))
    assert begun("notes", "1", "--write").code == 0
    return begun


def test_what_is_said_to_a_note_is_listed_with_kind_and_name(noted: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    assert noted("comments", "1").out == "Nothing was said to this visit's notes.\n"
    monkeypatch.setattr("sys.stdin", io.StringIO("Which eight?\n"))
    assert noted("comment", "1/1", "--kind", "question").code == 0
    said = noted("comments", "1").out
    assert said.startswith("1  File")
    assert "Question · Practice Inspector · " in said
    assert "Which eight?" in said
    assert noted("undo").code == 0
    assert "Which eight?" not in noted("comments", "1").out


def test_a_comment_without_words_or_note_is_refused(noted: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(" "))
    assert noted("comment", "1/1").code == 6
    monkeypatch.setattr("sys.stdin", io.StringIO("Words"))
    assert noted("comment", "1/7").code == 6
