# SPDX-License-Identifier: MIT
"""Wrong words are underlined where they are seen; the word under the hand waits, and nothing counts as typing."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.spelling import Lexicon, Speller
from ui.look import Look
from ui.notes import underline as underlining
from ui.notes.page import NotePage
from ui.notes.underline import Underline

WELSH = b"a\nda\nplant\n"


class English:
    def lookup(self, word: str) -> bool:
        return word.lower() in {"the", "plan", "was", "there"}


@pytest.fixture
def page(qtbot: QtBot) -> NotePage:
    made = NotePage()
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.show()
    return made


def waves(page: NotePage) -> list[str]:
    found = []
    block = page.document().firstBlock()
    while block.isValid():
        for each in block.layout().formats():
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline:  # type: ignore[attr-defined]
                start, length = each.start, each.length  # type: ignore[attr-defined]
                found.append(block.text().encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le"))
        block = block.next()
    return found


def test_what_no_dictionary_knows_is_underlined(qtbot: QtBot, look: Look, page: NotePage) -> None:
    page.show_text("The plann was 🙂 therre.")
    underline = Underline(look, page)
    assert waves(page) == []
    with qtbot.assertNotEmitted(page.typed):
        underline.use(Speller(Lexicon(English(), WELSH)))
        qtbot.waitUntil(lambda: waves(page) == ["plann", "therre"])
    assert not page.is_touched()


def test_the_word_under_the_hand_is_judged_when_the_hand_rests(
    qtbot: QtBot, look: Look, page: NotePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(underlining, "REST_MS", 3_600_000)  # it rests when the test says so
    underline = Underline(look, page)
    underline.use(Speller(Lexicon(English(), WELSH)))
    QTest.keyClicks(page, "The plannn was therre")
    qtbot.waitUntil(lambda: waves(page) == ["plannn"])
    underline._on_rest()
    qtbot.waitUntil(lambda: waves(page) == ["plannn", "therre"])


def test_a_long_note_is_judged_only_where_it_is_seen(qtbot: QtBot, look: Look, page: NotePage) -> None:
    page.show_text("\n".join(f"wrongg line {number}" for number in range(2000)))
    underline = Underline(look, page)
    underline.use(Speller(Lexicon(English(), WELSH)))
    qtbot.waitUntil(lambda: "wrongg" in waves(page))
    qtbot.wait(50)
    assert page.document().lastBlock().layout().formats() == []
    page.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: page.document().lastBlock().layout().formats() != [])
