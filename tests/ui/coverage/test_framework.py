# SPDX-License-Identifier: MIT
"""The framework as a page: counted anew when something is recorded, gaps reached by key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import links, rubrics
from storage.search.query import Sought
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_rubric, a_visit, again
from tests.ui.shown import a_desk
from ui.coverage.framework import Framework
from ui.look import Look
from ui.models.rubric_tree import Role, Tally
from ui.search.choices import choices


@pytest.fixture
def shown(qtbot: QtBot, store: Store, look: Look, tmp_path: Path) -> Framework:
    made = Framework(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def test_a_link_made_elsewhere_is_counted_here(shown: Framework, store: Store) -> None:
    visit = a_visit(store)
    shown.show_visit(visit.id)
    index = shown.tree.model().index_of("QA1")
    assert index.data(Role.TALLY) == Tally()
    a_link(store, a_note(store, visit, polarity="weakness"))
    assert index.data(Role.TALLY) == Tally(0, 0, 1)


def test_the_key_for_gaps_goes_round(shown: Framework, store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit), "HR1")
    shown.show_visit(visit.id)
    shown.next_gap()
    assert shown.tree.code() == "HR2"
    shown.next_gap()
    assert shown.tree.code() == "HR3"


def test_return_on_a_code_asks_for_its_notes(qtbot: QtBot, shown: Framework, store: Store) -> None:
    shown.show_visit(a_visit(store).id)
    shown.tree.choose("QA1")
    with qtbot.waitSignal(shown.area_chosen) as chosen:
        QTest.keyClick(shown.tree, Qt.Key.Key_Return)
    assert chosen.args == ["QA1"]


def test_a_rubric_that_is_not_here_is_told_and_the_other_shown(shown: Framework, store: Store) -> None:
    shown.show_visit(a_visit(store, frameworks=("of-the-year-3000", RUBRIC)).id)
    assert "of-the-year-3000" in shown.notice.message.text()
    assert shown.box.rubric().name == RUBRIC


def test_without_a_visit_it_says_where_to_go(qtbot: QtBot, shown: Framework) -> None:
    shown.show_visit("")
    with qtbot.waitSignal(shown.page_wanted) as wanted:
        shown._pages.currentWidget().button.click()
    assert wanted.args == ["visits"]
    assert not any(verb.is_possible() for verb in shown.verbs())


def test_a_tile_of_the_board_leads_to_its_notes_in_the_search(qtbot: QtBot, shown: Framework, store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit, event_at="2018-07-11T10:00:00.000Z", source_kind="data"))
    shown.show_visit(visit.id)
    shown.other_view()
    with qtbot.waitSignal(shown.search_wanted) as wanted:
        shown.board.opened.emit("QA", 2, "day")
    assert wanted.args == [Sought(visit_id=visit.id, area="QA", day="2018-07-11")]
    with qtbot.waitSignal(shown.search_wanted) as wanted:
        shown.board.opened.emit("QA1", "data", "kind")
    assert wanted.args == [Sought(visit_id=visit.id, area="QA1", source_kind="data")]
    with qtbot.waitSignal(shown.search_wanted) as wanted:
        shown.board.opened.emit("QA1", store.me, "author")
    assert wanted.args == [Sought(visit_id=visit.id, area="QA1", author=store.me)]
    with qtbot.waitSignal(shown.area_chosen) as chosen:
        shown.board.opened.emit("QA", None, "day")
    assert chosen.args == ["QA"]


def test_the_board_follows_a_link_and_keeps_the_rows_under_the_hand(shown: Framework, store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    shown.show_visit(visit.id)
    shown.other_view()
    table = shown.board.grid.table
    before = [table.code_at(at) for at in range(table.rowCount())]
    link = a_link(store, note, "HR1")
    assert table.index(table.row_of("HR"), table.columnCount() - 1).data() == "1"
    assert [table.code_at(at) for at in range(table.rowCount())] == before
    assert shown.board.summary.text().startswith("44 criteria not yet seen")
    links.unlink(store, link)
    assert shown.board.summary.text() == "45 criteria not yet seen"
    a_link(store, note, "A3.1")
    shown.hide()
    shown.show()
    assert table.code_at(table.rowCount() - 1) == "A3"


def test_the_keys_go_between_the_views_and_through_the_columns(shown: Framework, store: Store) -> None:
    shown.show_visit(a_visit(store).id)
    shown.next_way()
    assert shown.views.currentIndex() == 1
    shown.next_way()
    assert shown.board.way() == "kind"
    shown.next_gap()
    assert shown.views.currentIndex() == 0
    assert shown.tree.code() == "HR1"


def test_a_visit_that_moves_shows_the_new_edition_and_what_stayed(qtbot: QtBot, shown: Framework, store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit), "HR1")
    shown.show_visit(visit.id)
    rubrics.move(store, visit, RUBRIC, a_rubric())
    assert shown.box.rubric() == a_rubric()
    table = shown.board.grid.table
    assert table.rowCount() == 2
    assert "From the earlier edition" in str(table.index(1, 0).data())
    a_link(store, a_note(store, again(store, visit)), "HR1")
    assert table.index(1, table.columnCount() - 1).data() == "2"
    with qtbot.waitSignal(shown.search_wanted) as wanted:
        shown.board.opened.emit("HR1", None, "day")
    assert wanted.args == [Sought(visit_id=visit.id, area="HR1")]
    assert "HR1" in dict(choices(store, visit.id).areas)
    with qtbot.assertNotEmitted(shown.search_wanted):
        shown.board.opened.emit(RUBRIC, None, "day")


def test_another_framework_is_asked_for(qtbot: QtBot, shown: Framework, store: Store) -> None:
    shown.show_visit(a_visit(store).id)
    with qtbot.waitSignal(shown.framework_wanted):
        shown.load.click()


def test_the_board_of_a_store_in_a_folder_comes_when_it_is_read(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    made = Framework(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.show()
    made.show_visit(visit.id)
    a_link(store, a_note(store, visit))  # while the board is being read
    qtbot.waitUntil(lambda: not made.desk.worker.busy())
    assert made.tree.model().index_of("QA1").data(Role.TALLY) == Tally(0, 1, 0)
    assert made.may_close()
    made.desk.worker.close()
