# SPDX-License-Identifier: MIT
"""What a chosen visit is, in words; its state with day and reason, and the way to another."""

from pytestqt.qtbot import QtBot

from storage.acts import retention
from storage.queries.authorities import authority
from storage.queries.coverage import Holding
from storage.queries.retention import keeping_of
from storage.store import Store
from tests.builders import FakeClock, a_visit, again
from ui.look import Look
from ui.visits.about import About
from ui.visits.rows import Entry


def _shown(qtbot: QtBot, look: Look, store: Store, **fields: object) -> About:
    visit = a_visit(store, **fields)
    council = authority(store, visit.authority_id)
    assert council is not None
    made = About(look)
    qtbot.addWidget(made)
    made.show()
    made.show_entry(Entry(council, visit, Holding(3, 1)))
    return made


def test_the_state_is_said_with_day_and_reason_and_can_be_changed(qtbot: QtBot, look: Look, store: Store) -> None:
    about = _shown(qtbot, look, store, status="paused", state_on="2018-07-10", state_reason="Snow.")
    assert about._rows["State"][1].text() == "Paused, 10 July 2018 · Snow."
    with qtbot.waitSignal(about.state_asked):
        about.state.click()


def test_a_visit_that_is_over_is_not_moved_on(qtbot: QtBot, look: Look, store: Store) -> None:
    assert not _shown(qtbot, look, store, status="closed").state.isVisible()


def test_an_illustration_says_so_and_empty_fields_are_left_out(qtbot: QtBot, look: Look, store: Store) -> None:
    about = _shown(qtbot, look, store, illustration=True, scope=("one", "two"))
    assert about.practice.isVisible()
    shown = {key: words.text() for key, (label, words) in about._rows.items() if label.isVisible()}
    assert shown["Scope"] == "one\ntwo"
    assert shown["Holds"] == "3 notes · 1 letter"
    assert "Conclusion" not in shown


def test_how_long_it_is_kept_and_a_hold_are_said(qtbot: QtBot, look: Look, store: Store, clock: FakeClock) -> None:
    about = _shown(qtbot, look, store)
    assert not about._rows["Kept"][1].isVisible()
    visit = a_visit(store)
    retention.hold(store, visit, "A court asks.")
    held = again(store, visit)
    council = authority(store, held.authority_id)
    assert council is not None
    about.show_entry(Entry(council, held, Holding(0, 0)), keeping_of(store, held))
    assert about._rows["Kept"][1].text() == "Until 11 July 2024 · Legal hold: A court asks."


def test_no_visit_offers_nothing(qtbot: QtBot, look: Look, store: Store) -> None:
    about = _shown(qtbot, look, store)
    about.show_entry(None)
    assert not about.open.isVisible()
    assert about.title.text() == "No visit chosen"
