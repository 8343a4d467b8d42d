# SPDX-License-Identifier: MIT
"""Columns are offered as guessed, and a column of names is not offered at all."""

from pytestqt.qtbot import QtBot

from storage.imports.case_files import table_of
from tests.case_lists import quiet
from ui.cases.mapping import Mapping
from ui.look import Look


def test_columns_are_guessed_and_chosen_otherwise(qtbot: QtBot, look: Look) -> None:
    mapping = Mapping(look)
    qtbot.addWidget(mapping)
    mapping.show_table(table_of(b"Reference,Child name,Team,Patch\nLA/1,x,East,North\n", quiet))
    assert mapping.choices().columns == {"reference": 0, "team": 2, "area": 3}
    assert mapping.choices().style == ""
    offered = [mapping.columns["team"].itemText(at) for at in range(mapping.columns["team"].count())]
    assert offered == ["– none –", "Reference", "Team", "Patch"]
    mapping.columns["area"].setCurrentIndex(0)
    assert "area" not in mapping.choices().columns


def test_the_style_of_dates_is_as_found_until_somebody_says(qtbot: QtBot, look: Look) -> None:
    mapping = Mapping(look)
    qtbot.addWidget(mapping)
    mapping.show_table(table_of(b"Reference\nLA/1\n", quiet))
    assert mapping.style_field.currentText() == "Please choose…"
    mapping.show_style("day_first")
    assert mapping.choices().style == ""
    with qtbot.waitSignal(mapping.changed):
        mapping.style_field.setCurrentIndex(1)
        mapping.style_field.activated.emit(1)
    assert mapping.choices().style == "month_first"
