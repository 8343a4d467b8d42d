# SPDX-License-Identifier: MIT
"""The office in the window: an invitation pasted, one button, trouble told kindly and tried again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.queries.visits import visits
from tests.builders import a_note, a_store, a_visit
from tests.storage.hub.conftest import RunningHub
from tests.ui.shown import a_desk, dialogs
from ui.look import Look
from ui.sync.office import Office


@pytest.fixture
def page(qtbot: QtBot, look: Look, home: Callable[[str], Path]) -> Iterator[Office]:
    """Give the page over a store that nobody has invited yet."""
    store = a_store()
    a_note(store, a_visit(store))
    page = Office(a_desk(store, look, home("lead")))
    qtbot.addWidget(page)
    page.show()
    yield page
    page.desk.worker.close()
    store.close()


def idle(qtbot: QtBot, page: Office) -> None:
    qtbot.waitUntil(lambda: not page.syncing.is_busy())


def test_an_invitation_is_pasted_once_and_everything_goes_to_the_office(
    qtbot: QtBot, page: Office, office: RunningHub
) -> None:
    assert page.state.text() == "Not joined to an office"
    assert page.sync.isHidden()
    assert not page.can_sync()
    page.invitation.setText(office.office("invite", "laptop"))
    qtbot.keyClick(page.invitation, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert page.state.text().startswith("The office has everything")
    assert "handed in" in page.outcome.text()
    assert office.address in page.hub.text()
    assert page.invitation.isHidden()
    assert page.invitation.text() == ""  # a used secret does not stay on the screen
    page.renew.click()
    assert page.invitation.isVisible()


def test_what_is_no_invitation_is_told_where_it_was_pasted(qtbot: QtBot, page: Office) -> None:
    page.invitation.setText("hello")
    page.enrol.click()
    assert "not an invitation" in page.notice.message.text()
    assert not page.syncing.is_busy()


def test_trouble_is_told_and_tried_again_by_a_button(qtbot: QtBot, page: Office, office: RunningHub) -> None:
    page.invitation.setText(office.office("invite", "laptop"))
    page.join_office()
    idle(qtbot, page)
    a_note(page.desk.store, visits(page.desk.store)[0])
    office.stop()
    try:
        page.sync_now()
        idle(qtbot, page)
        assert "cannot be reached" in page.notice.message.text()
        assert "safe on this laptop" in page.notice.advice.text()
        assert "1 change only here" in page.state.text()
    finally:
        office.start()
    page.notice.action.click()
    idle(qtbot, page)
    assert page.notice.isHidden()
    assert page.state.text().startswith("The office has everything")


def test_members_are_asked_for_the_visit_on_hand_only(qtbot: QtBot, page: Office) -> None:
    assert not page.members.isEnabled()
    page.show_visit(visits(page.desk.store)[0].id)
    page.members.click()
    (dialog,) = dialogs()
    dialog.reject()
    page.show_visit("one that was wiped")
    assert not page.members.isEnabled()
    assert page.members.toolTip() == "Open a visit first."
