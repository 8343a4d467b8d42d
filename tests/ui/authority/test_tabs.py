# SPDX-License-Identifier: MIT
"""The tabs say their names, show icons alone where there is no room, and are named all the same."""

from pytestqt.qtbot import QtBot

from ui.authority.tabs import Tabs
from ui.look import Look

NAMES = (("People", "users"), ("Recommendations", "flag"), ("Meetings", "calendar"))


def test_words_give_way_to_icons_and_come_back(qtbot: QtBot, look: Look) -> None:
    tabs = Tabs(look, NAMES)
    qtbot.addWidget(tabs)
    tabs.resize(800, 40)
    tabs.show()
    assert [tabs.tabText(at) for at in range(3)] == ["People", "Recommendations", "Meetings"]
    assert tabs.tabIcon(0).isNull()
    tabs.resize(240, 40)
    assert [tabs.tabText(at) for at in range(3)] == ["", "", ""]
    assert not tabs.tabIcon(0).isNull()
    assert [tabs.accessibleTabName(at) for at in range(3)] == [tabs.tabToolTip(at) for at in range(3)]
    assert tabs.tabToolTip(1) == "Recommendations"
    tabs.resize(800, 40)
    assert tabs.tabText(1) == "Recommendations"


def test_at_a_larger_size_words_need_more_room(qtbot: QtBot, look: Look) -> None:
    tabs = Tabs(look, NAMES)
    qtbot.addWidget(tabs)
    tabs.resize(420, 40)
    tabs.show()
    assert tabs.tabText(0)
    look.wear("light", 200)
    assert not tabs.tabText(0)
