# SPDX-License-Identifier: MIT
"""What the acts record of an authority is what the letters read, on a real store: every kind by the same name."""

import pytest

from reports.catalogue import LETTER_TYPES, letter_type
from reports.facts import facts_of
from reports.letters.draft import Draft
from resources.language import LANGUAGES
from storage.acts import events, levels, meetings
from storage.model.authority import LEVELS
from storage.model.event import ASSURANCE_KINDS, OUTCOME_KINDS
from storage.queries.events import events_of_authority
from storage.store import Store
from tests.builders import a_visit, again, an_authority


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


def drafted(store: Store, visit_id: str, kind: str, language: str = "en") -> Draft:
    return letter_type(kind).draft(facts_of(store, visit_id, "2018-12-01"), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_that_is_recorded_has_its_words(store: Store, language: str) -> None:
    authority = an_authority(store)
    visit = a_visit(store, authority)
    for number, level in enumerate(LEVELS):
        levels.change(store, again(store, authority), level, f"Reason {number}.", date=f"2018-0{number + 1}-01")
        said = text(drafted(store, visit.id, "escalation", language), "statement")
        words = letter_type("escalation").wording(language).table("levels")[level]
        assert words in said
        assert f"Reason {number}." in said


def test_every_assurance_is_told_with_what_became_of_it(store: Store) -> None:
    authority = an_authority(store)
    visit = a_visit(store, authority)
    for kind in ASSURANCE_KINDS:
        made = events.add(store, authority, kind="assurance", text=f"Claim of {kind}.", date="2018-05")
        if kind != "assurance":
            (seen,) = [each for each in events_of_authority(store, authority.id) if each.id == made]
            events.judge(store, seen, kind, "2018-09", "Two of six files showed it.")
    said = text(drafted(store, visit.id, "escalation"), "assurances")
    for slot in ASSURANCE_KINDS:
        assert letter_type("escalation").wording("en").sentences[slot] in said


def test_what_came_of_a_test_is_never_said_as_the_councils_claim(store: Store) -> None:
    authority = an_authority(store)
    visit = a_visit(store, authority)
    events.add(store, authority, kind="assurance", text="Posts are filled.", date="2018-05")
    (seen,) = events_of_authority(store, authority.id)
    events.judge(store, seen, "assurance_not_sustained", "2018-09", "Two posts were empty.")
    said = text(drafted(store, visit.id, "escalation"), "assurances")
    assert "Posts are filled. What we found since shows that this has not been sustained. Two posts were empty." in said


def test_a_plan_that_came_is_acknowledged(store: Store) -> None:
    authority = an_authority(store)
    visit = a_visit(store, authority)
    events.add(store, authority, kind="plan_received", date="2018-11-02")
    for kind in ("plan_reflects", "plan_falls_short"):
        assert "2 November 2018" in text(drafted(store, visit.id, kind), "receipt")


@pytest.mark.parametrize("outcome", OUTCOME_KINDS)
def test_what_a_review_meeting_came_to_is_its_letter(store: Store, outcome: str) -> None:
    authority = an_authority(store)
    visit = a_visit(store, authority)
    meetings.arrange(
        store, authority, outcome, kind="review", visit_id=visit.id, held="2018-11-20", notes="Plans were seen."
    )
    draft = drafted(store, visit.id, "review_outcome")
    wording = letter_type("review_outcome").wording("en")
    assert wording.sentences[outcome] in text(draft, "outcome")
    assert "Plans were seen." in text(draft, "outcome")
    assert "[" not in text(draft, "next")


def test_what_the_council_says_that_it_did_is_told_as_its_own_account(store: Store) -> None:
    authority = an_authority(store)
    visit = a_visit(store, authority)
    events.add(store, authority, kind="council_action", text="A board meets monthly.", date="2018-10")
    assert "A board meets monthly" in text(drafted(store, visit.id, "escalation"), "action")


def test_every_letter_can_be_drafted_from_a_record_with_every_kind_of_event(store: Store) -> None:
    authority = an_authority(store)
    visit = a_visit(store, authority)
    for kind in (*ASSURANCE_KINDS, "council_action", "concern_received", "plan_received", "action_plan"):
        events.add(store, authority, kind=kind, text="Words.", date="2018-05")
    for each in LETTER_TYPES:
        assert drafted(store, visit.id, each.name).sections
