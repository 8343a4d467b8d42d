# SPDX-License-Identifier: MIT
"""The letter's text as a view: where one stands, what may be typed, and that a long letter is as quick as a short."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from storage.model.letter import WholeLetter
from tests.ui.letters.conftest import Written
from ui.letters.letter_text import A_TURN, LetterText
from ui.letters.piece_delegate import PieceDelegate
from ui.look import Look


@pytest.fixture
def text(qtbot: QtBot, look: Look, written: Written) -> LetterText:
    made = LetterText(look)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.show_letter(written.whole())
    return made


def _long(whole: WholeLetter, times: int) -> WholeLetter:
    section = whole.sections[0]
    paragraph = section.paragraphs[0]
    many = tuple(
        replace(
            paragraph,
            sentences=tuple(
                replace(each, id=f"{each.id}{at}", text=f"{each.text} " * 8) for each in paragraph.sentences
            ),
        )
        for at in range(times)
    )
    return replace(whole, sections=(replace(section, paragraphs=many),))


def test_return_on_the_head_asks_for_its_details(qtbot: QtBot, text: LetterText) -> None:
    text.stand_on("date")
    with qtbot.waitSignal(text.details_asked):
        qtbot.keyClick(text, Qt.Key.Key_Return)


def test_a_sealed_letter_opens_no_editor(qtbot: QtBot, text: LetterText, written: Written) -> None:
    text.may_type = False
    text.stand_on(written.sentences()[0].id)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    text.begin_new("sentence", False, written.sentences()[0].id)
    assert text.editor is None
    text.stand_on("date")
    with qtbot.assertNotEmitted(text.details_asked):
        qtbot.keyClick(text, Qt.Key.Key_Return)


def test_the_editor_lies_in_the_sentences_place_and_grows(text: LetterText, written: Written) -> None:
    text.stand_on(written.sentences()[0].id)
    text.reword()
    assert text.editor is not None
    row = text.currentIndex()
    low = text.visualRect(row).height()
    assert abs(text.editor.geometry().top() - text.visualRect(row).top()) <= 4
    text.editor.field.setPlainText("many words " * 60)
    assert text.visualRect(row).height() > low
    assert text.editor.height() >= text.editor.wanted() - 4


def test_where_the_sentence_is_gone_one_stands_near_it(text: LetterText, written: Written) -> None:
    whole = written.whole()
    text.stand_on(written.sentences()[0].id)
    paragraph = whole.sections[0].paragraphs[0]
    fewer = replace(whole.sections[0], paragraphs=(replace(paragraph, sentences=paragraph.sentences[1:]),))
    text.show_letter(replace(whole, sections=(fewer, *whole.sections[1:])))
    assert text.piece() is not None
    assert text.piece().text == "Supervision is irregular."


class _Counting(PieceDelegate):
    """Notes which rows are drawn."""

    def __init__(self, look: Look, view: LetterText) -> None:
        super().__init__(look, view)
        self.drawn: set[int] = set()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        self.drawn.add(index.row())
        super().paint(painter, option, index)


def test_of_a_long_letter_only_what_is_seen_is_drawn(text: LetterText, look: Look, written: Written) -> None:
    delegate = _Counting(look, text)
    text.setItemDelegate(delegate)
    text.show_letter(_long(written.whole(), 600))
    assert text.pieces.rowCount() > 1200
    text.grab()
    assert 0 < len(delegate.drawn) < 60


def test_a_long_letter_is_measured_once(text: LetterText, written: Written) -> None:
    text.show_letter(_long(written.whole(), 300))
    text.grab()
    delegate = text.itemDelegate()
    known = dict(delegate._heights)
    text.scrollToBottom()
    text.grab()
    assert delegate._heights == known
    assert len(known) < 20  # equal texts are measured once


def test_a_very_long_letter_is_measured_in_turns(qtbot: QtBot, text: LetterText, written: Written) -> None:
    whole = _long(written.whole(), 400)
    many = tuple(
        replace(p, sentences=tuple(replace(s, text=f"{s.text} {s.id}") for s in p.sentences))
        for p in whole.sections[0].paragraphs
    )
    text.show_letter(replace(whole, sections=(replace(whole.sections[0], paragraphs=many),)))
    known = text.itemDelegate()._heights
    before = len(known)
    text.doItemsLayout()
    assert len(known) - before <= A_TURN
    qtbot.waitUntil(lambda: len(known) >= 800)


def test_the_sentence_stood_on_stays_in_sight(qtbot: QtBot, text: LetterText, written: Written) -> None:
    text.show_letter(_long(written.whole(), 30))
    text.setCurrentIndex(text.pieces.index(50, 0))
    text.resize(260, 300)
    view = text.viewport().rect()
    qtbot.waitUntil(lambda: view.intersects(text.visualRect(text.currentIndex())))


def test_another_size_measures_anew(text: LetterText, look: Look) -> None:
    text.grab()
    before = text.visualRect(text.pieces.index(0, 0)).height()
    look.wear("dark", 200)
    text.grab()
    assert text.visualRect(text.pieces.index(0, 0)).height() > 1.5 * before
