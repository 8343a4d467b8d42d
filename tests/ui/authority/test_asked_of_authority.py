# SPDX-License-Identifier: MIT
"""An authority's entry is put right, its earlier name is remembered, and its office-holders stay its own."""

import pytest
from pytestqt.qtbot import QtBot

from reports.facts import facts_of
from storage.errors import Refused
from storage.model.visit import Visit
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import again
from tests.ui.accessible import shared_letters, unnamed, without_buddy
from tests.ui.authority.conftest import TODAY
from ui.authority.asked_of_authority import amend
from ui.authority.form import Asked, Form
from ui.authority.standpoint import Standpoint
from ui.desk import Desk


def answers(asked: Asked, **given: object) -> dict[str, object]:
    values = {field.name: "\n".join(field.value) if field.kind == "lines" else field.value for field in asked.fields}
    return {**values, **given}


def test_an_authority_that_is_renamed_keeps_its_people(store: Store, known: StandingRecord, visit: Visit) -> None:
    asked = amend(Standpoint(store, known, TODAY), known.authority)
    asked.do(answers(asked, name="Practice City Council", address="Guildhall\nPractice"))
    council = again(store, known.authority)
    assert (council.name, council.former_names) == ("Practice City Council", ("Practice Borough Council",))
    assert council.address == ("Guildhall", "Practice")
    now = standing_record(store, council.id)
    assert now is not None
    assert [each.name for each in now.people] == ["A. Practice"]
    addressee = facts_of(store, visit.id).addressee
    assert addressee is not None
    assert addressee.name == "A. Practice"
    back = amend(Standpoint(store, known, TODAY), council)
    back.do(answers(back, name="Practice Borough Council"))
    assert again(store, council).former_names == ("Practice City Council",)


def test_a_name_is_needed(store: Store, known: StandingRecord) -> None:
    asked = amend(Standpoint(store, known, TODAY), known.authority)
    with pytest.raises(Refused):
        asked.do(answers(asked, name=" "))
    assert again(store, known.authority) == known.authority


def test_its_form_names_every_field(qtbot: QtBot, desk: Desk, known: StandingRecord) -> None:
    form = Form(desk, amend(Standpoint(desk.store, known, TODAY), known.authority))
    qtbot.addWidget(form)
    form.show()
    assert [words for check in (unnamed, without_buddy, shared_letters) for words in check(form)] == []
