# SPDX-License-Identifier: MIT
"""Fields show what a note holds, alter nothing by showing, and say when a hand alters them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_session, a_visit
from ui.look import Look
from ui.notes import ink
from ui.notes.details import Details

BLANK = {name: value for name, value in ink.blank(None).items() if not name.startswith("event_")}
"""When it was is moment.py's."""


@pytest.fixture
def details(qtbot: QtBot, look: Look) -> Details:
    made = Details(look)
    qtbot.addWidget(made)
    made.resize(420, 260)
    made.show()
    return made


def test_what_is_shown_is_given_back(qtbot: QtBot, details: Details) -> None:
    fields = {
        **BLANK,
        "source_kind": "interview",
        "source_role": "Team manager 1",
        "case_ref": "Case 07",
        "polarity": "weakness",
        "verbatim": True,
        "handling": "confidential_source",
    }
    with qtbot.assertNotEmitted(details.changed):
        details.show_fields(fields)
    assert details.fields() == fields


def test_a_newer_versions_kind_and_a_lost_session_survive_showing(details: Details) -> None:
    fields = {**BLANK, "source_kind": "dream", "session_id": "gone", "handling": "sealed"}
    details.show_fields(fields)
    assert details.fields() == fields


def test_a_key_on_each_field_is_said(qtbot: QtBot, details: Details) -> None:
    for press in (
        lambda: QTest.keyClicks(details.role, "T"),
        lambda: QTest.keyClicks(details.case, "7"),
        lambda: QTest.keyClick(details.kind, Qt.Key.Key_Down),
        lambda: QTest.keyClick(details.ticks["verbatim"], Qt.Key.Key_Space),
        lambda: details.set_polarity("strength"),
    ):
        with qtbot.waitSignal(details.changed):
            press()
    assert details.fields()["polarity"] == "strength"


def test_a_note_is_handled_in_one_way_at_most(qtbot: QtBot, details: Details) -> None:
    with qtbot.waitSignal(details.changed):
        QTest.keyClick(details.handlings["confidential_source"], Qt.Key.Key_Space)
    assert details.fields()["handling"] == "confidential_source"
    details.turn_handling("not_for_letter")
    assert details.fields()["handling"] == "not_for_letter"
    details.turn_handling("not_for_letter")
    assert details.fields()["handling"] == ""


def test_sessions_and_roles_are_offered(details: Details, store: Store) -> None:
    visit = a_visit(store)
    session = a_session(store, visit, with_roles=("Team manager 1",))
    details.offer([session], ["Social worker A"])
    assert details.session.findData(session.id) > 0
    completer = details.role.completer()
    assert completer is not None
    assert completer.model().rowCount() == 2


def test_locked_fields_cannot_be_altered(details: Details) -> None:
    details.lock(True)
    before = details.fields()
    QTest.keyClicks(details.role, "x")
    QTest.keyClick(details.ticks["verbatim"], Qt.Key.Key_Space)
    assert details.fields() == before


def test_every_field_keeps_its_value_in_another_language_and_size(details: Details, look: Look) -> None:
    details.show_fields({**BLANK, "source_kind": "meeting"})
    before = details.fields()
    QApplication.sendEvent(details, QEvent(QEvent.Type.LanguageChange))
    look.wear("dark", 200)
    details.resize(300, 600)
    assert details.fields() == before
    assert all(widget.accessibleName() for widget in (details.session, details.kind, details.role, details.case))


def test_a_note_of_no_session_says_so_before_there_are_any(qtbot: QtBot, look: Look) -> None:
    details = Details(look)
    qtbot.addWidget(details)
    details.show_fields(ink.blank(None))
    assert details.session.currentText() == "No session"
    details.offer((), ())
    assert [details.session.itemText(at) for at in range(details.session.count())] == ["No session"]
