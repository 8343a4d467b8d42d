# SPDX-License-Identifier: MIT
"""findings and ratings, without a window."""

import io

import pytest

from tests.ui.verbs.conftest import Arolwg, Said


def _told(arolwg: Arolwg, monkeypatch: pytest.MonkeyPatch, text: str, *words: str) -> Said:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return arolwg(*words)


def test_a_finding_goes_from_words_to_a_yes(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no finding yet" in begun("findings", "list", "1").out
    assert _told(begun, monkeypatch, "Plans are late.\n", "findings", "state", "1", "--area", "QA1").code == 0
    assert begun("findings", "agree", "1", "1").code == 6
    assert begun("findings", "move", "1", "1", "proposed").code == 0
    assert begun("findings", "agree", "1", "1").code == 0
    said = begun("findings", "list", "1", "--rules").out
    assert "1  Proposed · No evidence · rests on no note yet · QA1" in said
    assert "Not agreed yet by a second inspector." in said
    assert "No note stands for it." in said


def test_a_finding_is_set_aside_with_a_reason(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    _told(begun, monkeypatch, "Plans are late.", "findings", "state", "1")
    assert _told(begun, monkeypatch, " ", "findings", "aside", "1", "1").code == 6
    assert _told(begun, monkeypatch, "One case only.", "findings", "aside", "1", "1").code == 0
    assert "Set aside" in begun("findings", "list", "1").out


def test_an_unknown_area_keeps_nothing(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(begun, monkeypatch, "Words.", "findings", "state", "1", "--area", "ZZ9").code == 6
    assert _told(begun, monkeypatch, "", "ratings", "lock", "1", "ZZ", "secure").code == 6
    assert "no finding yet" in begun("findings", "list", "1").out


def test_a_rating_is_locked_and_says_nothing_of_itself(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Nobody has rated" in begun("ratings", "list", "1").out
    said = _told(begun, monkeypatch, "Six of eight files.", "ratings", "lock", "1", "QA", "priority")
    assert (said.code, said.out) == (0, "Locked. Only this laptop knows what you hold.\n")
    listed = begun("ratings", "list", "1")
    assert listed.code == 0
    assert "Practice Inspector: Locked" in listed.out
    assert "Priority" not in listed.out
    assert _told(begun, monkeypatch, "", "ratings", "lock", "1", "QA", "secure").code == 6
    assert _told(begun, monkeypatch, "", "ratings", "settle", "1", "QA", "secure").code == 6
