# SPDX-License-Identifier: MIT
"""The level of concern: each step with day and reason; the authority has the newest; undo and taking back work."""

import pytest

from storage import undo
from storage.acts import levels
from storage.errors import Refused
from storage.queries.events import events_of_authority
from storage.store import Store
from tests.builders import again, an_authority


def test_a_level_is_raised_and_lowered_and_the_newest_holds(store: Store) -> None:
    council = an_authority(store)
    levels.change(store, council, "early", "Indicators have declined.", date="2018-10-08", source="Head of team")
    levels.change(store, again(store, council), "significant", "Not sustained.", date="2020-03", due="2020-09")
    assert again(store, council).concern_level == "significant"
    levels.change(store, again(store, council), "serious", "A third conference.", date="2019-05")
    assert again(store, council).concern_level == "significant", "what happened before does not alter what holds now"
    levels.change(store, again(store, council), "none", "Sustained for a year.", date="2021-06-01")
    assert again(store, council).concern_level == "none"
    assert [each.kind for each in events_of_authority(store, council.id)] == [
        "level_early",
        "level_serious",
        "level_significant",
        "level_none",
    ]
    undo.undo(store)
    assert again(store, council).concern_level == "significant"


def test_a_step_whose_date_no_source_states_stays_in_the_history(store: Store) -> None:
    council = an_authority(store)
    levels.change(store, council, "serious", "As the press reports.")
    assert again(store, council).concern_level == "serious"
    levels.change(store, again(store, council), "early", "Indicators have declined.", date="2018-10-08")
    assert again(store, council).concern_level == "early"


def test_a_step_is_taken_back(store: Store) -> None:
    council = an_authority(store)
    levels.change(store, council, "early", "Indicators have declined.", date="2018-10-08")
    levels.change(store, again(store, council), "serious", "By mistake.", date="2018-10-09")
    last = events_of_authority(store, council.id)[-1]
    levels.take_back(store, again(store, council), last)
    assert again(store, council).concern_level == "early"
    levels.take_back(store, again(store, council), events_of_authority(store, council.id)[0])
    assert again(store, council).concern_level == "none"


@pytest.mark.parametrize(("level", "reason", "date"), [("dire", "Words.", ""), ("early", " ", ""), ("early", "W", "x")])
def test_a_step_needs_a_known_level_a_reason_and_a_date_that_is_one(
    store: Store, level: str, reason: str, date: str
) -> None:
    council = an_authority(store)
    with pytest.raises(Refused):
        levels.change(store, council, level, reason, date=date)
    assert events_of_authority(store, council.id) == ()
