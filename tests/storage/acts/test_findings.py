# SPDX-License-Identifier: MIT
"""Stating, weighing and moving findings."""

import pytest

from storage.acts import findings
from storage.errors import Refused
from storage.queries.findings import findings_of_visit
from storage.store import Store
from tests.builders import a_finding, a_note, a_store, a_visit, again, hand_over, join


def test_a_finding_stands_on_notes_for_and_against(store: Store) -> None:
    visit = a_visit(store)
    note, against = a_note(store, visit), a_note(store, visit, text="But two were late.")
    finding = a_finding(store, visit, supports=(note.id,))
    findings.amend(store, finding, contradicts=(against.id,), areas=["QA1"])
    now = again(store, finding)
    assert (now.supports, now.contradicts, now.areas) == ((note.id,), (against.id,), ("QA1",))


def test_a_finding_without_words_is_refused(store: Store) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="no words"):
        findings.state(store, visit, "  ")
    assert findings_of_visit(store, visit.id) == ()


def test_a_finding_moves_from_hunch_to_agreed_and_not_across(store: Store) -> None:
    finding = a_finding(store, a_visit(store))
    with pytest.raises(Refused, match=r"hunch cannot become agreed.*proposed"):
        findings.move(store, finding, "agreed")
    for state in ("proposed", "corroborated", "agreed"):
        findings.move(store, again(store, finding), state)
    assert again(store, finding).state == "agreed"


def test_two_inspectors_amend_one_finding_and_no_word_is_lost(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    finding = a_finding(store, visit, "Supervision is irregular.")
    join(store, visit.stream_id, other)
    theirs = again(other, finding)
    findings.amend(store, finding, statement="Staff supervision is irregular.")
    findings.amend(other, theirs, statement="Supervision is irregular. Records are late.")
    hand_over(store, other, visit.stream_id)
    hand_over(other, store, visit.stream_id)
    for each in (store, other):
        words = again(each, finding).statement
        assert {"Staff", "irregular.", "Records", "late."} <= set(words.split())
    assert again(store, finding).statement == again(other, finding).statement
