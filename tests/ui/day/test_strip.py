# SPDX-License-Identifier: MIT
"""The strip: there while anything is open, its clock running, gone only when the authority has acknowledged."""

from pytestqt.qtbot import QtBot

from storage.acts import concerns
from storage.model.visit import Visit
from storage.store import Store
from tests.builders import FakeClock, a_concern, a_visit, again
from ui.day.strip import ConcernStrip
from ui.desk import Desk
from ui.look import Look


def test_it_comes_when_one_is_raised_and_goes_when_all_are_acknowledged(
    qtbot: QtBot, desk: Desk, store: Store, visit: Visit, clock: FakeClock
) -> None:
    strip = ConcernStrip(desk)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    assert not strip._clock.isActive()
    made = a_concern(store, visit, case_ref="case D")
    assert not strip.isHidden()
    assert strip.words.text() == "1 matter of concern is open · case D · for 0 min · the authority has not been told"
    other = a_concern(store, a_visit(store))
    assert strip.words.text().startswith("2 matters of concern are open · the oldest for 0 min")
    for each in (made, other):
        concerns.tell(store, each, "Director")
        concerns.acknowledge(store, again(store, each), "Director")
    assert strip.isHidden()
    assert not strip._clock.isActive()


def test_its_clock_runs_and_turns_urgent(
    qtbot: QtBot, desk: Desk, store: Store, visit: Visit, clock: FakeClock, look: Look
) -> None:
    strip = ConcernStrip(desk)
    qtbot.addWidget(strip)
    made = a_concern(store, visit)
    assert strip.property("tone") == "warn"
    clock.step(minutes=72)
    strip.tick()
    assert strip.words.text().startswith("Late · ")
    assert "for 1 h 12 min" in strip.accessibleName()
    assert strip.property("tone") == "bad"
    concerns.tell(store, made, "Director")
    assert strip.property("tone") == "warn"
    assert strip.words.text().endswith("not acknowledged")
    with qtbot.waitSignal(strip.asked) as asked:
        strip.see.click()
    assert asked.args == [made.id]
