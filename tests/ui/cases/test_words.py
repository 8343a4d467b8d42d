# SPDX-License-Identifier: MIT
"""How a case, its readers and its lateness are said."""

from datetime import date

from storage.model.case import Case
from storage.model.case_review import CaseReview
from storage.model.ids import StreamId
from storage.model.timeliness import judge
from storage.queries.cases import Reading
from ui.cases.words import case_row, late_words, other_review, reading_words, summary

CASE = Case(
    id="v:7",
    stream_id=StreamId("s.d"),
    pseudonym="CASE-07",
    facts=(("status", "Looked after"), ("team", "East"), ("age", "5-9"), ("opened", "2018-05-01")),
    reader="p1",
    progress="reading",
)


def test_a_case_in_a_row() -> None:
    row = case_row(CASE, {"p1": "Inspector A"}, 2)
    assert (row.title, row.chips, row.time) == ("CASE-07 · Looked after", ("5-9", "East", "2 notes"), "Inspector A")
    assert (row.mark, row.mark_icon) == ("Being read", "eye")


def test_a_replaced_case_says_why() -> None:
    gone = Case(id="v:7", stream_id=StreamId("s.d"), pseudonym="CASE-07", dropped="file is at court")
    row = case_row(gone, {}, 0)
    assert (row.mark, row.chips) == ("Replaced", ("file is at court",))


def test_readers_are_told_apart_and_together() -> None:
    found = (Reading("p1", 8, 3, 1), Reading("", 2, 0, 0))
    assert summary(found) == "3 of 10 read"
    assert reading_words(found[0], {"p1": "Inspector A"}) == "Inspector A: 3 of 8 read, 1 being read"
    assert reading_words(found[1], {}) == "nobody yet: 2 cases"


def test_lateness_shows_its_sum() -> None:
    assert late_words(None) == "no day to count from"
    said = late_words(judge("2018-05-01", 4, "weeks", "2018-05-20", date(2018, 7, 10)))
    assert said == "in time (1 May 2018 + 4 weeks = 29 May 2018)"


def test_anothers_review_in_a_line() -> None:
    other = CaseReview(id="r", stream_id=StreamId("s.d"), outcome="better", outcome_words="Settled.")
    assert other_review(other, "") == "Another inspector: Better for the child, 0 grades. Settled."
