# SPDX-License-Identifier: MIT
"""How it is said how a laptop stands: never "sent" without a receipt, and each state by words of its own."""

import pytest

from storage.queries.standing import Stand
from storage.sync.exchange import Progress
from tests.builders import FakeClock
from ui.sync.words import State, beside_word, of_progress, of_stand, of_state, when

AT = "2018-07-10T09:30:00.000Z"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State(), "Not joined to an office"),
        (State("waiting", 1), "1 change only here"),
        (State("waiting", 12), "12 changes only here"),
        (State("waiting", 0, stands={"s": Stand(1, 1)}), "Not synced yet"),
        (State("waiting", 0), "Nothing is here yet that could be synced"),
        (State("busy", 30, 100), "Syncing: 70 of 100 handed in"),
        (State("busy", 30, 100, 4), "Syncing: 70 of 100 handed in · 4 taken in"),
        (State("busy"), "Syncing: asking the office what is new"),
        (State("busy", 0, 0, 1200, 8800), "Syncing · 1,200 of 10,000 taken in"),
        (State("whole", indexing=1500, at=AT), "Indexing 1,500 notes for searching"),
        (State("whole", checking=1, at=AT), "Checking 1 signature"),
        (
            State("failed", 3, tries_again=True),
            "The last sync was broken off · 3 changes only here · tries again by itself",
        ),
        (State("waiting", 3, held=2), "2 changes held for the office · 1 change only here"),
        (State("waiting", 2, held=2), "2 changes held for the office"),
        (State("waiting", 2, held=2, closed=1), "No seat any more in 1 record · 2 changes held for the office"),
        (State("waiting", 1, held=1, is_revoked=True), "Revoked by the office · 1 change held for the office"),
        (
            State("failed", 1, held=1, closed=2),
            "The last sync was broken off · No seat any more in 2 records · 1 change held for the office",
        ),
        (State("failed", 3), "The last sync was broken off · 3 changes only here"),
    ],
)
def test_each_state_has_words_of_its_own(state: State, words: str) -> None:
    assert of_state(state).words == words


def test_how_far_a_sync_is_counts_both_ways() -> None:
    assert State("busy").part == 0.0
    assert State("busy", 30, 100).part == 0.7
    assert State("busy", 0, 100, 50, 50).part == 0.75


def test_what_the_office_said_of_this_device_has_two_sentences_and_leads_to_the_page() -> None:
    assert State("waiting", 3).word is None
    assert State("waiting", 3).syncs
    assert not State("waiting", 3, held=1).syncs
    word = State("whole", closed=2, at=AT).word
    assert word is not None
    assert word.message == "You have no seat any more in 2 records."
    assert word.advice.endswith("Ask its lead inspector.")
    assert word.tone == "bad"
    kinds = (State("whole", at=AT), State("whole", closed=1, at=AT), State("whole", is_revoked=True, at=AT))
    assert len({of_state(each).icon for each in kinds}) == len({of_state(each).tone for each in kinds}) == 3


def test_a_page_that_shows_the_word_does_not_say_it_twice() -> None:
    assert beside_word(State("waiting", 3, held=2, closed=1)).words == "1 change only here"
    assert beside_word(State("waiting", 2, held=2, is_revoked=True)).words == ""
    assert beside_word(State("whole", closed=1, at=AT)).words.startswith("The office has everything")
    for other in (State("waiting", 3), State("busy", 1, 2, held=1), State("failed", 3, held=1)):
        assert beside_word(other) == of_state(other)


def test_shapes_differ_where_tones_do() -> None:
    phases = ("apart", "busy", "failed", "whole")
    assert len({of_state(State(phase, at=AT)).icon for phase in phases}) == len(phases)


def test_a_moment_of_today_is_told_by_its_hour_and_another_with_its_day(clock: FakeClock) -> None:
    assert of_state(State("whole", at=AT)).words == f"The office has everything, {when(AT)}"
    assert len(when(AT)) == 5
    clock.step(days=2)
    assert "10 July 2018" in when(AT)
    assert when("") == "–"


def test_a_visit_is_said_to_be_with_the_office_as_far_as_it_is() -> None:
    assert of_stand(Stand(5, 0)) == "Nothing of it is known to be with the office"
    assert of_stand(Stand(5, 3, 0, AT)).startswith("2 changes only here · the rest with the office")
    assert of_stand(Stand(5, 5, 1, AT)).startswith("1 change only here")
    assert of_stand(Stand(5, 5, 0, AT)).startswith("The office has everything")
    assert of_stand(Stand(5, 5, 0, AT, is_closed=True)).startswith("No seat any more · The office has everything")
    assert of_stand(Stand(5, 3, 0, AT, held=2)).startswith("2 changes held for the office · the rest with the office")
    assert of_stand(Stand(5, 2, 0, AT, held=2)).startswith("2 changes held for the office · 1 change only here · the")


def test_what_a_sync_came_to_is_said_and_nothing_that_went_wrong_is_left_out() -> None:
    assert of_progress(Progress(sent=1, new=2)) == "1 handed in, 2 taken in."
    assert of_progress(Progress()) == "Nothing was new on either side."
    assert of_progress(Progress(held=2)) == ""  # the word says that they are held
    told = of_progress(Progress(set_aside=2, hub_forgot=True))
    assert "2 changes were set aside." in told
    assert "given back what it forgot" in told
    assert "left alone" in of_progress(Progress(left=frozenset({"a stream"})))
