# SPDX-License-Identifier: MIT
"""reports/letters/recommended.py: what is still asked for, and how each recommendation stands."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.recommended import earlier, musts, standing, still_asked, title
from reports.letters.voice import Voice
from tests.reports.wrexham import facts


def test_of_a_repeated_recommendation_only_the_later_is_asked() -> None:
    assert [each.number for each in still_asked(facts())] == ["R1", "R4", "R5", "R6", "R7"]


@pytest.mark.parametrize(("field", "value"), [("direction", "sustained"), ("status", "closed"), ("text", "")])
def test_what_is_better_closed_or_empty_is_asked_no_more(field: str, value: str) -> None:
    done = tuple(replace(each, **{field: value}) for each in facts().recommendations)
    assert still_asked(facts(recommendations=done)) == ()


def test_only_earlier_visits_recommendations_are_earlier() -> None:
    first, *rest = facts().recommendations
    assert first not in earlier(facts(recommendations=(replace(first, visit_id="v3"), *rest)))
    assert len(earlier(facts())) == 7


def test_each_stands_with_its_direction_and_an_untested_one_says_so() -> None:
    first, second, *_rest = facts().recommendations
    voice = Voice(facts(), letter_type("monitoring_visit").wording("en"))
    said = [each.text for each in standing(voice, [first, replace(second, direction="")]) if each]
    assert said[0] == "R1 Quality assurance: unchanged."
    assert said[1].endswith(": not looked at on this visit.")


def test_musts_are_numbered_and_name_their_source() -> None:
    voice = Voice(facts(), letter_type("monitoring_visit").wording("en"))
    (first, *_rest) = musts(voice, still_asked(facts()))
    assert (first.kind, first.sentences[0].sources) == ("numbered", ("recommendation:r1",))


def test_a_title_is_in_the_letters_language() -> None:
    first = facts().recommendations[0]
    english, welsh = (Voice(facts(), letter_type("monitoring_visit").wording(each)) for each in ("en", "cy"))
    assert (title(english, first), title(welsh, first)) == ("Quality assurance", "sicrhau ansawdd")
