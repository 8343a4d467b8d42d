# SPDX-License-Identifier: MIT
"""Rows as high as their longer side, drawn with a sign for each state; a long letter is measured in turns."""

from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from storage.model.letter_diff import CHANGED, GONE, MOVED, MOVED_CHANGED, NEW, SAME, Line, Part
from ui.history.letter_delegate import SIGNS, BesideDelegate
from ui.history.letter_rows import Beside, BesideRows
from ui.look import Look


def beside(state: str, words: str = "Thank you.", key: str = "a") -> Beside:
    part = Part(key, "prose", words, 1)
    kind = {SAME: "same", MOVED: "same", GONE: "gone"}.get(state, "new")
    return Beside(Line(None if state == NEW else part, None if state == GONE else part, state), ((kind, words),))


def shown(qtbot: QtBot, look: Look, *rows: Beside) -> tuple[QListView, BesideDelegate]:
    view = QListView()
    qtbot.addWidget(view)
    model, delegate = BesideRows(view), BesideDelegate(look, view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    model.show(rows, False)
    view.resize(600, 400)
    view.show()
    return view, delegate


def test_every_state_that_differs_has_a_sign_of_its_own_kind_and_is_drawn(qtbot: QtBot, look: Look) -> None:
    assert set(SIGNS) == {CHANGED, MOVED, MOVED_CHANGED, GONE, NEW}
    assert len({SIGNS[each][0] for each in (CHANGED, MOVED, GONE, NEW)}) == 4
    view, delegate = shown(qtbot, look, *(beside(each, key=each) for each in (SAME, *SIGNS)))
    heights = [delegate.sizeHint(QStyleOptionViewItem(), view.model().index(row, 0)).height() for row in range(6)]
    assert all(high > heights[0] for high in heights[1:])
    picture = view.grab().toImage()
    tones = {picture.pixelColor(x, y).name() for x in range(0, 300, 2) for y in range(0, 380)}
    for role in ("ok", "bad", "accent"):
        assert look.colour(role).name() in tones


def test_a_longer_text_wants_more_room_and_what_is_over_the_budget_is_guessed(qtbot: QtBot, look: Look) -> None:
    view, delegate = shown(qtbot, look, beside(CHANGED), beside(CHANGED, "Many words. " * 80, "b"))
    option = QStyleOptionViewItem()
    short, long = (delegate.sizeHint(option, view.model().index(row, 0)).height() for row in range(2))
    assert long > 4 * short
    delegate.forget()
    delegate.budget = 0
    guessed = delegate.sizeHint(option, view.model().index(1, 0)).height()
    assert delegate.budget < 0
    assert 0.3 * long < guessed < 3 * long
