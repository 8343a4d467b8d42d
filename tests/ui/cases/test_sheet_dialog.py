# SPDX-License-Identifier: MIT
"""The sheet on the screen says what the paper says; its chart has words and a table beside it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from reports.sheets.sample import told_of
from storage.model.visit import Visit
from storage.store import Store
from tests.case_lists import a_sample
from tests.ui.cases.conftest import idle
from ui.cases.sheet_dialog import SampleSheet
from ui.desk import Desk


def test_spread_words_and_paper(qtbot: QtBot, desk: Desk, store: Store, visit: Visit, tmp_path: Path) -> None:
    a_sample(store, visit)
    dialog = SampleSheet(desk, told_of(store, visit.id))
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.field.itemText(at) for at in range(dialog.field.count())] == ["Age band", "Plan or status", "Team"]
    dialog.field.setCurrentIndex(2)
    dialog.field.activated.emit(2)
    assert "East: 50 % of the list, 50 % of the sample" in dialog.chart.accessibleName()
    assert dialog.model.rowCount() == 3
    assert "Seed: “2018”" in dialog.text.toPlainText()
    dialog.save_to(tmp_path / "sheet.pdf")
    idle(qtbot, desk)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    dialog.save_to(tmp_path / "no" / "such" / "sheet.pdf")
    idle(qtbot, desk)
    assert dialog.notice.property("tone") == "bad"
