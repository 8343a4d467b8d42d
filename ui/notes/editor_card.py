# SPDX-License-Identifier: MIT
"""How the editor is laid out: title with its kept mark, fields, areas, the page, what can be done. It does nothing."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from ui.look import Look
from ui.notes.belonging import EXAMPLE
from ui.notes.details import Details
from ui.notes.hint import Hint
from ui.notes.moment import Moment
from ui.notes.page import NotePage
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.status_line import KeptMark
from ui.widgets.thumbnails import Thumbnails

_TOO_LONG_TO_COUNT = 300_000
_LEAST = 140
"""Pixels at 100 % that a page has at least."""
_PEEP = 64
"""Pixels at 100 % in which a page that comes first lets see that more stands below it."""


class _Scroll(QScrollArea):
    """Says when it has another height."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class EditorCard(Card):
    """The middle of the desk."""

    def __init__(self, look: Look) -> None:
        """Make the parts and place them."""
        super().__init__(look, N_("New note"))
        self.title.setProperty("type", "title")
        self.mark = KeptMark(look)
        self.history = IconButton(look, "history", N_("History of this note"))
        self.moment = Moment(look)
        """Day, time, whose note it is, and how it came to be."""
        self.standing = Notice(look)
        """What is true of this note as long as it is shown: withdrawn, recovered, changed elsewhere."""
        self.example = Label(EXAMPLE, "small", "muted", wrap=True)
        """Shown on an invented note only."""
        self.caution = Hint(look)
        """Under the page: what may say too much of a child."""
        self.details = Details(look)
        self.link = Button(look, N_("&Link to an area"), "link")
        self.chips = Chips(look, self.link)
        self.page = NotePage()
        self.reason = QLineEdit()
        """Why the note is amended: asked once its session is over, needed once fieldwork is closed."""
        self.reason_label, self._why = Label(N_("&Why amended")), ""
        self.thumbs = Thumbnails(look)
        self.attach = IconButton(look, "paperclip", N_("Attach files"))
        self.words = Label("", "small", "muted")
        self.withdraw = Button(look, N_("With&draw"))
        self.restore = Button(look, N_("&Restore"), "undo-2")
        self.finish = Button(look, N_("F&inish note"), primary=True)
        self._high = QWidget()
        """Nothing to see: without it a card with little room would make its small buttons flat."""
        self._build()
        look.changed.connect(self._fit_inside)
        self._fit_inside()
        self._say_inside()

    def changeEvent(self, event: QEvent) -> None:
        """Say the name of what scrolls again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_inside()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the page comes first: typing is what the editor is for."""
        super().resizeEvent(event)
        if (inside := self.layout()) is not None:  # wrapped lines are higher than they say: the page scrolls instead
            self.setMinimumHeight(inside.totalMinimumHeightForWidth(event.size().width()))
        self._order()

    def lock(self, is_locked: bool) -> None:
        """Only tell a note: then its words come first, and the fields that cannot be altered below them."""
        self.details.lock(is_locked)
        self.moment.lock(is_locked)
        self.page.setReadOnly(is_locked)
        self._order()

    def count_words(self) -> None:
        """Say how many words stand on the page; nothing for none, and for more than can be counted while typing."""
        is_short = self.page.document().characterCount() < _TOO_LONG_TO_COUNT
        count = len(self.page.text().split()) if is_short else 0
        words = ngettext("{count} word", "{count} words", count).format(count=f"{count:,}") if count else ""
        self.words.show_text(words)

    def put_under(self, part: QWidget) -> None:
        """Place something under the note and its files."""
        self.body.insertWidget(self.body.indexOf(self.thumbs) + 1, part)

    def _order(self) -> None:
        comes_first = self.page.isReadOnly() or self._scroll.viewport().height() < self._needed()
        first = self._inside.itemAt(0)
        if first is not None and comes_first != (first.widget() is self.page):
            self._arrange(self._parts[::-1] if comes_first else self._parts)
        self._give_room()

    def _needed(self) -> int:
        """Return how high the fields and the least of a page are together, in whatever order."""
        wide = self._scroll.viewport().width()
        highs = [
            part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height() for part in self._fields
        ]
        return sum(highs) + len(highs) * self._inside.spacing() + self._look.px(_LEAST)

    def _give_room(self) -> None:
        """Let a page that comes first have what there is, and show that the fields stand below."""
        first, least = self._inside.itemAt(0), self._look.px(_LEAST)
        is_first = first is not None and first.widget() is self.page
        room = self._scroll.viewport().height() - self._look.px(_PEEP)
        self.page.setMinimumHeight(max(least, room) if is_first else least)

    def _arrange(self, parts: Sequence[QWidget]) -> None:
        for part in parts:
            self._inside.removeWidget(part)
        for part in parts:
            self._inside.addWidget(part)
        self._inside.setStretchFactor(self.page, 1)

    def _say_inside(self) -> None:
        self._scroll.setAccessibleName(_(N_("Note")))
        self.reason.setAccessibleName(_(N_("Why the note is amended")))
        self.ask_why(self._why)

    def ask_why(self, why: str) -> None:
        """Ask for a reason as `why_asked` says: "close" needs one, with "session" it may stay empty; else hide it."""
        self._why = why
        for part in (self.reason_label, self.reason):
            part.setVisible(bool(why))
        words = {
            "close": N_("Needed: fieldwork is closed. The original stays beside it."),
            "session": N_("The session is over: say why, or leave it empty. The original stays beside it."),
        }
        self.reason.setPlaceholderText(_(words.get(why, "")))
        self.reason.setToolTip(_(words.get(why, "")))
        self.reason.setAccessibleDescription(_(words.get(why, "")))

    def _build(self) -> None:
        self.corner.addWidget(self._high)
        for small in (self.mark, self.moment.ask_button, self.attach, self.history):
            self.corner.addWidget(small)
        rule = QFrame()
        rule.setProperty("rule", True)
        inside = QWidget()
        inside.setProperty("scroll", True)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._fields = (self.details, self.chips, rule)
        self._parts = (*self._fields, self.page)
        self._arrange(self._parts)
        self._scroll = _Scroll()
        self._scroll.resized.connect(self._order)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.words, 1)
        for button in (self.withdraw, self.restore, self.finish):
            self._foot.addWidget(button)
        why = QHBoxLayout()
        why.addWidget(self.reason_label)
        why.addWidget(self.reason, 1)
        self.reason_label.setBuddy(self.reason)
        for part in (self.moment, self.example, self.standing, self._scroll, self.caution, self.thumbs):
            self.body.addWidget(part)
        self.example.hide()
        self.body.addLayout(why)
        self.body.setStretchFactor(self._scroll, 1)
        self.body.addLayout(self._foot)
        self.chips.follows = self.details.in_order()[-1]
        self.thumbs.follows = self.page
        order = (self.moment.ask_button, self.attach, self.history, *self.details.in_order())
        order = (*order, self.link, self.page, self.reason, self.withdraw, self.restore, self.finish)
        for first, then in pairwise(order):
            self.setTabOrder(first, then)

    def _fit_inside(self) -> None:
        self._high.setFixedSize(0, self._look.px(39))
        self._scroll.setMinimumHeight(self._look.px(110))
        self._inside.setSpacing(self._look.px(12))
        self._foot.setSpacing(self._look.px(8))
        self._give_room()
