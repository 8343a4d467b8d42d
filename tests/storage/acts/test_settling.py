# SPDX-License-Identifier: MIT
"""Settling a difference: one amendment that names every wording, refused where nothing differs; undone like others."""

import pytest

from storage import undo
from storage.acts import findings
from storage.acts.settling import settle
from storage.errors import Refused
from storage.model.finding import Finding
from storage.queries.differences import clashes
from storage.queries.findings import findings_of_visit
from storage.store import Store
from tests.builders import a_finding, a_note, a_store, a_visit, again, hand_over, join


@pytest.fixture
def apart() -> tuple[Store, Store, Finding]:
    """Give two stores that hold each other's wording of one finding, and the finding as the first sees it."""
    rhian, tomos = a_store("Rhian (practice)"), a_store("Tomos (practice)")
    there = a_visit(rhian)
    finding = a_finding(rhian, there, "Plans are late.")
    join(rhian, there.stream_id, tomos)
    findings.amend(rhian, finding, statement="Half of the plans are late.")
    findings.amend(tomos, again(tomos, finding), statement="Plans are two weeks late.")
    hand_over(tomos, rhian, there.stream_id)
    hand_over(rhian, tomos, there.stream_id)
    return rhian, tomos, again(rhian, finding)


def test_what_is_settled_here_is_settled_there(apart: tuple[Store, Store, Finding]) -> None:
    rhian, tomos, seen = apart
    heads = set(seen.seen["statement"])
    settle(rhian, seen, "statement", "Half of the plans are two weeks late.")
    assert clashes(rhian) == ()
    newest = rhian.ledger.changes(stream=seen.stream_id, entity="finding", entity_id=seen.id)[-1]
    assert set(newest.parents["statement"]) == heads
    hand_over(rhian, tomos, seen.stream_id)
    assert clashes(tomos) == ()
    assert again(tomos, seen).statement == "Half of the plans are two weeks late."


def test_the_merge_itself_can_be_what_stands(apart: tuple[Store, Store, Finding]) -> None:
    rhian, _tomos, seen = apart
    merged = seen.statement
    settle(rhian, seen, "statement", merged)
    assert clashes(rhian) == ()
    assert again(rhian, seen).statement == merged


def test_two_who_settle_it_differently_differ_again_and_lose_nothing(apart: tuple[Store, Store, Finding]) -> None:
    rhian, tomos, seen = apart
    settle(rhian, seen, "statement", "Late, says Rhian.")
    settle(tomos, again(tomos, seen), "statement", "Late, says Tomos.")
    hand_over(tomos, rhian, seen.stream_id)
    [clash] = clashes(rhian)
    assert {wording.value for wording in clash.wordings} == {"Late, says Rhian.", "Late, says Tomos."}


def test_what_does_not_differ_cannot_be_settled_and_no_words_are_no_settlement(
    apart: tuple[Store, Store, Finding], store: Store
) -> None:
    rhian, _tomos, seen = apart
    with pytest.raises(Refused, match="No words"):
        settle(rhian, seen, "statement", "  ")
    with pytest.raises(Refused, match="settled already"):
        settle(rhian, seen, "nonsense", "x")
    settle(rhian, seen, "statement", "Plans are late.")
    with pytest.raises(Refused, match="settled already"):
        settle(rhian, again(rhian, seen), "statement", "Plans are late.")
    note = a_note(store, a_visit(store))
    with pytest.raises(Refused, match="settled already"):
        settle(store, note, "text", "Other words.")


def test_settling_is_undone_like_any_amendment(apart: tuple[Store, Store, Finding]) -> None:
    rhian, _tomos, seen = apart
    settle(rhian, seen, "statement", "Plans are late.")
    undo.undo(rhian)
    [found] = findings_of_visit(rhian, seen.visit_id)
    assert found.statement == seen.statement
