# SPDX-License-Identifier: MIT
"""A matter of concern: raised with words, told, acknowledged, its outcome; never emptied, never undone."""

from datetime import timedelta

import pytest

from storage import undo
from storage.acts import concerns
from storage.errors import Refused
from storage.model import clock as time
from storage.queries.concerns import open_concerns
from storage.store import Store
from tests.builders import FakeClock, a_concern, a_note, a_store, a_visit, again, join


def test_a_matter_raised_by_the_lead_says_what_who_when_and_that_the_lead_knows(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    made = a_concern(store, visit, " No adult has seen child D. ", note_id=note.id, case_ref="case D")
    assert (made.what, made.note_id, made.case_ref) == ("No adult has seen child D.", note.id, "case D")
    assert made.raised_by == store.me
    assert made.lead_told_at == made.raised_at != ""
    assert made.authority_id == visit.authority_id
    assert (made.state, made.is_open) == ("raised", True)


def test_a_second_inspector_raises_one_too_and_then_the_lead_is_told(store: Store, clock: FakeClock) -> None:
    visit, second = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, second)
    made = a_concern(second, again(second, visit))
    assert made.lead_told_at == ""
    concerns.tell_lead(second, made)
    assert again(second, made).lead_told_at
    second.close()


@pytest.mark.parametrize("words", ["", "  \n "])
def test_a_matter_without_words_is_not_raised_and_none_is_emptied(store: Store, words: str) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="no words"):
        a_concern(store, visit, words)
    made = a_concern(store, visit)
    with pytest.raises(Refused, match="never deleted"):
        concerns.amend(store, made, words)
    concerns.amend(store, made, "Child D was not seen by a social worker.")
    assert again(store, made).what.endswith("social worker.")


def test_it_goes_from_raised_to_its_outcome_step_by_step(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    made = a_concern(store, visit)
    with pytest.raises(Refused, match="has been told"):
        concerns.acknowledge(store, made, "Head of service")
    clock.step(minutes=20)
    concerns.tell(store, made, " Head of  service ")
    made = again(store, made)
    assert (made.state, made.told_role, made.told_by) == ("told", "Head of service", store.me)
    with pytest.raises(Refused, match="not acknowledged"):
        concerns.record_outcome(store, made, "Seen the same day.")
    clock.step(hours=1)
    concerns.acknowledge(store, made, "Director", reference="R 17", response="A visit today.")
    made = again(store, made)
    assert (made.state, made.is_open, made.reference) == ("acknowledged", False, "R 17")
    with pytest.raises(Refused, match="no words"):
        concerns.record_outcome(store, made, " ")
    concerns.record_outcome(store, made, "Seen the same day; a plan is in place.", visit.id)
    assert (again(store, made).state, again(store, made).outcome_visit_id) == ("outcome", visit.id)


@pytest.mark.parametrize("act", [concerns.tell, concerns.acknowledge])
def test_nobody_is_told_and_nobody_acknowledges_without_a_role(store: Store, act: object) -> None:
    made = a_concern(store, a_visit(store))
    concerns.tell(store, made, "Team manager")
    with pytest.raises(Refused, match="Nobody is named"):
        act(store, again(store, made), " ")  # type: ignore[operator]


def test_a_time_before_the_step_that_comes_first_and_one_to_come_are_refused(store: Store, clock: FakeClock) -> None:
    made = a_concern(store, a_visit(store))
    clock.step(hours=2)
    raised = time.read_stamp(made.raised_at)
    with pytest.raises(Refused, match="comes first"):
        concerns.tell(store, made, "Head of service", raised - timedelta(minutes=5))
    with pytest.raises(Refused, match="not come yet"):
        concerns.tell(store, made, "Head of service", time.now() + timedelta(hours=1))
    concerns.tell(store, made, "Head of service", raised + timedelta(hours=1))
    with pytest.raises(Refused, match="comes first"):
        concerns.acknowledge(store, again(store, made), "Director", raised + timedelta(minutes=30))
    # a form asks for minutes: the very minute of raising is no time before it
    concerns.tell(store, again(store, made), "Head of service", raised.replace(second=0, microsecond=0))


def test_undo_leaves_a_matter_of_concern_alone(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    a_concern(store, visit)
    assert undo.undo(store) is not None
    assert not again(store, note).present
    assert len(open_concerns(store)) == 1
