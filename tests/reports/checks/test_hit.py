# SPDX-License-Identifier: MIT
"""Hits: where, which words, and a digest that other words do not share."""

from reports.checks.hit import CHECKS, IDENTIFIERS, Hit, Line, hits_in

LINE = Line("s1", "Megan Pritchard waited.")


def test_overlapping_spans_are_told_once_the_longer() -> None:
    assert [each.fragment for each in hits_in(LINE, "name", [(0, 5), (0, 15), (6, 15)])] == ["Megan Pritchard"]


def test_an_excuse_holds_for_these_words_only() -> None:
    (hit,) = hits_in(LINE, "name", [(0, 5)])
    assert hit.key == hits_in(LINE, "name", [(0, 5)])[0].key
    others = [Hit("name", "s1", "Megan Pritchard waits.", 0, 5), Hit("name", "s2", LINE.text, 0, 5)]
    others += [Hit("initials", "s1", LINE.text, 0, 5), Hit("name", "s1", LINE.text, 6, 15)]
    assert hit.key not in {each.key for each in others}
    assert "Megan" not in hit.key


def test_what_tells_who_somebody_is_always_blocks() -> None:
    assert all(CHECKS[each].blocks for each in (*IDENTIFIERS, "cannot_run", "handling", "unsupported"))
