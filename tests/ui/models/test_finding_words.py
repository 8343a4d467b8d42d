# SPDX-License-Identifier: MIT
"""What a finding rests on, in words."""

from storage.acts import notes
from storage.model.rules import FINDING_STATES, STATE_NAMES
from storage.queries.findings import weighed
from storage.store import Store
from tests.builders import a_finding, a_note, a_recommendation, a_visit, again, an_authority
from ui.models.finding_words import (
    DIRECTIONS,
    PLACES,
    SCALE,
    earlier_words,
    flags,
    listed,
    missing_words,
    rests_on,
    strength_rule,
    strength_words,
)


def test_notes_and_kinds_of_source_are_counted(store: Store) -> None:
    visit = a_visit(store)
    made = [a_note(store, visit, source_kind=kind) for kind in ("file", "file", "interview")]
    finding = a_finding(store, visit, supports=tuple(note.id for note in made[:2]), contradicts=(made[2].id,))
    assert rests_on(weighed(store, finding)) == "2 notes · 1 kind of source · 1 against"
    assert rests_on(weighed(store, a_finding(store, visit))) == "rests on no note yet"
    for note in made[:2]:
        notes.withdraw(store, note)
    assert rests_on(weighed(store, finding)) == "rests on no note any more"
    assert flags(weighed(store, finding)) == ("Lost its last note", "Contradicted")


def test_strength_is_said_with_its_rule(store: Store) -> None:
    visit = a_visit(store)
    seen, said = a_note(store, visit), a_note(store, visit, source_kind="interview", observed=False)
    found = weighed(store, a_finding(store, visit, supports=(seen.id,), contradicts=(said.id,))).strength
    assert strength_words(found) == "One source · contradicted"
    assert strength_rule(found) == (
        "One note, or several of the same kind, role and case. A note or more stands against it."
    )


def test_who_is_missing_is_named(store: Store) -> None:
    found = weighed(store, a_finding(store, a_visit(store)))
    assert missing_words(found, {store.me: "Rhian"}) == "Not agreed yet by Rhian and a second inspector."
    assert listed(["one", "two", "three"]) == "one, two and three"


def test_what_is_measured_against_has_a_name(store: Store) -> None:
    council = an_authority(store)
    asked = a_recommendation(store, council, number="R4", title="Supervision")
    finding = a_finding(store, a_visit(store, council), "Plans are late.")
    assert (earlier_words(asked), earlier_words(again(store, finding))) == ("R4 Supervision", "Plans are late.")


def test_every_choice_has_a_name() -> None:
    assert all((*DIRECTIONS.values(), *PLACES.values(), *SCALE.values()))
    assert set(FINDING_STATES) <= set(STATE_NAMES)
