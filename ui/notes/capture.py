# SPDX-License-Identifier: MIT
"""What helps the hand while it types: areas by #, abbreviations, spelling, a hint at names. It never holds a key up.

What is right or means what is storage's; the words on the page are editor.py's.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from resources.language import N_, _
from storage.acts import habits
from storage.errors import Trouble
from storage.job import Job
from storage.model import clock
from storage.model.discretion import Slip, slips
from storage.model.rubric import Rubric
from storage.shorthand import expansion
from storage.spelling import Lexicon, Speller, load, words_in
from ui.desk import Desk
from ui.notes.editor_card import EditorCard
from ui.notes.tags import Tags
from ui.notes.underline import Underline
from ui.worker import Running

LOAD_MS, LOOK_MS = 1500, 900
"""How long after a key the dictionaries are fetched, and the words looked through for names."""
_MOST = 20_000
"""Characters looked through for names."""
_ENDS = frozenset(" .,;:!?)\r\n")

_lexicon: list[Lexicon] = []
"""The dictionaries, once they were read: they are the same for every store."""


class Capture(QObject):
    """Everything that watches the page of one editor."""

    tagged = Signal(str)
    """"rubric:code" that the note is to be linked to: its code was typed after a #."""
    refused = Signal(object)
    """The Trouble why a word was not kept."""

    def __init__(self, desk: Desk, card: EditorCard, parent: QObject) -> None:
        """Watch the card's page."""
        super().__init__(parent)
        self._desk, self._card, self._page = desk, card, card.page
        self.underline = Underline(desk.look, self._page)
        self.tags = Tags(desk.look, self._page)
        self.tags.picked.connect(self.tagged)
        self._allowed: set[str] = set()
        self._hushed: set[str] = set()
        self._expanded = (-1, "")
        """Where an abbreviation was written out last, and which."""
        self._shorthand, self._own = habits.shorthand(desk.store), habits.own_words(desk.store)
        self._running: Running | None = None
        self._load, self._look = QTimer(self), QTimer(self)
        for timer, wait, then in ((self._load, LOAD_MS, self._on_load), (self._look, LOOK_MS, self._on_look)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(then)
        self._page.typed.connect(self._on_typed)
        self._page.installEventFilter(self)
        self._page.menu_wanted.connect(self._on_menu)
        card.caution.dismissed.connect(self._on_dismissed)

    def offer(self, rubrics: Sequence[Rubric], said: Sequence[str]) -> None:
        """Tell the visit's rubrics, and what may stand in a note: roles, places, titles of sessions."""
        self.tags.offer(rubrics)
        self._allowed = {word.casefold() for words in said for _at, word in words_in(words)}

    def learn_habits(self) -> None:
        """Read the person's own words and abbreviations again: they may have been altered elsewhere."""
        store, before = self._desk.store, self._own
        self._shorthand, self._own = habits.shorthand(store), habits.own_words(store)
        if self._own != before and self.underline.speller is not None and _lexicon:
            self.underline.use(Speller(_lexicon[0], self._own))

    def hush(self) -> None:
        """Say nothing any more: another note is shown."""
        self._look.stop()
        self._card.caution.hide()
        self._expanded = (-1, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Expand an abbreviation when the key that ends it is pressed; the key goes on."""
        if watched is self._page and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            if text and text in _ENDS and not self._page.isReadOnly():
                self._expand()
        return super().eventFilter(watched, event)

    def _expand(self) -> None:
        cursor = self._page.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        made = None if cursor.hasSelection() else expansion(before, self._shorthand)
        if made is None:
            return
        length, words = made
        end = cursor.position()
        place = (end - length, before[-length:])
        if place == self._expanded:
            return  # it stands there again: the person took the long form back
        self._expanded = place
        cursor.beginEditBlock()
        cursor.insertText(words)
        # Taken out last: Qt would join what is typed next to an insertion, and one undo would take back both.
        cursor.setPosition(end - length)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.endEditBlock()

    # Spelling.

    def _on_typed(self) -> None:
        if self._page.isReadOnly():
            return
        self._look.start()
        if self.underline.speller is None and self._running is None:
            self._load.start()

    def _on_load(self) -> None:
        if _lexicon:
            self._on_loaded(_lexicon[0])
            return
        job: Job[object, None, Lexicon, Lexicon] = Job(lambda _s: None, lambda _t, _k: load(), lambda _s, made: made)
        self._running = Running(job, self._desk.store, self)
        self._running.finished.connect(self._on_loaded)
        self._desk.worker.start(self._running)

    def _on_loaded(self, lexicon: object) -> None:
        if isinstance(lexicon, Lexicon):
            _lexicon[:] = [lexicon]
            self.underline.use(Speller(lexicon, self._own))

    def _on_menu(self, menu: QMenu, at: QPoint) -> None:
        """Offer better words for the one under the pointer, and to take it for right."""
        cursor = self._page.cursorForPosition(at)
        found = self._word_at(cursor)
        speller = self.underline.speller
        if found is None or speller is None or speller.is_known(found[1], self.underline.languages):
            return
        start, word = found
        first = menu.actions()[0]
        actions = []
        if not self._page.isReadOnly():
            for better in speller.suggestions(word, self.underline.languages):
                actions.append(QAction(better, menu))
                actions[-1].triggered.connect(_Put(self._page.textCursor(), (start, len(word)), better))
        keep = QAction(_(N_("Add “{word}” to my words")).format(word=word), menu)
        keep.triggered.connect(_Keep(self, word))
        for action in (*actions, keep):
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def keep_word(self, word: str) -> None:
        """Take a word for right from now on, in this store."""
        try:
            habits.keep_words(self._desk.store, (*habits.own_words(self._desk.store), word))
        except Trouble as trouble:
            self.refused.emit(trouble)
            return
        self._own = habits.own_words(self._desk.store)
        if self.underline.speller is not None:
            self.underline.speller.learn(word)
            self.underline.again()

    def _word_at(self, cursor: QTextCursor) -> tuple[int, str] | None:
        at, block = cursor.positionInBlock(), cursor.block()
        words = words_in(block.text())
        return next(
            ((block.position() + start, word) for start, word in words if start <= at <= start + len(word)), None
        )

    # Names and dates of birth.

    def _on_look(self) -> None:
        text = self._page.text()[:_MOST]
        speller = self.underline.speller
        is_word = (lambda word: speller.is_known(word)) if speller else None
        found = [
            each
            for each in slips(text, clock.now().astimezone().date(), self._allowed, is_word)
            if each.words.casefold() not in self._hushed
        ]
        self._hint(found[-1]) if found else self._card.caution.hide()

    def _hint(self, slip: Slip) -> None:
        self._hinted = slip.words.casefold()
        if slip.kind == "birth":
            said = _(N_("“{words}” may be a date of birth: an age or a year says less.")).format(words=slip.words)
        else:
            said = _(N_("“{words}” looks like a name: a role or a pseudonym says less.")).format(words=slip.words)
        if not self._card.caution.isVisible() or self._card.caution.message.text() != said:
            self._card.caution.tell(said, "", "warn")

    def _on_dismissed(self) -> None:
        self._hushed.add(self._hinted)
        self._look.start()  # there may be another


class _Put:
    """Puts a better word in place of one; kept by the menu."""

    def __init__(self, cursor: QTextCursor, where: tuple[int, int], better: str) -> None:
        self._cursor, self._where, self._better = cursor, where, better

    def __call__(self) -> None:
        start, length = self._where
        self._cursor.setPosition(start)
        self._cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.insertText(self._better)


class _Keep:
    """Takes a word for right; kept by the menu."""

    def __init__(self, capture: Capture, word: str) -> None:
        self._capture, self._word = capture, word

    def __call__(self) -> None:
        self._capture.keep_word(self._word)
