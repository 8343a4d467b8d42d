# SPDX-License-Identifier: MIT
"""The form for a session gives exactly what the act takes."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import visits
from storage.queries.sessions import session
from storage.store import Store
from tests.builders import a_session, a_visit, again
from ui.look import Look
from ui.notes.session_dialog import SessionDialog


def test_what_is_typed_becomes_a_session(qtbot: QtBot, look: Look, store: Store) -> None:
    visit = a_visit(store, days=2)
    form = SessionDialog(look, visit, 2)
    qtbot.addWidget(form)
    form.show()
    form.activity.setCurrentIndex(form.activity.findData("interview"))
    QTest.keyClicks(form.title, "Interview: managers")
    QTest.keyClicks(form.roles, "Team manager 1,  Team manager 2 ,")
    made = session(store, visits.add_session(store, visit, **form.fields()))
    assert made is not None
    assert (made.day, made.starts, made.title) == (2, "09:30", "Interview: managers")
    assert made.with_roles == ("Team manager 1", "Team manager 2")


def test_a_session_without_a_title_takes_its_activitys_name(qtbot: QtBot, look: Look, store: Store) -> None:
    form = SessionDialog(look, a_visit(store))
    qtbot.addWidget(form)
    assert form.fields()["title"] == "File reading"
    assert form.fields()["day"] == 1


def test_a_session_that_is_there_is_shown_and_changed(qtbot: QtBot, look: Look, store: Store) -> None:
    visit = a_visit(store, days=2)
    seen = a_session(store, visit, day=2, activity="interview", title="Managers", with_roles=("Team manager 1",))
    form = SessionDialog(look, visit)
    qtbot.addWidget(form)
    form.show_session(seen)
    form.show()
    given = form.fields()
    assert (given["day"], given["starts"], given["title"]) == (2, "09:30", "Managers")
    assert given["with_roles"] == seen.with_roles
    form.starts.setTime(QTime(10, 30))
    visits.amend_session(store, seen, **form.fields())
    assert again(store, seen).starts == "10:30"
    assert form.starts.text() == "10:30"


def test_a_session_that_starts_at_another_time_lasts_as_long(qtbot: QtBot, look: Look, store: Store) -> None:
    form = SessionDialog(look, a_visit(store))
    qtbot.addWidget(form)
    form.ends.setTime(QTime(11, 0))
    form.starts.setTime(QTime(14, 15))
    assert (form.fields()["starts"], form.fields()["ends"]) == ("14:15", "15:45")
    form.starts.setTime(QTime(23, 30))
    assert form.fields()["ends"] == "23:59"


def test_an_end_before_the_start_is_told_in_the_form_and_nothing_typed_is_lost(
    qtbot: QtBot, look: Look, store: Store
) -> None:
    form = SessionDialog(look, a_visit(store))
    qtbot.addWidget(form)
    form.show()
    QTest.keyClicks(form.title, "Interview: managers")
    form.ends.setTime(QTime(8, 0))
    assert form.wrong.isVisible()
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert form.isVisible()
    form.ends.setTime(QTime(10, 0))
    assert not form.wrong.isVisible()
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert form.result() == SessionDialog.DialogCode.Accepted
    assert form.fields()["title"] == "Interview: managers"
