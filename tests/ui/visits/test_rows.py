# SPDX-License-Identifier: MIT
"""Visits stand under their authorities, newest first; headings cannot be chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from storage.queries.authorities import authorities
from storage.queries.coverage import Holding, holdings
from storage.queries.visits import visits
from storage.store import Store
from tests.builders import a_letter, a_note, a_visit, an_authority
from ui.look import Look
from ui.visits.rows import Entry, VisitDelegate, VisitRows, entries, row_of, said
from ui.widgets.row_delegate import Role


def _entries(store: Store, sought: str = "") -> list[Entry]:
    return entries(authorities(store), visits(store), holdings(store), sought)


def test_the_newest_visit_of_an_authority_comes_first(store: Store) -> None:
    council = an_authority(store)
    old = a_visit(store, council, dates="early 2017-12")
    new = a_visit(store, council, dates="2018-07-10/2018-07-11")
    undated = a_visit(store, council, dates="")
    assert [each.visit and each.visit.id for each in _entries(store)] == [None, undated.id, new.id, old.id]


def test_only_the_row_whose_place_is_new_is_drawn_anew(qtbot: QtBot, store: Store) -> None:
    council = an_authority(store)
    one, other = (a_visit(store, council, dates=each) for each in ("2018-07-10", "2017-12"))
    rows = VisitRows()
    rows.show(_entries(store))
    heard: list[int] = []
    rows.dataChanged.connect(lambda first, _last: heard.append(first.row()))
    rows.place({one.stream_id: "here", other.stream_id: "office"})
    assert heard == [1, 2]
    rows.place({one.stream_id: "here", other.stream_id: "held"})
    assert heard == [1, 2, 2]
    assert rows.index(2).data(Role.ROW).place == "Held back"


def test_words_find_visits_and_authorities(store: Store) -> None:
    one, other = an_authority(store, name="Ŵyn Council"), an_authority(store, name="Another")
    a_visit(store, one, dates="2018-07-10"), a_visit(store, one, dates="2017-12"), a_visit(store, other)
    assert len(_entries(store, "wyn")) == 3
    assert len(_entries(store, "wyn december")) == 2
    assert _entries(store, "nowhere") == []


def test_a_row_says_state_practice_and_what_it_holds(store: Store) -> None:
    visit = a_visit(store, an_authority(store, illustration=True), status="analysis")
    a_note(store, visit), a_note(store, visit), a_letter(store, visit, "Thank you.")
    row = row_of(_entries(store)[1])
    assert (row.chips, row.mark, row.time) == (("Practice",), "Analysis", "2 notes · 1 letter (Drafting)")
    assert said(Holding()) == ""


def test_headings_cannot_be_chosen(qtbot: QtBot, look: Look, store: Store, qtmodeltester: ModelTester) -> None:
    visit, model = a_visit(store), VisitRows()
    model.show(_entries(store))
    qtmodeltester.check(model)
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.row_of(visit.id) == 1
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(VisitDelegate(look))
    heights = [view.sizeHintForIndex(model.index(row)).height() for row in range(2)]
    assert heights[0] < heights[1]
    assert not view.grab().isNull()
    assert "Practice Borough Council" in model.index(0).data()
    assert model.index(0).data(Role.ROW).title == "Practice Borough Council"
