# SPDX-License-Identifier: MIT
"""A finding half typed when the app is cut off is there again, and is ink only when somebody says so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.store import Store, open_store
from tests.builders import PASSPHRASE, a_finding, a_visit, again
from tests.ui.shown import a_desk
from ui.findings.findings import Findings
from ui.look import Look


def shown_on(qtbot: QtBot, store: Store, look: Look, home: Path) -> Findings:
    made = Findings(a_desk(store, look, home))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def cut_off(panel: Findings, store: Store) -> None:
    """Close the store under the window, which keeps nothing more: as after a cut, only the pencil is there."""
    for field in (panel.sheet.statement, panel.sheet.about.impact):
        field.blockSignals(True)
    store.close()
    panel.hide()


def test_words_survive_a_cut(
    qtbot: QtBot, look: Look, tmp_path: Path, folder_store: Callable[..., tuple[Store, str]]
) -> None:
    store, _code = folder_store("one")
    visit = a_visit(store)
    finding = a_finding(store, visit, "Supervision is irregular.")
    first = shown_on(qtbot, store, look, tmp_path)
    first.show_visit(visit.id)
    QTest.keyClicks(first.sheet.statement, "Staff ")
    QTest.keyClicks(first.sheet.about.impact, "Children wai")
    first.pencilling.write()
    cut_off(first, store)
    again_open = open_store(tmp_path / "one", PASSPHRASE)
    second = shown_on(qtbot, again_open, look, tmp_path)
    second.show_visit(visit.id)
    assert second.sheet.statement.words() == "Staff Supervision is irregular."
    assert second.sheet.about.impact.words() == "Children wai"
    assert again(again_open, finding).statement == "Supervision is irregular."
    assert "not kept yet" in second.notice.message.text()
    assert second.writing.keep()
    assert again(again_open, finding).statement == "Staff Supervision is irregular."
    assert again_open.journal is not None
    assert not again_open.journal.unfinished()
    again_open.close()


def test_a_new_finding_half_typed_is_there_again(
    qtbot: QtBot, look: Look, tmp_path: Path, folder_store: Callable[..., tuple[Store, str]]
) -> None:
    store, _code = folder_store("one")
    visit = a_visit(store)
    a_finding(store, visit)
    first = shown_on(qtbot, store, look, tmp_path)
    first.show_visit(visit.id)
    first.state()
    QTest.keyClicks(first.sheet.statement, "Plans are la")
    first.pencilling.write()
    cut_off(first, store)
    again_open = open_store(tmp_path / "one", PASSPHRASE)
    second = shown_on(qtbot, again_open, look, tmp_path)
    second.show_visit(visit.id)
    assert (second.chosen, second.sheet.statement.words()) == ("", "Plans are la")
    assert second.sheet.title.text() == "New finding"
    second.pencilling.rub_out()
    second.sheet.statement.kept("")
    again_open.close()
