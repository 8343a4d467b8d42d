# SPDX-License-Identifier: MIT
"""The forms about recommendations: what is offered to choose from, and what comes of the answers."""

from storage.queries.progress import progress_of_recommendation
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import again
from tests.ui.authority.conftest import TODAY
from ui.authority import asked_of_recommendations as forms
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint


def answers(asked: Asked, **given: object) -> dict[str, object]:
    return {**{field.name: field.value for field in asked.fields}, **given}


def test_a_recommendation_is_added_with_its_visit_and_areas(store: Store, known: StandingRecord) -> None:
    asked = forms.add(Standpoint(store, known, TODAY))
    offered = {field.name: [code for code, _words in field.options] for field in asked.fields}
    assert known.visits[-1].id in offered["visit_id"]
    assert "QA1" in offered["areas"]
    assert offered["recurs"] == ["", known.recommendations[0].id]
    asked.do(answers(asked, text="Plan ahead.", title="Plans", areas=("QA1",), recurs=known.recommendations[0].id))
    now = standing_record(store, known.authority.id)
    assert now is not None
    made = now.recommendations[-1]
    assert (made.number, made.areas, made.visit_id) == ("R2", ("QA1",), known.visits[-1].id)


def test_a_look_says_where_it_was_and_moves_it_only_when_its_state_is_changed(
    store: Store, known: StandingRecord
) -> None:
    seen = known.recommendations[0]
    asked = forms.look(Standpoint(store, known, "2018-11-06"), seen)
    asked.do(answers(asked, at=f"meeting:{known.meetings[0].id}", direction="improved", text="Six of eight."))
    look = progress_of_recommendation(store, seen.id)[-1]
    assert (look.meeting_id, look.visit_id, look.direction, look.status) == (known.meetings[0].id, "", "improved", "")
    assert again(store, seen).status == "in_plan"
    asked = forms.look(Standpoint(store, known, "2018-11-07"), again(store, seen))
    asked.do(answers(asked, direction="sustained", status="met"))
    assert again(store, seen).status == "met"


def test_it_is_put_right_and_closed(store: Store, known: StandingRecord) -> None:
    seen = known.recommendations[0]
    amended = forms.amend(Standpoint(store, known, TODAY), seen)
    amended.do(answers(amended, owner="Head of service"))
    assert again(store, seen).owner == "Head of service"
    closed = forms.close(Standpoint(store, known, TODAY), again(store, seen))
    closed.do(answers(closed, reason="Seen in every file."))
    assert again(store, seen).status == "closed"
