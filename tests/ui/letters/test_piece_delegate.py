# SPDX-License-Identifier: MIT
"""Rows of the letter as drawn: whatever is in them, chosen or not, and high enough for their words."""

import pytest
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from storage.model.ids import StreamId
from storage.model.letter import Sentence
from ui.letters.piece_delegate import PieceDelegate
from ui.letters.pieces import Piece, Pieces
from ui.look import Look

ODD = {
    "plain": "A sentence.",
    "long": "word " * 2_000,
    "unbroken": "x" * 3_000,
    "strange": "שלום مرحبا 😀 \u202e abc \x00 <b>",
    "lines": "one\ntwo\nthree",
    "empty": "",
}


def _sentence(text: str, **fields: object) -> Piece:
    made = Sentence(id="s", stream_id=StreamId("x"), text=text, **fields)  # type: ignore[arg-type]
    return Piece("s", "sentence", text, made, begins=True)


def _view(qtbot: QtBot, look: Look, *pieces: Piece) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    model = Pieces(view)
    model.show(pieces)
    view.setModel(model)
    view.setItemDelegate(PieceDelegate(look, view))
    view.resize(420, 300)
    view.show()
    return view


@pytest.mark.parametrize("name", list(ODD))
def test_every_text_can_be_drawn_chosen_or_not(qtbot: QtBot, look: Look, name: str) -> None:
    view = _view(qtbot, look, _sentence(ODD[name]))
    plain = view.grab().toImage()
    view.setCurrentIndex(view.model().index(0, 0))
    assert view.grab().toImage() != plain


def test_a_row_is_as_high_as_its_words(qtbot: QtBot, look: Look) -> None:
    view = _view(qtbot, look, _sentence("Short."), Piece("t", "head", ODD["lines"]))
    heights = [view.sizeHintForIndex(view.model().index(row, 0)).height() for row in (0, 1)]
    assert heights[0] >= look.px(24)
    assert heights[1] > 2 * view.fontMetrics().height()


def test_each_mark_looks_different(qtbot: QtBot, look: Look) -> None:
    marks = (
        _sentence("Same.", sources=("note:1",)),
        _sentence("Same.", sources=("note:1",), check=True),
        _sentence("Same."),
        _sentence("Same.", standard=True),
    )
    pictures = [_view(qtbot, look, each).grab().toImage() for each in marks]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_the_row_being_typed_is_left_to_its_editor(qtbot: QtBot, look: Look) -> None:
    view = _view(qtbot, look, _sentence("Words."))
    delegate = view.itemDelegate()
    assert isinstance(delegate, PieceDelegate)
    delegate.open_key, delegate.open_height = "s", 77
    assert delegate.sizeHint(QStyleOptionViewItem(), view.model().index(0, 0)).height() == 77
