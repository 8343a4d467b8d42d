# SPDX-License-Identifier: MIT
"""Differences as rows: what differs and whose wordings they are; running text shows its merge."""

from pytestqt.modeltest import ModelTester

from storage.acts import findings, visits
from storage.model.record import Record
from storage.queries.differences import clashes
from storage.store import Store
from storage.tables import NOUNS as TABLES
from tests.builders import a_finding, a_store, a_visit, again, hand_over, join
from ui.history.clash_rows import NOUNS, Clashes, row_of, title_of
from ui.widgets.row_delegate import Role


def _apart() -> Store:
    rhian, tomos = a_store("Rhian (practice)"), a_store("Tomos (practice)")
    there = a_visit(rhian)
    finding = a_finding(rhian, there, "Plans are late.")
    join(rhian, there.stream_id, tomos, "lead")
    findings.amend(rhian, finding, statement="Half of the plans are late.", grade="good")
    findings.amend(tomos, again(tomos, finding), statement="Plans are two weeks late.", grade="adequate")
    visits.amend(rhian, there, staff="Rhian")
    visits.amend(tomos, again(tomos, there), staff="Tomos")
    hand_over(tomos, rhian, there.stream_id)
    return rhian


def test_running_text_shows_its_merge_and_anything_else_whose_wordings_there_are(qtmodeltester: ModelTester) -> None:
    found = {title_of(each): each for each in clashes(_apart())}
    statement = row_of(found["Finding · Statement"])
    assert statement.text == "Half of the plans are two weeks late."
    assert set(statement.chips) == {"Rhian (practice)", "Tomos (practice)"}
    assert (statement.mark, statement.mark_icon) == ("2 wordings", "triangle-alert")
    grade = row_of(found["Finding · Grade"])
    assert "Rhian (practice)" in grade.text
    assert grade.chips == ()
    model = Clashes()
    model.show(tuple(found.values()))
    qtmodeltester.check(model)
    assert isinstance(model.index(0).data(Role.ROW).title, str)
    kept = model.index(0)
    model.show(tuple(found.values()))
    assert kept.data() == model.index(0).data()


def test_every_noun_that_can_differ_has_a_name() -> None:
    owned_by_one = {"agreement", "rating", "edition", "case_list", "member"}
    named = {noun: kind for noun, kind in TABLES.items() if issubclass(kind, Record)}
    assert {"finding", "sentence", "visit", "letter", "note"} <= set(NOUNS)
    assert set(NOUNS) <= set(named) - owned_by_one
