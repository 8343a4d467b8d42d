# SPDX-License-Identifier: MIT
"""The tables of states: closed in themselves, every state named, every end reachable."""

import pytest

from storage.model.finding import Finding
from storage.model.letter import Letter
from storage.model.rules import FINDING_STATES, LETTER_STATES, STATE_NAMES, VISIT_STATES
from storage.model.visit import Visit

TABLES = {"visit": VISIT_STATES, "letter": LETTER_STATES, "finding": FINDING_STATES}


@pytest.mark.parametrize("name", TABLES)
def test_every_state_that_may_follow_is_a_state_and_has_a_name(name: str) -> None:
    table = TABLES[name]
    assert {then for follow in table.values() for then in follow} <= set(table)
    assert set(table) <= set(STATE_NAMES)
    assert not any(state in follow for state, follow in table.items())


def _reachable(table: dict[str, tuple[str, ...]], start: str) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        ahead += (fresh := [state for state in table[ahead.pop()] if state not in found])
        found.update(fresh)
    return found


def test_every_state_can_be_reached_from_the_first() -> None:
    firsts = {"visit": Visit.status, "letter": Letter.status, "finding": Finding.state}
    for name, table in TABLES.items():
        start = {"visit": "planned", "letter": "drafting", "finding": "hunch"}[name]
        assert firsts[name] is not None
        assert _reachable(table, start) == set(table), name


def test_a_signed_letter_never_becomes_a_draft_again() -> None:
    assert not {"drafting", "approved"} & _reachable(LETTER_STATES, "signed")
