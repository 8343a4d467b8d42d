# SPDX-License-Identifier: MIT
"""Rows keep selection and scroll while the same things stand in the same order."""

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from ui.models.row_list import RowList
from ui.widgets.row_delegate import Role, Row


def test_only_what_differs_is_drawn_anew(qtbot: QtBot) -> None:
    rows = RowList()
    rows.show([("a", Row("One", mark="Read")), ("b", Row("Two"))])
    changed: list[QModelIndex] = []
    rows.dataChanged.connect(lambda first, *_rest: changed.append(first))
    rows.show([("a", Row("One", mark="Read")), ("b", Row("Two", mark="Read"))])
    assert [index.row() for index in changed] == [1]
    assert (rows.key(rows.index(1)), rows.row_of("b"), rows.row_of("c")) == ("b", 1, -1)
    assert rows.data(rows.index(0)) == "One · Read"
    assert rows.data(rows.index(0), Role.ROW) == Row("One", mark="Read")
    with qtbot.waitSignal(rows.modelReset):
        rows.show([("b", Row("Two"))])
    assert rows.rowCount() == 1
