# SPDX-License-Identifier: MIT
"""The forms about the plan: it comes, it is answered, actions are written down and moved on."""

from datetime import date

from storage.queries.due import due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import again
from tests.ui.authority.conftest import TODAY
from ui.authority import asked_of_plans as forms
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint


def answers(asked: Asked, **given: object) -> dict[str, object]:
    return {**{field.name: field.value for field in asked.fields}, **given}


def subjects(store: Store, known: StandingRecord) -> list[str]:
    now = standing_record(store, known.authority.id)
    assert now is not None
    return [each.subject for each in due_of(now, date(2018, 11, 6))]


def test_a_plan_comes_and_is_answered_and_nothing_is_owed(store: Store, known: StandingRecord) -> None:
    came = forms.received(Standpoint(store, known, "2018-11-05"))
    came.do(answers(came))
    assert "answer" in subjects(store, known)
    answered = forms.answer(Standpoint(store, known, "2018-11-06"))
    assert [code for code, _words in answered.fields[0].options] == ["plan_reflects", "plan_falls_short"]
    answered.do(answers(answered, kind="plan_falls_short", text="It says nothing of turnover."))
    assert not {"plan", "answer"} & set(subjects(store, known))


def test_an_action_is_written_down_put_right_and_moved_on(store: Store, known: StandingRecord) -> None:
    asked = forms.add(Standpoint(store, known, TODAY))
    asked.do(answers(asked, text="Train every manager.", recommendations=(known.recommendations[0].id,)))
    now = standing_record(store, known.authority.id)
    assert now is not None
    made = now.actions[-1]
    assert (made.number, made.recommendations) == ("2", (known.recommendations[0].id,))
    amended = forms.amend(Standpoint(store, now, TODAY), made)
    amended.do(answers(amended, due="2019-03", owner="Head of service"))
    moved = forms.move(Standpoint(store, known, "2018-11-06"), again(store, made))
    moved.do(answers(moved, state="said_done"))
    assert (again(store, made).status, again(store, made).due) == ("said_done", "2019-03")
