# SPDX-License-Identifier: MIT
"""The board of stages: empty it says what it is for; a row leads to its visit, or to the letters."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.acts import visits as acts
from storage.store import Store
from tests.builders import a_letter, a_note, a_visit
from tests.ui.shown import a_desk
from ui.look import Look
from ui.sync.stages import StagesPanel


def shown(qtbot: QtBot, store: Store, look: Look, home: Path) -> StagesPanel:
    panel = StagesPanel(a_desk(store, look, home))
    store.listen(panel.desk.bus.announce)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_with_no_visit_it_says_what_it_is_for_and_leads_to_the_visits(
    qtbot: QtBot, store: Store, look: Look, home: Callable[[str], Path]
) -> None:
    panel = shown(qtbot, store, look, home("empty"))
    assert panel.none.isVisible()
    assert panel.rows.isHidden()
    with qtbot.waitSignal(panel.page_wanted) as wanted:
        panel.none.button.click()
    assert wanted.args == ["visits"]


def test_it_follows_what_is_recorded_and_a_row_leads_there(
    qtbot: QtBot, store: Store, look: Look, home: Callable[[str], Path]
) -> None:
    panel = shown(qtbot, store, look, home("one"))
    visit = a_visit(store)
    assert panel.none.isHidden()
    assert panel.sum.text() == "1 visit: 1 Planned"
    a_letter(store, visit, "Thank you.")
    acts.move(store, visit, "packed")
    assert panel.sum.text() == "1 visit: 1 Packed · 1 letter: 1 Drafting"
    before = panel._found
    a_note(store, visit)
    assert panel._found is before  # a note is no stage
    pages: list[str] = []
    panel.page_wanted.connect(pages.append)
    for row, there in ((0, []), (1, ["letters"])):
        panel.rows.setCurrentIndex(panel.model.index(row))
        with qtbot.waitSignal(panel.visit_chosen) as chosen:
            panel.rows.activated.emit(panel.model.index(row))
        assert chosen.args == [visit.id]
        assert pages == there


def test_what_lies_in_a_folder_is_read_elsewhere_and_shown(
    qtbot: QtBot, folder_store: Callable[..., tuple[Store, str]], look: Look, home: Callable[[str], Path]
) -> None:
    store, _code = folder_store()
    a_letter(store, a_visit(store), "Thank you.")
    panel = shown(qtbot, store, look, home("folder"))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert panel.sum.text() == "1 visit: 1 Planned · 1 letter: 1 Drafting"
    a_visit(store, dates="2018-08-01")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    panel.desk.worker.close()
