# SPDX-License-Identifier: MIT
"""reports/letters/accuracy_reply.py: each decided comment with reason and change; an open one is left out."""

from reports.catalogue import letter_type
from reports.facts import facts_of
from reports.letters.accuracy_reply import SECTIONS
from storage.acts import challenges, letters
from storage.model.challenge import Challenge
from storage.model.letter import Letter
from storage.store import Store
from tests.builders import a_letter, a_visit, again
from tests.reports.wrexham import STREAM, facts

LETTER = letter_type("accuracy_reply")
OUT = Letter(id="out", stream_id=STREAM, re_line="Monitoring visit", accuracy_from="2018-10-15", accuracy_days=10)


def said(name: str, decision: str = "", change: str = "") -> Challenge:
    reason = "The log shows it" if decision else ""
    return Challenge(id=name, stream_id=STREAM, text=f"Point {name}.", decision=decision, reason=reason, change=change)


def test_each_decision_is_told_with_its_reason_and_change() -> None:
    every = (said("one", "accepted", "“six” is “seven”"), said("two"), said("three", "rejected"))
    draft = LETTER.draft(facts(challenged=OUT, challenges=every))
    assert tuple(each.code for each in draft.sections) == SECTIONS
    opening, decisions = draft.section("opening"), draft.section("decisions")
    assert opening is not None
    assert decisions is not None
    assert "15 October 2018" in opening.text
    assert opening.paragraphs[0].sentences[0].sources == ("letter:out",)
    assert [each.text for each in decisions.paragraphs[1:]] == [
        "You told us: “Point one”. We accept this. The log shows it. In the letter: “six” is “seven”.",
        "You told us: “Point three”. We do not accept this. The log shows it.",
    ]
    assert [each.sentences[0].sources for each in decisions.paragraphs[1:]] == [
        ("challenge:one",),
        ("challenge:three",),
    ]


def test_without_a_round_its_places_are_slots() -> None:
    draft = LETTER.draft(facts())
    assert [section.text[:1] for section in draft.sections[:2]] == ["[", "["]


def test_a_round_of_the_record_is_what_is_answered(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "Six of eight files held a plan.")
    for state in ("evidence_checked", "peer_reviewed", "privacy_checked"):
        letters.move(store, again(store, shell), state)
    challenges.send_out(store, again(store, shell), "2018-10-15")
    challenges.write(store, again(store, shell), "It was seven.")
    known = facts_of(store, shell.visit_id, "2018-11-01")
    assert known.challenged is not None
    assert known.challenged.id == shell.id
    assert [each.text for each in known.challenges] == ["It was seven."]
