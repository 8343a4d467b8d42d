# SPDX-License-Identifier: MIT
"""The overview: what is next with what is overdue counted, the steps of the level, the words under the time line."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.model.authority import Authority
from storage.queries.standing_record import StandingRecord
from storage.store import Store
from tests.ui.shown import words
from ui.authority.overview import Overview
from ui.authority.reading import shown_of
from ui.look import Look


def an_overview(qtbot: QtBot, look: Look) -> Overview:
    view = Overview(look)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    return view


def test_what_is_next_is_listed_and_gone_to(qtbot: QtBot, look: Look, store: Store, known: StandingRecord) -> None:
    view = an_overview(qtbot, look)
    view.show_record(shown_of(store, known.authority.id, date(2018, 11, 6)))
    assert view.next.model().rowCount() == 5
    assert view.over.text() == "1 overdue"
    assert view.levels.model().rowCount() == 1
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view.next, Qt.Key.Key_Return)
    assert chosen.args == [f"due:plan:{known.meetings[0].id}"]
    with qtbot.waitSignal(view.chosen) as stepped:
        QTest.keyClick(view.levels, Qt.Key.Key_Return)
    assert stepped.args == [f"event:{known.levels[0].event.id}"]
    with qtbot.waitSignal(view.level_asked):
        view.change.click()


def test_where_one_stands_is_said_under_the_line(qtbot: QtBot, look: Look, store: Store, known: StandingRecord) -> None:
    view = an_overview(qtbot, look)
    view.show_record(shown_of(store, known.authority.id, date(2018, 11, 6)))
    assert "arrow keys" in view.told.text()
    QTest.keyClick(view.line, Qt.Key.Key_Right)
    assert view.told.text() == "Concern received · autumn 2017"


def test_an_empty_record_says_so(qtbot: QtBot, look: Look, store: Store, council: Authority) -> None:
    view = an_overview(qtbot, look)
    view.show_record(shown_of(store, council.id, date(2018, 11, 6)))
    shown = words(view)
    assert "Nothing is due" in shown
    assert "No change of the level is on record." in shown
    assert "Nothing with a date is on record yet." in shown
    assert not view.over.isVisible()
