# SPDX-License-Identifier: MIT
"""Claims beside what was seen, of an area and of a finding's own notes."""

from storage.acts import notes
from storage.queries.claims import ground
from storage.store import Store
from tests.builders import RUBRIC, a_note, a_visit


def test_a_claim_stands_beside_what_was_seen_of_its_area(store: Store) -> None:
    visit = a_visit(store)
    areas = (f"{RUBRIC}:QA1",)
    said = notes.write(
        store, visit, "Monthly.", areas, source_kind="interview", observed=False, polarity="strength", source_role="A"
    )
    seen = notes.write(store, visit, "None for weeks.", areas, polarity="weakness")
    elsewhere = notes.write(store, visit, "Good.", (f"{RUBRIC}:HR1",), polarity="strength")
    found = ground(store, visit.id, ["QA1"])
    assert {note.id for note in found.notes} == {said, seen}
    (pair,) = found.pairs
    assert (pair.claim.id, [note.id for note in pair.at_odds], pair.outcome) == (said, [seen], "at_odds")
    assert found.strength.level == "seen_and_heard"
    assert elsewhere not in {note.id for note in found.notes}


def test_notes_that_are_named_count_without_a_link(store: Store) -> None:
    visit = a_visit(store)
    claim = a_note(store, visit, observed=False, polarity="strength")
    found = ground(store, visit.id, [], [claim.id])
    assert [(pair.claim, pair.outcome) for pair in found.pairs] == [(claim, "untested")]
    assert ground(store, visit.id, []).notes == ()
    notes.withdraw(store, claim)
    assert ground(store, visit.id, [], [claim.id]).pairs == ()
