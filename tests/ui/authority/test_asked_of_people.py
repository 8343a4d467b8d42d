# SPDX-License-Identifier: MIT
"""The forms about people do what they say, with lines of an address as lines."""

from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import again
from tests.ui.authority.conftest import TODAY
from ui.authority import asked_of_people as forms
from ui.authority.standpoint import Standpoint


def answers(asked: forms.Asked, **given: object) -> dict[str, object]:
    values = {field.name: "" if field.kind == "lines" else field.value for field in asked.fields}
    return {**values, **given}


def test_a_person_is_added_put_right_and_leaves(store: Store, known: StandingRecord) -> None:
    asked = forms.add(Standpoint(store, known, TODAY))
    asked.do(answers(asked, display_role="Leader of the council", address="Guildhall\nPractice", since="2017-05"))
    now = standing_record(store, known.authority.id)
    assert now is not None
    leader = next(each for each in now.people if each.display_role == "Leader of the council")
    assert (leader.address, leader.since, leader.organisation) == (
        ("Guildhall", "Practice"),
        "2017-05",
        known.authority.name,
    )
    amended = forms.amend(Standpoint(store, known, TODAY), leader)
    amended.do(answers(amended, name="B. Practice", address="Guildhall"))
    assert (again(store, leader).name, again(store, leader).address) == ("B. Practice", ("Guildhall",))
    left = forms.leave(Standpoint(store, known, "2018-11-06"), again(store, leader))
    left.do(answers(left))
    assert again(store, leader).until == "2018-11-06"


def test_the_roles_to_choose_from_differ() -> None:
    assert len({words for _code, words in forms.roles()}) == len(forms.ROLES)
