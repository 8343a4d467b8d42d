# SPDX-License-Identifier: MIT
"""The deeds that write an authority's record from the terminal, one after the other as a year goes by."""

import io

import pytest

from tests.ui.verbs.conftest import Arolwg, Said


def told(arolwg: Arolwg, monkeypatch: pytest.MonkeyPatch, text: str, *words: str) -> Said:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return arolwg("authority", *words)


def test_a_year_of_an_authority_is_written_from_the_terminal(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, *words in (
        ("", "person", "1", "--role", "Chief executive", "--name", "A. Practice", "--since", "April 2017"),
        ("Review every plan.", "recommend", "1", "--title", "Plans"),
        ("Ask again.", "recommend", "1", "--title", "Asking"),
        ("Recruit four.", "action", "1", "--answers", "1", "--due", "2018-12"),
        ("", "move", "1", "1", "said_done", "--on", "2018-11"),
        ("", "meeting", "1", "review", "--due", "2019-04-08"),
        ("Posts are empty.", "held", "1", "1", "--on", "2019-05-07", "--outcome", "review_insufficient"),
        ("Posts are filled.", "event", "1", "assurance", "--date", "2019-05"),
        ("Seen in every file.", "close", "1", "2"),
        ("", "carry", "1", "2"),
        ("", "leave", "1", "1", "--until", "2019-06"),
    ):
        said = told(begun, monkeypatch, text, *words)
        assert said.code == 0, (words, said.err)
    shown = begun("authority", "show", "1").out
    assert "A. Practice · Chief executive · April 2017 to June 2019" in shown
    assert "R1 Plans · In the plan" in shown
    assert "R2 Asking · Carried forward" in shown
    assert "1 Recruit four. · Said to be done" in shown
    assert "Review meeting · 7 May 2019 · Posts are empty." in shown
    assert "Improvement is insufficient · 7 May 2019 · Posts are empty." in shown
    assert told(begun, monkeypatch, "", "judge", "1", "1", "assurance_borne_out", "--on", "2019-06").code == 0
    assert "Assurance borne out" in begun("authority", "show", "1").out


def test_what_a_rule_refuses_is_refused_and_nothing_is_kept(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, *words in (
        ("", "person", "9", "--role", "Chief executive"),
        ("", "recommend", "1"),
        ("Words.", "recommend", "1", "--due", "soon"),
        ("", "level", "1", "serious"),
        ("", "held", "1", "1", "--on", "2019"),
        ("", "event", "1", "publicity"),
    ):
        assert told(begun, monkeypatch, text, *words).code == 6, words
    assert begun("authority", "show", "1").out.startswith("Practice Borough Council · No level of concern recorded")
