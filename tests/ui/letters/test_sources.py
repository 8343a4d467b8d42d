# SPDX-License-Identifier: MIT
"""Beside the letter: what the chosen sentence stands on, said in words, opened by Return."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.acts import letters as acts
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.sources import Sources


def _shown(qtbot: QtBot, desk: Desk) -> Sources:
    made = Sources(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_sentence_it_says_what_it_is_for(qtbot: QtBot, desk: Desk) -> None:
    sources = _shown(qtbot, desk)
    assert sources.footing.text().startswith("Choose a sentence")
    assert not sources.list.isVisible()


def test_each_footing_is_said_in_words(qtbot: QtBot, desk: Desk, written: Written) -> None:
    acts.reword(written.store, written.sentences()[3], "first of all")
    sources = _shown(qtbot, desk)
    said = []
    for sentence in written.sentences()[:4]:
        sources.show_sentence(sentence, may_clear=True)
        said.append(sources.footing.text().split()[0])
    assert said == ["Standard", "Drawn", "No", "Reworded"]
    assert sources.hold.isVisible()
    sources.show_sentence(written.sentences()[3], may_clear=False)
    assert not sources.hold.isVisible()


def test_return_opens_a_source(qtbot: QtBot, desk: Desk, written: Written) -> None:
    sources = _shown(qtbot, desk)
    sources.show_sentence(written.sentences()[1])
    sources.list.setFocus()
    sources.list.setCurrentIndex(sources.list.model().index(1, 0))
    with qtbot.waitSignal(sources.source_chosen) as chosen:
        qtbot.keyClick(sources.list, Qt.Key.Key_Return)
    assert chosen.args == [f"note:{written.note.id}"]


def test_a_very_long_sentence_is_quoted_in_part_and_whole_in_its_tooltip(
    qtbot: QtBot, desk: Desk, written: Written
) -> None:
    acts.reword(written.store, written.sentences()[0], "word " * 300)
    sources = _shown(qtbot, desk)
    sources.show_sentence(written.sentences()[0])
    assert len(sources.quote.text()) < 200
    assert len(sources.quote.toolTip()) > 1400


def test_return_opens_the_first_source_as_soon_as_one_comes_to_the_list(
    qtbot: QtBot, desk: Desk, written: Written
) -> None:
    sources = Sources(desk)
    qtbot.addWidget(sources)
    sources.show_sentence(written.sentences()[1])
    with qtbot.waitActive(sources):
        sources.show()
        sources.activateWindow()
    sources.list.setFocus()
    qtbot.waitUntil(sources.list.hasFocus)
    with qtbot.waitSignal(sources.source_chosen) as chosen:
        qtbot.keyClick(sources.list, Qt.Key.Key_Return)
    assert chosen.args == [written.sentences()[1].sources[0]]
