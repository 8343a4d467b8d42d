# SPDX-License-Identifier: MIT
"""A notice tells trouble where it was asked, in words as well as colour."""

import pytest
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.notice import Notice


@pytest.fixture
def notice(qtbot: QtBot, look: Look) -> Notice:
    made = Notice(look)
    qtbot.addWidget(made)
    return made


def test_a_notice_is_hidden_until_it_tells_something(notice: Notice) -> None:
    assert notice.isHidden()
    notice.tell("The disk is full.", "Free some space.")
    assert not notice.isHidden()
    assert notice.accessibleName() == "The disk is full. Free some space."


def test_without_advice_there_is_no_empty_line(notice: Notice) -> None:
    notice.tell("Kept.", tone="ok")
    assert notice.advice.isHidden()
    notice.tell("Late.", "Ask again.", "warn")
    assert not notice.advice.isHidden()


def test_markup_in_a_message_is_shown_not_obeyed(notice: Notice) -> None:
    notice.tell("<img src=x> is no rubric.", tone="info")
    assert notice.message.text() == "<img src=x> is no rubric."


def test_something_can_be_done_about_it_at_once_and_the_next_message_offers_nothing(qtbot: QtBot, look: Look) -> None:
    notice, done = Notice(look), list[str]()
    qtbot.addWidget(notice)
    notice.tell("The disk refuses.")
    assert not notice.action.isVisibleTo(notice)
    notice.offer("&Keep it in another place…", lambda: done.append("asked"))
    notice.action.click()
    assert (notice.action.accessibleName(), done) == ("Keep it in another place…", ["asked"])
    notice.tell("All is well.", tone="ok")
    assert not notice.action.isVisibleTo(notice)
