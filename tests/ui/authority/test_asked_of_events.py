# SPDX-License-Identifier: MIT
"""The forms about what happened and about the level: every kind is recorded, an assurance tested, a level put right."""

from storage.model.event import EVENT_KINDS, LEVEL_KINDS
from storage.queries.standing_record import StandingRecord
from storage.store import Store
from tests.builders import again
from tests.ui.authority.conftest import TODAY
from ui.authority import asked_of_events as forms
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint


def answers(asked: Asked, **given: object) -> dict[str, object]:
    return {**{field.name: field.value for field in asked.fields}, **given}


def test_every_kind_is_offered_here_or_is_a_level(store: Store, known: StandingRecord) -> None:
    offered = {code for code, _words in forms.add(Standpoint(store, known, "2018-11-06")).fields[0].options}
    levels = {f"level_{code}" for code, _words in forms.level(Standpoint(store, known, "2018-11-06")).fields[0].options}
    assert offered | levels == set(EVENT_KINDS)
    assert levels == set(LEVEL_KINDS)


def test_what_happened_is_recorded_and_put_right(store: Store, known: StandingRecord) -> None:
    asked = forms.add(Standpoint(store, known, "2018-11-06"))
    asked.do(answers(asked, kind="publicity", text="A report of the letter."))
    seen = known.events_of("concern_received")[0]
    amended = forms.amend(Standpoint(store, known, TODAY), seen)
    amended.do(answers(amended, date="winter 2017"))
    assert again(store, seen).date == "winter 2017"


def test_an_assurance_is_tested(store: Store, known: StandingRecord) -> None:
    seen = known.events_of("assurance")[0]
    asked = forms.judge(Standpoint(store, known, "2018-11-06"), seen)
    assert asked.about == "Posts are filled."
    asked.do(answers(asked, result="assurance_not_sustained", words="Five posts were empty."))
    assert (again(store, seen).kind, again(store, seen).tested_on) == ("assurance_not_sustained", "2018-11-06")


def test_the_level_is_changed_and_a_step_put_right(store: Store, known: StandingRecord) -> None:
    asked = forms.level(Standpoint(store, known, "2018-11-06"))
    asked.do(answers(asked, level="serious", text="The plan has not come.", source="Head of team"))
    assert again(store, known.authority).concern_level == "serious"
    early = known.levels[0].event
    from dataclasses import replace

    later = replace(known, authority=again(store, known.authority))
    amended = forms.amend(Standpoint(store, later, TODAY), early)
    amended.do(answers(amended, date="2018-12-01"))
    assert again(store, known.authority).concern_level == "early", "the newest step holds"
