# SPDX-License-Identifier: MIT
"""What was said to a letter's paragraphs, beside it, and a line to say more. Everybody with a seat may speak here."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.acts import comments as acts
from storage.errors import Trouble
from storage.model.comment import COMMENT_KINDS, Comment
from storage.model.letter import WholeLetter, WholeParagraph
from storage.queries.comments import comments_of_letter
from storage.queries.members import members
from ui.desk import Desk
from ui.letters.row_list import Line, RowList
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Row


class LetterRemarks(QWidget):
    """Remarks on one letter; those on the paragraph stood on come first."""

    refused = Signal(object)
    """The Trouble why something was not said."""
    opened = Signal(str)
    """The paragraph whose remark was opened."""

    comparison_asked = Signal()
    """The letter's words are wanted beside those of an earlier moment."""

    def __init__(self, desk: Desk) -> None:
        """Make it, with no letter."""
        super().__init__()
        self._desk = desk
        self._letter: WholeLetter | None = None
        self._paragraph: WholeParagraph | None = None
        self._said: tuple[Comment, ...] = ()
        self.about = Label("", "small", "muted", wrap=True)
        self.list = RowList(desk.look, N_("Remarks on the letter"), lines=3)
        self.kind, self.field = QComboBox(), QLineEdit()
        self.say_button = Button(desk.look, N_("Sa&y it"))
        self.away = Button(desk.look, N_("&Withdraw my remark"), "x")
        self.compare = IconButton(desk.look, "history", N_("The letter, then and now…"))
        self._build()
        self._name()
        self.say_button.clicked.connect(self.say)
        self.compare.clicked.connect(self.comparison_asked)
        self.field.returnPressed.connect(self.say)
        self.field.textChanged.connect(self._say_possible)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.away.clicked.connect(self.withdraw)
        self._show()

    def show_paragraph(self, letter: WholeLetter | None, paragraph: WholeParagraph | None) -> None:
        """Show what was said to a letter; what is typed now is about the paragraph."""
        self._letter, self._paragraph = letter, paragraph
        self.compare.setEnabled(letter is not None)
        self._show()

    def say(self) -> None:
        """Say what is typed to the paragraph; trouble is told, and the words stay."""
        letter, paragraph, words = self._letter, self._paragraph, self.field.text()
        if letter is None or paragraph is None or not words.strip():
            return
        try:
            acts.say_to_letter(self._desk.store, letter.letter, paragraph, words, str(self.kind.currentData()))
        except Trouble as trouble:
            self.refused.emit(trouble)
        else:
            self.field.clear()
            self._show()

    def withdraw(self) -> None:
        """Withdraw the remark stood on, where it is one's own."""
        said = self._chosen()
        if said is None or said.author != self._desk.store.me:
            return
        try:
            acts.withdraw(self._desk.store, said)
        except Trouble as trouble:
            self.refused.emit(trouble)
        else:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say names and lines again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        store, letter = self._desk.store, self._letter
        every = comments_of_letter(store, letter.letter.id) if letter else ()
        here = self._paragraph.paragraph.id if self._paragraph else ""
        self._said = tuple(sorted(every, key=lambda each: each.paragraph_id != here))
        names = {seat.person_id: seat.name for seat in members(store, letter.letter.stream_id)} if letter else {}
        now = {p.paragraph.id: p.text for section in letter.sections for p in section.paragraphs} if letter else {}
        self.list.show_lines([_line(each, names, now, here) for each in self._said])
        if here:
            self.about.say(N_("What you say here is about the paragraph you stand on."))
        else:
            self.about.say(N_("Stand on a paragraph of the letter to say something to it."))
        self._say_possible()
        self._on_chosen(self.list.key())

    def _chosen(self) -> Comment | None:
        return next((each for each in self._said if each.id == self.list.key()), None)

    def _on_chosen(self, _key: str) -> None:
        said = self._chosen()
        self.away.setEnabled(said is not None and said.author == self._desk.store.me)

    def _on_opened(self, _key: str) -> None:
        if (said := self._chosen()) is not None:
            self.opened.emit(said.paragraph_id)

    def _say_possible(self) -> None:
        self.say_button.setEnabled(self._paragraph is not None and bool(self.field.text().strip()))

    def _name(self) -> None:
        chosen = self.kind.currentData() or "comment"
        self.kind.clear()
        for code, name in COMMENT_KINDS.items():
            self.kind.addItem(_(name), code)
        self.kind.setCurrentIndex(self.kind.findData(chosen))
        self.kind.setAccessibleName(_(N_("Kind of remark")))
        self.field.setAccessibleName(_(N_("Say something to this paragraph")))
        self.field.setPlaceholderText(_(N_("Comment, or ask")))

    def _build(self) -> None:
        px = self._desk.look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, px(8), 0, 0)
        everything.setSpacing(px(8))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.kind)
        first.addStretch(1)
        first.addWidget(self.say_button)
        second.addWidget(self.compare)
        second.addStretch(1)
        second.addWidget(self.away)
        everything.addWidget(self.about)
        everything.addWidget(self.field)
        everything.addLayout(first)
        everything.addWidget(self.list, 1)
        everything.addLayout(second)
        self.away.setEnabled(False)


def _line(said: Comment, names: dict[str, str], now: dict[str, str], here: str) -> Line:
    moved = said.paragraph_id in now and now[said.paragraph_id] != said.quoted
    gone = said.paragraph_id not in now
    chips = [_(N_("This paragraph"))] if said.paragraph_id == here else []
    chips += [_(N_("Paragraph withdrawn"))] if gone else [_(N_("Reworded since"))] if moved else []
    title = " · ".join(filter(None, (_(COMMENT_KINDS.get(said.kind, said.kind)), names.get(said.author, ""))))
    return Line(said.id, Row(title, said.text, tuple(chips), said.said_at[:10]))
