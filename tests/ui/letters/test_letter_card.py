# SPDX-License-Identifier: MIT
"""What the card around a letter says: practice, sealed, words, what to check, which states may follow."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import letters as acts
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable, enclose
from tests.ui.letters.conftest import Written
from ui.letters.letter_card import LetterCard
from ui.letters.letters import Letters
from ui.look import Look


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> LetterCard:
    made = LetterCard(look)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_practice_letter_is_visibly_one(card: LetterCard, written: Written) -> None:
    card.show_letter(written.whole())
    assert card.practice.isVisible()
    assert "Practice letter" in card.practice.text()
    whole = written.whole()
    card.show_letter(replace(whole, letter=replace(whole.letter, illustration=False)))
    assert not card.practice.isVisible()


def test_a_sealed_letter_is_read_only_and_says_who_signed(card: LetterCard, written: Written) -> None:
    whole = written.whole()
    sealed = replace(whole.letter, document_id="d", sealed_by="A. Inspector", sealed_at="2018-10-12T14:03:20.000Z")
    card.show_letter(replace(whole, letter=replace(sealed, status="signed")))
    assert "A. Inspector on 12 October 2018" in card.sealed.text()
    assert not card.text.may_type
    assert [part.isVisible() for part in (card.sign, card.details, card.add)] == [False] * 3
    assert [part.isVisible() for part in (card.verify, card.copy)] == [True, True]


def test_the_foot_counts_words_and_what_is_to_check(card: LetterCard, written: Written) -> None:
    card.show_letter(written.whole())
    assert card.count.text() == "10 words"
    acts.reword(written.store, written.sentences()[1], "Rare.")
    card.show_letter(written.whole())
    assert card.count.text() == "8 words · 1 sentence to check"


def test_only_states_that_may_follow_are_offered_and_signing_is_not_one(
    qtbot: QtBot, card: LetterCard, written: Written
) -> None:
    card.show_letter(written.whole())
    names = [action.text() for action in card.state.menu().actions()]
    assert names == ["Evidence checked", "Approved", "Abandoned"]
    with qtbot.waitSignal(card.state_asked) as asked:
        card.state.menu().actions()[1].trigger()
    assert asked.args == ["approved"]


def test_on_a_low_screen_no_words_above_the_letter_are_cut_and_its_small_pictures_give_way(
    panel: Letters, look: Look, written: Written
) -> None:
    files = [Enclosable("Annex A", Incoming("a.txt", b"words"))]
    enclose(written.store, written.whole().letter, files)
    assert panel.card.thumbs.isVisible()
    look.wear("light", 200)
    panel.resize(900, 440)
    assert panel.card.track.height() == panel.card.track.sizeHint().height()
    assert not panel.card.thumbs.isVisible()
    look.wear("light", 100)
