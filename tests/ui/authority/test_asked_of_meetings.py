# SPDX-License-Identifier: MIT
"""The forms about meetings: membership as it was last, an outcome only of a review, lines as lines."""

from storage.model.event import OUTCOME_KINDS
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import a_meeting, again
from tests.ui.authority.conftest import TODAY
from ui.authority import asked_of_meetings as forms
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint


def answers(asked: Asked, **given: object) -> dict[str, object]:
    values = {field.name: "\n".join(field.value) if field.kind == "lines" else field.value for field in asked.fields}
    return {**values, **given}


def names(asked: Asked) -> list[str]:
    return [field.name for field in asked.fields]


def test_a_meeting_is_set_with_the_membership_of_the_last(store: Store, known: StandingRecord) -> None:
    asked = forms.add(Standpoint(store, known, TODAY))
    asked.do(answers(asked, due="2019-04-08"))
    now = standing_record(store, known.authority.id)
    assert now is not None
    made = now.meetings[-1]
    assert (made.kind, made.due, made.attendees) == ("review", "2019-04-08", ("Chief executive",))


def test_a_review_is_held_and_its_outcome_is_recorded(store: Store, known: StandingRecord) -> None:
    review = a_meeting(store, known.authority, kind="review", held="", due="2019-04-08")
    asked = forms.held(Standpoint(store, known, "2019-04-08"), review)
    assert "outcome" in names(asked)
    assert "outcome" not in names(forms.held(Standpoint(store, known, "2019-04-08"), known.meetings[0]))
    asked.do(answers(asked, outcome="review_sufficient", attendees="Chief executive\nInspectors", notes="Sustained."))
    assert again(store, review).attendees == ("Chief executive", "Inspectors")
    now = standing_record(store, known.authority.id)
    assert now is not None
    assert [(each.kind, each.text) for each in now.events_of(*OUTCOME_KINDS)] == [("review_sufficient", "Sustained.")]


def test_a_review_that_was_due_but_never_set_is_recorded_whole(store: Store, known: StandingRecord) -> None:
    asked = forms.review_held(Standpoint(store, known, "2019-05-07", "2019-04-08"))
    asked.do(answers(asked, outcome="review_deteriorated"))
    now = standing_record(store, known.authority.id)
    assert now is not None
    made = now.meetings[-1]
    assert (made.kind, made.due, made.held) == ("review", "2019-04-08", "2019-05-07")
    assert len(now.events_of("review_deteriorated")) == 1


def test_a_meeting_is_put_right(store: Store, known: StandingRecord) -> None:
    asked = forms.amend(Standpoint(store, known, TODAY), known.meetings[0])
    asked.do(answers(asked, place="Guildhall", issues=("HR",), agreed_actions="Act at once\nSustain it"))
    now = again(store, known.meetings[0])
    assert (now.place, now.issues, now.agreed_actions) == ("Guildhall", ("HR",), ("Act at once", "Sustain it"))
