# SPDX-License-Identifier: MIT
"""Words that no dictionary knows are underlined, a little at a time: typing never waits. What is right: storage."""

from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat

from storage.search.tongue import BOTH
from storage.spelling import Speller, languages_of, words_in
from ui.look import Look
from ui.notes.page import NotePage

SLICE = 0.002
"""Seconds of looking up in one go; what is left waits for the next turn of the event loop."""
REST_MS = 600
"""After so long without a key the word under the hand is judged, too, and the language guessed again."""


class Underline(QSyntaxHighlighter):
    """Underlines on one page; without a speller it does nothing."""

    def __init__(self, look: Look, page: NotePage) -> None:
        """Watch a page."""
        super().__init__(page)
        self._look, self._page = look, page
        self.speller: Speller | None = None
        self.languages: tuple[str, ...] = BOTH
        self._round, self._until, self._is_resting = 0, 0.0, True
        self._later, self._rest = QTimer(self), QTimer(self)
        for timer, wait, then in ((self._later, 0, self._on_later), (self._rest, REST_MS, self._on_rest)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(then)
        page.typed.connect(self._on_typed)
        page.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self.again)

    def use(self, speller: Speller) -> None:
        """Judge by these words from now on."""
        self.speller = speller
        if self.document() is None:
            self._page.is_dressing = True  # until our own first turn: Qt looks at everything before it
            self.setDocument(self._page.document())
        self._on_rest()

    def again(self) -> None:
        """Judge everything that is seen anew."""
        self._round += 1
        self._later.start()

    def highlightBlock(self, text: str) -> None:
        """Underline one paragraph; called by Qt whenever it was altered."""
        if self.speller is None or not self._is_seen(self.currentBlock()):
            self.setCurrentBlockState(-1)
            return
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(self._look.colour("bad"))
        hand = self._hand_in(self.currentBlock())
        is_done = True
        for at, word in words_in(text):
            known = self.speller.remembers(word, self.languages)
            if known is None and perf_counter() < self._until:
                known = self.speller.is_known(word, self.languages)
            is_done &= known is not None
            if known is False and at + len(word) != hand:
                self.setFormat(_units(text, at), _units(word, len(word)), style)
        self.setCurrentBlockState(self._round if is_done else -1)
        if not is_done:
            self._later.start()

    def _hand_in(self, block: QTextBlock) -> int:
        """Return where the hand is in a paragraph while it types, or -1: a word is judged when it is finished."""
        cursor = self._page.textCursor()
        return -1 if self._is_resting or cursor.block() != block else cursor.positionInBlock()

    def _is_seen(self, block: QTextBlock) -> bool:
        first = self._page.firstVisibleBlock().blockNumber()
        return first - 2 <= block.blockNumber() <= first + self._page.height() // 8

    def _on_later(self) -> None:
        self._until, self._page.is_dressing = perf_counter() + SLICE, False
        block, rows = self._page.firstVisibleBlock(), self._page.height() // 8
        while block.isValid() and rows >= 0 and perf_counter() < self._until:
            if block.userState() != self._round:
                self._page.is_dressing = True
                self.rehighlightBlock(block)
                self._page.is_dressing = False
            block, rows = block.next(), rows - 1
        if block.isValid() and rows >= 0:
            self._later.start()
        self._until = 0.0

    def _on_scrolled(self, _value: int) -> None:
        if self.speller is not None:
            self._later.start()

    def _on_typed(self) -> None:
        self._is_resting = False
        if self.speller is not None:
            self._rest.start()

    def _on_rest(self) -> None:
        self._is_resting = True
        found = languages_of(self._page.text())
        if found != self.languages:
            self.languages = found
        self.again()


def _units(text: str, length: int) -> int:
    """Return how many of Qt's units (UTF-16) the first letters of a text take."""
    head = text[:length]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2
