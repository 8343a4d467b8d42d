# SPDX-License-Identifier: MIT
"""Columns as they were guessed, then as chosen; dates asked about only where two readings make sense."""

from pytestqt.qtbot import QtBot

from storage.imports.sheets import sheet_of
from ui.exports.mapping import Mapping
from ui.look import Look


def test_a_csv_shows_its_guess_and_what_is_chosen_counts(qtbot: QtBot, look: Look) -> None:
    fields = Mapping(look)
    qtbot.addWidget(fields)
    fields.show_sheet(sheet_of(b"Weather,Note\nfine,Words.\n", ".csv"))
    assert fields.where() == {"text": 1}
    assert fields.columns["text"].currentText() == "Note"
    case = fields.columns["case"]
    case.setCurrentIndex(case.findText("Weather"))
    with qtbot.waitSignal(fields.changed):
        case.activated.emit(case.currentIndex())
    assert fields.where() == {"text": 1, "case": 0}


def test_a_file_that_knows_its_columns_asks_only_about_dates(qtbot: QtBot, look: Look) -> None:
    fields = Mapping(look)
    qtbot.addWidget(fields)
    fields.show_sheet(sheet_of(b"09:40 Words.\n", ".txt"))
    assert not fields.columns["text"].isVisible()
    assert fields.style_field.isVisible()
    assert fields.where()["text"] == 0


def test_two_readings_are_asked_about(qtbot: QtBot, look: Look) -> None:
    fields = Mapping(look)
    qtbot.addWidget(fields)
    fields.show_style("")
    assert fields.style_code() == ""
    assert fields.style_field.currentText() == "Please choose…"
    fields.show_style("month_first")
    assert fields.style_code() == "month_first"
    assert fields.style_field.findData("") == -1
