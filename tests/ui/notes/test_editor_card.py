# SPDX-License-Identifier: MIT
"""The editor's layout: everything is reachable by Tab, and the page comes first where there is little room."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.notes.editor_card import EditorCard


def test_the_page_comes_first_in_a_low_window(qtbot: QtBot, look: Look) -> None:
    card = EditorCard(look)
    qtbot.addWidget(card)
    card.resize(480, 700)
    card.show()
    assert card.page.y() > card.details.y()
    card.resize(480, 300)
    qtbot.waitUntil(lambda: card.page.y() < card.details.y())


def test_nothing_is_cut_in_a_narrow_column(qtbot: QtBot, look: Look) -> None:
    card = EditorCard(look)
    qtbot.addWidget(card)
    card.resize(330, 700)
    card.show()
    inside = card.page.parentWidget()
    assert inside.width() <= card.width()
    assert inside.minimumSizeHint().width() <= card.width()


def test_the_words_of_a_note_that_is_only_told_come_first_and_have_the_room(qtbot: QtBot, look: Look) -> None:
    card = EditorCard(look)
    qtbot.addWidget(card)
    card.resize(480, 640)
    card.show()
    qtbot.waitExposed(card)
    card.lock(True)
    qtbot.waitUntil(lambda: card.page.y() < card.details.y())
    qtbot.waitUntil(lambda: card.page.height() > look.px(240))
    card.lock(False)
    qtbot.waitUntil(lambda: card.page.y() > card.details.y())


def test_files_and_a_reason_asked_for_never_push_the_words_out_of_sight(qtbot: QtBot, look: Look) -> None:
    card = EditorCard(look)
    qtbot.addWidget(card)
    card.resize(430, 640)
    card.show()
    qtbot.waitExposed(card)
    assert card.page.y() > card.details.y()
    below = QWidget()
    below.setFixedHeight(220)
    card.put_under(below)
    below.show()
    qtbot.waitUntil(lambda: card.page.y() < card.details.y())
    scroll = card.page.parentWidget().parentWidget()
    assert scroll is not None
    qtbot.waitUntil(lambda: card.page.y() + look.px(60) < scroll.height())
