# SPDX-License-Identifier: MIT
"""A matter of concern through its window: raised, told, acknowledged, its outcome; trouble keeps what was typed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import concerns as concern_acts
from storage.model.authority import Authority
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.queries.concerns import concerns_of_visit
from storage.store import Store
from tests.builders import a_concern, a_visit, again
from tests.ui.shown import a_desk
from ui.day.concerns import Concerns
from ui.desk import Desk
from ui.look import Look


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, visit: Visit) -> Iterator[Concerns]:
    """Give the dialog over a visit, shown."""
    made = Concerns(desk, visit.id)
    qtbot.addWidget(made)
    made.raise_new()
    made.show()
    yield made
    made.close()


def test_it_goes_from_raised_to_its_outcome(dialog: Concerns, store: Store, visit: Visit) -> None:
    sheet = dialog.sheet
    assert not dialog._side.isVisible()  # nothing to choose among yet
    sheet.keep.click()
    assert "no words" in dialog.notice.message.text()
    QTest.keyClicks(sheet.words, "No adult has seen child D.")
    sheet.case.setText("case D")
    sheet.keep.click()
    assert not dialog.notice.isVisible()
    (made,) = concerns_of_visit(store, visit.id)
    assert (made.what, made.case_ref) == ("No adult has seen child D.", "case D")
    assert dialog.list.chosen() == made.id
    assert sheet.role.isVisible()
    assert not sheet.words.isVisible()
    sheet.keep.click()
    assert "Nobody is named" in dialog.notice.message.text()
    sheet.role.setText("Head of service")
    sheet.keep.click()
    assert again(store, made).told_role == "Head of service"
    assert sheet.role.text() == ""
    sheet.role.setText("Director")
    sheet.reference.setText("R 17")
    sheet.keep.click()
    assert again(store, made).reference == "R 17"
    assert sheet.words.isVisible()
    QTest.keyClicks(sheet.words, "Seen the same day.")
    sheet.keep.click()
    assert (again(store, made).state, again(store, made).outcome_visit_id) == ("outcome", visit.id)
    assert not sheet.keep.isVisible()


def test_a_time_before_it_was_raised_is_refused_and_stays_typed(dialog: Concerns, store: Store, visit: Visit) -> None:
    made = a_concern(store, visit)
    dialog.show_concern(made.id)
    dialog.sheet.role.setText("Head of service")
    dialog.sheet.at.setDateTime(dialog.sheet.at.dateTime().addDays(-1))
    dialog.sheet.keep.click()
    assert "comes first" in dialog.notice.message.text()
    assert dialog.sheet.role.text() == "Head of service"
    assert again(store, made).told_at == ""


def test_the_next_visit_is_asked_for_the_outcome(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> None:
    made = a_concern(store, visit)
    concern_acts.tell(store, made, "Director")
    concern_acts.acknowledge(store, again(store, made), "Director")
    following = a_visit(store)
    assert following.authority_id != visit.authority_id
    for there, rows in ((following, 0), (a_visit(store, _authority(store, visit)), 1)):
        dialog = Concerns(desk, there.id)
        qtbot.addWidget(dialog)
        assert dialog.list.rows.rowCount() == rows
    dialog.show_concern("")
    assert "What came of it?" in dialog.sheet.question.text()
    with qtbot.waitSignal(dialog.history_asked) as asked:
        dialog.sheet.history.click()
    assert asked.args[0].id == made.id


def test_what_is_recorded_meanwhile_is_shown(dialog: Concerns, store: Store, visit: Visit) -> None:
    made = a_concern(store, visit)
    dialog.show_concern(made.id)
    concern_acts.tell(store, made, "Director")
    assert "Director told" in dialog.sheet.steps.text()
    dialog.new.click()
    assert dialog.sheet.concern is None
    dialog.list.setCurrentIndex(dialog.list.rows.index(0))
    assert dialog.sheet.concern is not None


def test_without_a_visit_none_is_raised_but_all_are_seen(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> None:
    dialog = Concerns(desk, "")
    qtbot.addWidget(dialog)
    dialog.show_concern("")
    assert not dialog.sheet.isEnabled()
    a_concern(store, visit)
    dialog.show_concern("")
    assert dialog.sheet.isEnabled()
    assert not dialog.new.isEnabled()


def _authority(store: Store, visit: Visit) -> Authority:
    found = authority(store, visit.authority_id)
    assert found is not None
    return found


def test_escape_loses_no_word_and_what_is_raised_is_not_asked_for_again(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _code = folder_store("one")
    visit, desk = a_visit(store), a_desk(store, look, tmp_path)

    def opened() -> Concerns:
        made = Concerns(desk, visit.id)
        qtbot.addWidget(made)
        made.raise_new()
        made.show()
        return made

    first = opened()
    QTest.keyClicks(first.sheet.words, "No adult has seen")
    QTest.keyClick(first.sheet.words, Qt.Key.Key_Escape)
    assert not first.isVisible()
    again = opened()
    assert again.sheet.words.toPlainText() == "No adult has seen"
    assert "here again" in again.notice.message.text()
    again.sheet.keep.click()
    assert [each.what for each in concerns_of_visit(store, visit.id)] == ["No adult has seen"]
    QTest.keyClicks(again.sheet.role, "Head of ser")
    again.reject()
    third = opened()
    assert third.sheet.words.toPlainText() == ""
    third.show_concern(concerns_of_visit(store, visit.id)[0].id)
    assert third.sheet.role.text() == "Head of ser"
    third.reject()
    desk.worker.close()
