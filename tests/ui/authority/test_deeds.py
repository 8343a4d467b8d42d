# SPDX-License-Identifier: MIT
"""Every deed that a row offers opens a form or is done at once; forms keep their letters apart and do their act."""

import pytest
from pytestqt.qtbot import QtBot

from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from storage.store import Store
from tests.ui.accessible import shared_letters, unnamed, without_buddy
from ui.authority import deeds, parts
from ui.authority.details import Telling
from ui.authority.form import Form
from ui.authority.parts import SHAPES
from ui.authority.rows import rows_of
from ui.authority.standpoint import Standpoint
from ui.desk import Desk

AT_ONCE = {parts.FORWARD, parts.OFF, parts.BACK}


@pytest.mark.parametrize("part", [shape.code for shape in SHAPES])
def test_every_form_of_a_part_is_named_and_its_letters_differ(
    qtbot: QtBot, desk: Desk, known: StandingRecord, due: tuple[Due, ...], part: str
) -> None:
    telling, here = Telling(known, due), Standpoint(desk.store, known, "2018-11-06")
    asked = [deeds.new(part, here)]
    shape = next(each for each in SHAPES if each.code == part)
    for key, _row in rows_of(part, known, due):
        record = telling.record(key)
        assert record is not None
        for deed in telling.tell(key).deeds & {each.code for each in shape.deeds}:
            found = deeds.asked(deed, here, record)
            assert (found is None) == (deed in AT_ONCE), deed
            asked += [found] if found else []
    for each in asked:
        form = Form(desk, each)
        qtbot.addWidget(form)
        form.show()
        complaints = [words for check in (unnamed, without_buddy, shared_letters) for words in check(form)]
        assert complaints == [], each.title
        form.close()


def test_what_asks_nothing_is_done_at_once(store: Store, known: StandingRecord) -> None:
    here = Standpoint(store, known, "2018-11-06")
    deeds.at_once(parts.FORWARD, here, known.recommendations[0])
    deeds.at_once(parts.OFF, here, known.meetings[0])
    deeds.at_once(parts.BACK, here, known.events_of("concern_received")[0])
    deeds.at_once(parts.BACK, here, known.levels[0].event)
    from storage.queries.standing_record import standing_record

    now = standing_record(store, known.authority.id)
    assert now is not None
    assert now.recommendations[0].status == "carried_forward"
    assert now.meetings == ()
    assert [each.kind for each in now.events] == ["assurance"]
    assert now.authority.concern_level == "none"


def test_a_review_that_was_never_set_is_recorded_as_a_meeting_of_its_own(known: StandingRecord, store: Store) -> None:
    asked = deeds.asked(parts.HELD, Standpoint(store, known, "2019-05-07", "2019-04-08"), known.meetings[0])
    assert asked is not None
    assert asked.title == "The review meeting was held"
