# SPDX-License-Identifier: MIT
"""A note says which findings it feeds, and leads to them."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from tests.ui.shown import a_desk
from ui.look import Look
from ui.notes.feeding import Feeding


def test_findings_that_name_the_note_are_shown_at_once(qtbot: QtBot, store: Store, look: Look, tmp_path: Path) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    feeding = Feeding(a_desk(store, look, tmp_path))
    qtbot.addWidget(feeding)
    feeding.show_note(note)
    assert feeding.isHidden()
    for_it = a_finding(store, visit, "Supervision is irregular & thin.", supports=(note.id,))
    assert feeding.button.accessibleName() == "Feeds 1 finding"
    with qtbot.waitSignal(feeding.chosen) as chosen:
        feeding.button.click()  # one is shown at once
    assert chosen.args == [f"finding:{for_it.id}"]
    against = a_finding(store, visit, "Plans are current.", contradicts=(note.id,))
    assert feeding.button.accessibleName() == "Feeds 2 findings"
    assert [each.text() for each in feeding.menu.actions()] == [
        "For it: Supervision is irregular && thin.",
        "Against it: Plans are current.",
    ]
    with qtbot.waitSignal(feeding.chosen) as chosen:
        feeding.menu.actions()[1].trigger()
    assert chosen.args == [f"finding:{against.id}"]
    QApplication.sendEvent(feeding, QEvent(QEvent.Type.LanguageChange))
    assert feeding.menu.actions()[0].toolTip() == "Supervision is irregular & thin."
    feeding.show_note(None)
    assert feeding.isHidden()
