# SPDX-License-Identifier: MIT
"""Events: every kind that letters read can be recorded; assurances are tested; mistakes are taken back."""

import re
from pathlib import Path

import pytest

from storage import undo
from storage.acts import events
from storage.errors import Refused
from storage.model.event import EVENT_KINDS, LEVEL_KINDS, OUTCOME_KINDS, Event
from storage.queries.events import events_of_authority
from storage.queries.rows import one
from storage.store import Store
from tests.builders import again, an_authority, an_event

ROOT = Path(__file__).resolve().parents[3]


def test_every_kind_that_letters_read_is_known() -> None:
    asked = set()
    for file in (ROOT / "reports").rglob("*.py"):
        for call in re.findall(r"\.event(?:s_of)?\(([^()]*)\)", file.read_text("utf-8")):
            asked |= set(re.findall(r'"([a-z_]+)"', call))
    assert {"concern_received", "agreement"} <= asked <= set(EVENT_KINDS)


@pytest.mark.parametrize("kind", sorted(set(EVENT_KINDS) - set(LEVEL_KINDS)))
def test_every_kind_but_a_level_is_recorded_here(store: Store, kind: str) -> None:
    council = an_authority(store)
    made = one(store, Event, events.add(store, council, kind=kind, date="autumn 2017", text="Words."))
    assert made is not None
    assert (made.kind, made.date, made.authority_id) == (kind, "autumn 2017", council.id)


def test_a_level_or_an_unknown_kind_is_not_recorded_as_an_event(store: Store) -> None:
    council = an_authority(store)
    for wrong in ({"kind": "level_early"}, {"kind": "dream"}, {"kind": "publicity", "text": ""}, {}):
        with pytest.raises(Refused):
            events.add(store, council, **{"text": "Words.", **wrong})
    with pytest.raises(Refused):
        events.add(store, council, kind="publicity", text="Words.", date="soon")
    assert events_of_authority(store, council.id) == ()


def test_a_plan_that_came_needs_no_words(store: Store) -> None:
    council = an_authority(store)
    assert one(store, Event, events.add(store, council, kind="plan_received", date="2018-11-05", text=""))


def test_an_assurance_is_tested_and_what_was_said_stays(store: Store) -> None:
    said = an_event(store, an_authority(store), kind="assurance", date="2019-05", text="Posts are filled.")
    events.judge(store, said, "assurance_not_sustained", "2020-01", "Five posts were empty.")
    tested = again(store, said)
    assert (tested.kind, tested.tested_on) == ("assurance_not_sustained", "2020-01")
    assert (tested.text, tested.found) == ("Posts are filled.", "Five posts were empty.")
    undo.undo(store)
    assert again(store, said) == said


def test_only_an_assurance_is_tested_and_only_one_way_or_the_other(store: Store) -> None:
    council = an_authority(store)
    happened = an_event(store, council)
    said = an_event(store, council, kind="assurance")
    for seen, result, on in (
        (happened, "assurance_borne_out", "2020-01"),
        (said, "assurance", "2020-01"),
        (said, "assurance_borne_out", ""),
    ):
        with pytest.raises(Refused):
            events.judge(store, seen, result, on)


def test_an_entry_is_put_right_and_taken_back(store: Store) -> None:
    council = an_authority(store)
    happened = an_event(store, council)
    events.amend(store, happened, date="2017-12", text="Concerns were received.")
    assert again(store, happened).date == "2017-12"
    with pytest.raises(Refused):
        events.amend(store, again(store, happened), text=" ")
    events.withdraw(store, again(store, happened))
    assert events_of_authority(store, council.id) == ()
    with pytest.raises(Refused):
        events.withdraw(store, again(store, happened))


def test_the_outcomes_are_those_of_the_review_letter() -> None:
    from reports.letters.review_outcome import _OUTCOMES

    assert set(OUTCOME_KINDS) == set(_OUTCOMES)
