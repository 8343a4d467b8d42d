# SPDX-License-Identifier: MIT
"""The table of two languages: every row as high as its words, of a long letter in turns; keys that lead on."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.model.letter import Paragraph, Sentence, WholeParagraph
from storage.model.pair import ONLY_FIRST, SAME, Row
from ui.letters.pair_table import A_TURN, PairTable
from ui.look import Look

FRAME: dict[str, Any] = {"stream_id": "s"}


def said(text: str) -> WholeParagraph:
    return WholeParagraph(Paragraph(id=text, **FRAME), (Sentence(id=text, text=text, **FRAME),))


def shown(qtbot: QtBot, look: Look, *rows: Row) -> PairTable:
    table = PairTable(look)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.show_rows(rows, ("English", "Cymraeg"))
    return table


def test_rows_of_a_long_letter_are_measured_in_turns(qtbot: QtBot, look: Look) -> None:
    long = "Many words in one paragraph. " * 12
    rows = [Row(said(long), said(long), SAME) for _each in range(2 * A_TURN + 1)]
    table = shown(qtbot, look, *rows)
    assert table.rowHeight(0) > 3 * table.fontMetrics().lineSpacing()
    assert table.rowHeight(len(rows) - 1) < table.rowHeight(0)
    qtbot.waitUntil(lambda: table.rowHeight(len(rows) - 1) == table.rowHeight(0))


def test_a_missing_side_is_a_dash_and_states_have_words(qtbot: QtBot, look: Look) -> None:
    table = shown(qtbot, look, Row(said("One."), None, ONLY_FIRST))
    assert [table.model().index(0, column).data() for column in range(3)] == [
        "One.",
        "–",
        "Not there in the other language",
    ]
    assert table.row() is None
    table.setCurrentIndex(table.rows.index(0, 0))
    assert table.row() is not None


def test_return_goes_on_and_alt_with_an_arrow_moves(qtbot: QtBot, look: Look) -> None:
    table = shown(qtbot, look, Row(said("One."), None, ONLY_FIRST))
    with qtbot.waitSignal(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.shifted) as shifted:
        qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shifted.args == [-1]
