# SPDX-License-Identifier: MIT
"""The boxes: what is chosen stays while it is offered, and is said in words."""

from pytestqt.qtbot import QtBot

from storage.search.query import Sought
from ui.look import Look
from ui.search.choices import Choices
from ui.search.filters import Filters

GIVEN = Choices(visits=(("v1", "One"), ("v2", "Two")), areas=(("QA1", "QA1 Plans"),), cases=(("Case 07", "Case 07"),))


def _made(qtbot: QtBot, look: Look) -> Filters:
    made = Filters(look)
    qtbot.addWidget(made)
    made.offer(GIVEN)
    return made


def test_what_is_put_is_what_is_sought(qtbot: QtBot, look: Look) -> None:
    made = _made(qtbot, look)
    sought = Sought("plan", visit_id="v2", area="QA1", case_ref="Case 07", polarity="weakness", source_kind="file")
    made.put(sought)
    assert made.narrowed("plan") == sought
    assert made.said(sought) == "plan · Two · QA1 Plans · Case 07 · File · Weakness"


def test_a_choice_stays_while_it_is_offered_and_falls_when_it_is_not(qtbot: QtBot, look: Look) -> None:
    made = _made(qtbot, look)
    made.put(Sought(visit_id="v1"))
    made.offer(GIVEN)
    assert made.narrowed("").visit_id == "v1"
    made.offer(Choices())
    assert made.narrowed("") == Sought()


def test_a_box_without_choices_cannot_be_opened_and_each_has_a_name(qtbot: QtBot, look: Look) -> None:
    made = _made(qtbot, look)
    assert not made.boxes["day"].isEnabled()
    assert made.boxes["visit_id"].isEnabled()
    assert all(box.accessibleName() for box in made.boxes.values())
