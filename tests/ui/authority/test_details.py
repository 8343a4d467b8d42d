# SPDX-License-Identifier: MIT
"""Details tell a thing whole, with its history of looks, and offer what its state allows."""

from storage.acts import recommendations
from storage.model.authority import Authority
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import again
from ui.authority import parts
from ui.authority.details import Telling
from ui.authority.parts import SHAPES
from ui.authority.rows import key_of, rows_of


def test_every_row_has_details_with_a_title_and_nothing_to_do_that_its_part_lacks(
    known: StandingRecord, due: tuple[Due, ...]
) -> None:
    telling = Telling(known, due)
    for shape in SHAPES:
        offered = {deed.code for deed in shape.deeds}
        for key, _row in rows_of(shape.code, known, due):
            told = telling.tell(key)
            assert told.title
            assert telling.record(key) is not None
            assert told.deeds & offered


def test_a_recommendation_is_told_with_every_look(store: Store, full: Authority, known: StandingRecord) -> None:
    asked = known.recommendations[0]
    word = {"said_by": "authority", "on": "2018-11", "text": "Every plan was reviewed.", "status": "progress_reported"}
    recommendations.note_progress(store, asked, **word)
    now = standing_record(store, full.id)
    assert now is not None
    told = dict(Telling(now, ()).tell(key_of(asked)).lines)
    assert told["From"] == "Monitoring visit · 10 to 11 July 2018"
    assert told["In the plan"] == "1 Recruit four."
    newest, first = told["Looks"].split("\n\n")
    assert newest == "November 2018 · Reported by the authority · Progress reported\nEvery plan was reviewed."
    assert first == "July 2018 · Deteriorated · Found by the inspectors · Monitoring visit"


def test_what_is_closed_is_not_closed_again_but_can_be_asked_for(
    store: Store, full: Authority, known: StandingRecord
) -> None:
    asked = known.recommendations[0]
    recommendations.close(store, asked, "Seen in every file.")
    now = standing_record(store, full.id)
    assert now is not None
    told = Telling(now, ()).tell(key_of(again(store, asked)))
    assert parts.CLOSE not in told.deeds
    assert parts.FORWARD in told.deeds
    assert dict(told.lines)["Why it was closed"] == "Seen in every file."


def test_what_is_owed_says_from_what_it_is_counted(known: StandingRecord, due: tuple[Due, ...]) -> None:
    told = Telling(known, due).tell(next(key for key, _row in rows_of("plan", known, due)))
    assert dict(told.lines)["Counted from"] == "8 October 2018 + 4 weeks"
    assert told.deeds == {parts.RECEIVED}


def test_an_unknown_key_tells_nothing(known: StandingRecord) -> None:
    telling = Telling(known, ())
    assert telling.tell("event:gone").title == ""
    assert telling.record("event:gone") is None
    assert telling.due("due:plan:gone") is None
