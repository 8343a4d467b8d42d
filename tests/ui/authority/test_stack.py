# SPDX-License-Identifier: MIT
"""Parts of an authority are made when they are looked at, filled then, and followed from then on."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from storage.model.authority import Authority
from storage.store import Store
from ui.authority.part import PartView
from ui.authority.parts import PEOPLE, RECOMMENDATIONS
from ui.authority.reading import Shown, shown_of
from ui.authority.stack import CODES, PartStack
from ui.look import Look


@pytest.fixture
def stack(qtbot: QtBot, look: Look) -> PartStack:
    made = PartStack(look)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shown(store: Store, full: Authority) -> Shown:
    return shown_of(store, full.id, date(2018, 11, 6))


def test_a_part_is_made_and_filled_when_it_is_looked_at(stack: PartStack, shown: Shown) -> None:
    stack.show_record(shown)
    assert stack.currentWidget() is stack.overview
    assert not stack.findChildren(PartView)
    stack.look_at(1 + CODES.index(PEOPLE.code))
    (made,) = stack.findChildren(PartView)
    assert stack.currentWidget() is made is stack[PEOPLE.code]
    assert made.list.chosen() == shown.rows[PEOPLE.code][0][0]
    stack.show_record(Shown(()))
    stack.look_at(0)
    assert stack.currentWidget() is stack.overview


def test_what_is_asked_in_a_part_names_it(qtbot: QtBot, stack: PartStack, shown: Shown) -> None:
    stack.show_record(shown)
    with qtbot.waitSignal(stack.asked) as asked:
        stack[RECOMMENDATIONS.code].add.click()
    assert asked.args == [RECOMMENDATIONS.code, "add", ""]
    with qtbot.waitSignal(stack.history_asked) as history:
        stack[RECOMMENDATIONS.code].history.click()
    assert history.args == [shown.rows[RECOMMENDATIONS.code][0][0]]
