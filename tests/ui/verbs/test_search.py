# SPDX-License-Identifier: MIT
"""search: words, phrases, filters, and an exit code that scripts can use."""

import io

import pytest

from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def noted(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> Arolwg:
    for text, area in (("Supervision was irregular.", "QA1"), ("Roedd ei phlentyn hi yn y tŷ.", "QA2")):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        assert begun("notes", "1", "--write", "--area", area).code == 0
    return begun


def test_a_word_is_found_and_marked_with_its_visit(noted: Arolwg) -> None:
    said = noted("search", "supervision")
    assert said.code == 0
    assert "[Supervision] was irregular." in said.out
    assert "Practice Borough Council 2026-11-24/2026-11-25" in said.out


def test_a_mutated_word_without_its_accent_is_found(noted: Arolwg) -> None:
    assert "[phlentyn] hi yn y [tŷ]" in noted("search", "plentyn", "ty").out


def test_a_beginning_needs_its_star_and_a_phrase_its_quotes(noted: Arolwg) -> None:
    assert noted("search", "superv").code == 1
    assert noted("search", "superv*").code == 0
    assert noted("search", '"was irregular"').code == 0
    assert noted("search", '"irregular was"').code == 1


def test_filters_narrow(noted: Arolwg) -> None:
    assert "irregular" in noted("search", "--area", "QA1").out
    assert "irregular" not in noted("search", "--area", "QA2").out
    assert noted("search", "--visit", "1", "--kind", "interview").code == 1
    assert noted("search", "irregular", "--inspector", "practice inspector").code == 0
    assert noted("search", "--strength", "neutral", "--most", "1").out.count("    ") == 1


def test_nothing_found_says_so_and_ends_with_one(noted: Arolwg) -> None:
    said = noted("search", "nowhere")
    assert said.code == 1
    assert "No note answers." in said.out


def test_what_is_not_there_is_refused(noted: Arolwg) -> None:
    assert noted("search", "--inspector", "Nobody").code == 6
    assert noted("search", "--visit", "9").code == 6
    assert noted("search", "--session", "1").code == 6
