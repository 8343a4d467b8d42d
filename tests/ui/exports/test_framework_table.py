# SPDX-License-Identifier: MIT
"""Problems by line and fates by code, in words."""

from pytestqt.qtbot import QtBot

from storage.imports.rubric_rows import Problem
from storage.queries.moving import Fate
from ui.exports.framework_table import FrameworkTable
from ui.look import Look


def shown(table: FrameworkTable) -> list[list[str]]:
    """Return the words of every row."""
    model = table.model()
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_problems_and_fates_are_told_in_words(qtbot: QtBot, look: Look) -> None:
    table = FrameworkTable(look)
    qtbot.addWidget(table)
    table.show_problems([Problem(7, "The code “{what}” is used twice.", "X1"), Problem(0, "There is no code.")])
    assert shown(table) == [["7", "The code “X1” is used twice."], ["–", "There is no code."]]
    table.show_fates([Fate("X1", (), 2), Fate("X2", ("Y1", "Y2"), 1), Fate("X3", ("X3",), 0)])
    assert shown(table) == [
        ["X1", "2", "not carried over"],
        ["X2", "1", "Y1, Y2"],
        ["X3", "0", "stays X3"],
    ]
