# SPDX-License-Identifier: MIT
"""The form for a session gives exactly what the act takes."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import visits
from storage.queries.sessions import session
from storage.store import Store
from tests.builders import a_visit
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
