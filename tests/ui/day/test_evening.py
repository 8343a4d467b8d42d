# SPDX-License-Identifier: MIT
"""The end of a day on the screen: empty parts say so, worst first, nothing is emitted for nothing."""

from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.queries.day import day_of_visit
from storage.store import Store
from tests.builders import a_link, a_note, a_visit
from ui.day.evening import Evening
from ui.look import Look


def test_parts_without_anything_say_so(qtbot: QtBot, look: Look, store: Store) -> None:
    view = Evening(look)
    qtbot.addWidget(view)
    view.show()
    day = day_of_visit(store, a_visit(store, frameworks=()).id, 1)
    assert day is not None
    view.show_day(day)
    assert all(label.isVisible() for label in view.none.values())
    assert not view.findings.isVisible()
    with qtbot.assertNotEmitted(view.enquired):
        view.line.returnPressed.emit()
    with qtbot.assertNotEmitted(view.settled):
        view._on_tick()


def test_what_contradicts_itself_stands_before_what_is_thin_and_unseen(
    qtbot: QtBot, look: Look, store: Store, visit: Visit
) -> None:
    view = Evening(look)
    qtbot.addWidget(view)
    a_link(store, a_note(store, visit, source_kind="file"), "HR1")
    for way in ("strength", "weakness"):
        a_link(store, a_note(store, visit, polarity=way), "QA2")
    day = day_of_visit(store, visit.id, 1)
    assert day is not None
    view.show_day(day)
    keys = [view.thin.rows.key(view.thin.rows.index(at)) for at in range(2)]
    assert keys == ["QA2", "HR1"]
    assert view.gaps.text().startswith("2 of ")
