# SPDX-License-Identifier: MIT
"""A notice that lasts: hidden without words, never closed by hand, its tone a shape as well as a colour."""

from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.buttons import IconButton
from ui.widgets.lasting import Lasting


def test_it_is_there_while_there_is_something_to_say_and_cannot_be_closed(qtbot: QtBot, look: Look) -> None:
    notice = Lasting(look)
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.tell("The seat is gone.", "Ask for another.", "bad")
    assert notice.isVisible()
    assert notice.accessibleName() == "The seat is gone. Ask for another."
    assert notice.findChildren(IconButton) == []
    notice.tell("")
    assert notice.isHidden()


def test_its_tones_differ_in_shape_in_both_schemes(qtbot: QtBot, look: Look) -> None:
    notice = Lasting(look)
    qtbot.addWidget(notice)
    for scheme in ("light", "dark"):
        look.wear(scheme, 100)
        seen = []
        for tone in ("bad", "warn"):
            notice.tell("Said.", tone=tone)
            seen.append(notice._icon.pixmap().toImage().createAlphaMask())
        assert seen[0] != seen[1]
    assert notice.advice.isHidden()
