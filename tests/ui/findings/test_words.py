# SPDX-License-Identifier: MIT
"""What a finding rests on, in words."""

from storage.model.rules import FINDING_STATES, STATE_NAMES
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from ui.findings.words import DIRECTIONS, PLACES, rests_on


def test_notes_and_kinds_of_source_are_counted(store: Store) -> None:
    visit = a_visit(store)
    notes = [a_note(store, visit, source_kind=kind) for kind in ("file", "file", "interview")]
    assert rests_on(a_finding(store, visit), notes) == "3 notes · 2 kinds of source"
    assert rests_on(a_finding(store, visit), []) == "rests on no note yet"
    assert rests_on(a_finding(store, visit, contradicts=("n1",)), notes[:1]).endswith("1 against")


def test_every_choice_has_a_name() -> None:
    assert all((*DIRECTIONS.values(), *PLACES.values()))
    assert set(FINDING_STATES) <= set(STATE_NAMES)
