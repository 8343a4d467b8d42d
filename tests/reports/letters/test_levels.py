# SPDX-License-Identifier: MIT
"""reports/letters/levels.py: the steps of the concern level, told from an authority's events."""

import pytest

from reports.catalogue import letter_type
from reports.letters.levels import changes, told
from reports.letters.voice import Voice
from tests.reports.wrexham import an_event, facts

EARLY, SERIOUS = (
    an_event("level_early", "2018-10-08"),
    an_event("level_serious", "2019-12-02", "Indicators have declined."),
)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "has changed from early concern to serious concern, with effect from 2 December 2019."),
        ("cy", "Y lefel flaenorol: pryder cynnar. Y lefel yn awr: pryder difrifol. Dyddiad dod i rym: 2 Rhagfyr 2019."),
    ],
)
def test_a_step_names_both_levels_its_day_and_its_reasons(language: str, sentence: str) -> None:
    known = facts(events=(EARLY, SERIOUS))
    change = changes(known)[-1]
    said = told(Voice(known, letter_type("escalation").wording(language)), change)
    assert [each.sources for each in said if each] == [(f"event:{SERIOUS.id}",)] * 2
    assert said[0] is not None
    assert said[0].text.endswith(sentence)


def test_the_first_step_on_record_claims_nothing_of_the_level_before() -> None:
    known = facts(events=(SERIOUS,))
    (change,) = changes(known)
    assert (change.before, change.after) == ("", "serious")
    said = told(Voice(known, letter_type("escalation").wording("en")), change)
    assert said[0] is not None
    assert "is serious concern, with effect from" in said[0].text


def test_a_step_without_a_day_is_not_told() -> None:
    known = facts(events=(an_event("level_serious"),))
    assert told(Voice(known, letter_type("escalation").wording("en")), changes(known)[0]) == [None, None]


def test_other_events_are_no_steps() -> None:
    assert changes(facts()) == ()


def test_a_step_without_a_day_is_put_before_no_other_and_makes_what_came_before_uncertain() -> None:
    somewhen = an_event("level_significant")
    assert changes(facts(events=(somewhen, EARLY, SERIOUS))) == changes(facts(events=(EARLY, SERIOUS, somewhen)))
    assert [(each.before, each.after) for each in changes(facts(events=(somewhen, EARLY, SERIOUS)))] == [
        ("", "early"),
        ("", "serious"),
    ]
