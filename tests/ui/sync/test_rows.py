# SPDX-License-Identifier: MIT
"""Visits as rows that say where they are, by word, shape and tooltip."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from storage.queries.standing import Stand
from storage.store import Store
from tests.builders import a_visit
from ui.sync.rows import Place, Places, row_of
from ui.widgets.row_delegate import Role


def test_a_row_says_where_a_visit_is(store: Store, qtmodeltester: ModelTester) -> None:
    place = Place(a_visit(store), "Practice Borough Council", Stand(4, 4, 0, "2018-07-10T09:30:00.000Z", "office"))
    model = Places()
    model.show([place])
    qtmodeltester.check(model)
    row = model.index(0).data(Role.ROW)
    assert (row.title, row.place, row.place_icon) == ("Practice Borough Council", "Office has", "building-2")
    assert "signed receipt" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Office has" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_row_stays_where_only_its_standing_is_another(store: Store) -> None:
    place = Place(a_visit(store), "Practice Borough Council", Stand(4, 4, 0, "2018-07-10T09:30:00.000Z", "office"))
    model = Places()
    model.show([place])
    kept = model.index(0)
    model.show([replace(place, stand=replace(place.stand, here=5, place="here"))])
    assert kept.data(Role.ROW).place == "Only here"
    assert row_of(place).place == "Office has"
