# SPDX-License-Identifier: MIT
"""Three views of what will become of a list; what wants an answer stands in front."""

from pytestqt.qtbot import QtBot

from tests.case_lists import as_csv, planned, some_rows
from ui.cases.preview import MOST, Preview
from ui.look import Look


def test_cases_problems_and_duplicates_are_counted_and_shown(qtbot: QtBot, look: Look) -> None:
    preview = Preview(look)
    qtbot.addWidget(preview)
    rows = [*some_rows(3), *some_rows(1), ("", "4", "x", "East", "", "")]
    preview.show_planned(planned(as_csv(rows), style="day_first"))
    assert [preview.tabs.tabText(at) for at in range(3)] == ["Cases (3)", "Cannot be read (1)", "Twice (1)"]
    assert preview.tabs.currentIndex() == 1
    model = preview.tables[0].model()
    assert model.index(0, 0).data() == "LA/10001"
    assert model.index(0, 4).data() == "2 February 2018"
    assert preview.tables[2].model().index(0, 1).data() == "2, 5"


def test_a_long_list_shows_its_beginning(qtbot: QtBot, look: Look) -> None:
    preview = Preview(look)
    qtbot.addWidget(preview)
    preview.show_planned(planned(as_csv(some_rows(MOST + 50)), style="day_first"))
    assert preview.tables[0].model().rowCount() == MOST
    assert preview.tabs.tabText(0) == f"Cases ({MOST + 50})"
    assert preview.tabs.currentIndex() == 0
