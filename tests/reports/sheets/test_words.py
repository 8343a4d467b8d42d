# SPDX-License-Identifier: MIT
"""How a day's records are said: lengths of time, steps of a concern, what stands out, in either language."""

from datetime import timedelta

import pytest

from reports.sheets import words
from resources import language
from storage.acts import concerns
from storage.model import clock as time
from storage.queries.concerns import concern
from storage.queries.day import Standing, day_of_visit
from storage.queries.editions import rubrics_of_visit
from storage.queries.findings import weighed
from storage.store import Store
from tests.builders import FakeClock, a_concern, a_finding, a_note, a_visit, again


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 min"), (59, "59 min"), (72, "1 h 12 min"), (1440, "1 day 0 h"), (3100, "2 days 3 h")],
)
def test_a_length_of_time_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert words.span(timedelta(minutes=minutes)) == said


def test_a_concern_says_how_long_it_is_open_and_when_that_is_too_long(store: Store, clock: FakeClock) -> None:
    made = a_concern(store, a_visit(store))
    clock.step(minutes=30)
    assert words.concern_state(made, time.now()).endswith("open for 30 min")
    clock.step(minutes=42)
    assert words.concern_state(made, time.now()).endswith("open for 1 h 12 min · late")
    concerns.tell(store, made, "Head of service")
    concerns.acknowledge(store, again(store, made), "Director", reference="R 17")
    concerns.record_outcome(store, again(store, made), "Seen the same day.")
    there = concern(store, made.id)
    assert there is not None
    steps = words.concern_steps(there)
    assert [each.split()[0] for each in steps] == ["Raised", "Head", "Acknowledged", "Outcome:"]
    assert "R 17" in steps[2]
    assert words.concern_state(there, time.now()) == "Outcome recorded"


def test_a_finding_says_what_it_rests_on(store: Store) -> None:
    visit = a_visit(store)
    note, one, other = a_note(store, visit), a_note(store, visit), a_note(store, visit)
    made = a_finding(store, visit, areas=("QA1",), supports=(note.id,), contradicts=(one.id, other.id))
    assert words.finding_marks(weighed(store, made)) == "#QA1 · Hunch · 1 note for it · 2 notes against it"


def test_what_stands_out_is_said_with_its_reason(store: Store) -> None:
    (rubric, *_) = rubrics_of_visit(store, a_visit(store))
    criterion = rubric.areas[0].criteria[0]
    assert words.thin_marks(Standing(criterion), 2) == ("not yet seen",)
    thin = Standing(criterion, 3, ("file",), 1, ("strength", "weakness"))
    assert words.thin_marks(thin, 2) == (
        "contradicted: strength and weakness",
        "one kind of source: case file",
        "one inspector only",
    )
    assert words.thin_marks(Standing(criterion, 2, ("file", "interview"), 1, ("weakness",)), 1) == ()
    english = words.criterion_title(thin)
    language.use("cy")
    assert words.criterion_title(thin) != english
    language.use("en")


def test_a_moment_or_a_day_that_cannot_be_read_is_shown_as_it_is(store: Store) -> None:
    assert (words.moment("soon"), words.hour("soon"), words.day_words("soon")) == ("soon", "", "soon")
    assert words.day_words("2018-07-10") == "10 July 2018"
    day = day_of_visit(store, a_visit(store, dates="autumn 2018").id, 1)
    assert day is not None
    assert words.day_title(day) == "Day 1"
    assert words.place_title(day) == "Practice Borough Council · children's services"
