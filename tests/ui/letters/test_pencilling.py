# SPDX-License-Identifier: MIT
"""A sentence half typed when the laptop dies is back in its place, and is in the letter only when somebody says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.journal import Journal
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters import pen
from ui.letters.letters import Letters


@pytest.fixture
def journal(desk: Desk, tmp_path: Path) -> Iterator[Journal]:
    made = Journal.open(tmp_path, bytes(32))
    desk.journal = made
    yield made
    made.close()


def _page(qtbot: QtBot, desk: Desk, written: Written) -> Letters:
    page = Letters(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_visit(written.visit.id)
    return page


def _begin(qtbot: QtBot, page: Letters, written: Written, how: str) -> None:
    page.text.stand_on(written.sentences()[0].id)
    hand = page.writing
    begins = {"sentence": hand.add_sentence, "paragraph": hand.add_paragraph, "note": hand.add_note}
    begins.get(how, page.text.reword)()
    assert page.text.editor is not None
    page.text.editor.field.selectAll()
    qtbot.keyClicks(page.text.editor.field, "Half a sent")


@pytest.mark.parametrize("how", ["", "sentence", "paragraph", "note"])
def test_what_was_being_typed_is_back_after_a_crash(
    qtbot: QtBot, desk: Desk, journal: Journal, written: Written, how: str
) -> None:
    before = written.texts()
    first = _page(qtbot, desk, written)
    _begin(qtbot, first, written, how)
    qtbot.waitUntil(lambda: [each.text for each in journal.unfinished()] == ["Half a sent"])
    second = _page(qtbot, desk, written)
    assert second.text.editor is not None
    assert second.text.editor.text() == "Half a sent"
    assert "not in the letter yet" in second.notice.message.text()
    assert written.texts() == before
    qtbot.keyClick(second.text.editor.field, Qt.Key.Key_Return)
    assert "Half a sent" in written.texts()
    assert len(written.texts()) == len(before) + bool(how)
    first.text.close_editor()


def test_kept_or_given_up_leaves_no_pencil(qtbot: QtBot, desk: Desk, journal: Journal, written: Written) -> None:
    page = _page(qtbot, desk, written)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        _begin(qtbot, page, written, "")
        qtbot.waitUntil(lambda: bool(journal.unfinished()))
        assert page.text.editor is not None
        qtbot.keyClick(page.text.editor.field, key)
        assert journal.unfinished() == ()
        assert page.text.editor is None


def test_typing_for_a_sentence_that_is_gone_stays_in_the_journal(
    qtbot: QtBot, desk: Desk, journal: Journal, written: Written
) -> None:
    page = _page(qtbot, desk, written)
    _begin(qtbot, page, written, "")
    qtbot.waitUntil(lambda: bool(journal.unfinished()))
    place = pen.place_of(written.whole(), written.sentences()[0].id)
    assert place is not None
    pen.withdraw(written.store, place)
    other = _page(qtbot, desk, written)
    assert other.text.editor is None
    assert journal.unfinished()
    page.text.close_editor()
