# SPDX-License-Identifier: MIT
"""What was said to the note under the hand, and a line to say more: comment, question, counter-evidence, answer.

Everybody with a seat may speak here; the note above stays its author's.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.acts import comments
from storage.errors import Trouble
from storage.model.comment import COMMENT_KINDS, Comment
from storage.model.note import Note
from storage.queries.comments import comments_of_note
from storage.queries.members import members
from storage.store import Recorded
from ui.desk import Desk
from ui.notes.words import hour, local, short_weekday
from ui.unsaid import Typed, Unsaid
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label

PLACE = "remark:"
"""What the places of half typed remarks begin with; a note's identifier follows."""
SHOWN = 4
"""Remarks shown at once, the newest; the rest are in the history and in exports."""


class Remarks(QWidget):
    """The part of the desk under a note; hidden while there is no note."""

    refused = Signal(object)
    """The Trouble why something was not said."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk = desk
        self._note: Note | None = None
        self._said: Sequence[Comment] = ()
        self.count = Label("", "small", "muted")
        self.kind, self.field = QComboBox(), QLineEdit()
        self.say_button = Button(desk.look, N_("Sa&y it"))
        self.say_button.clicked.connect(self.say)
        self.field.returnPressed.connect(self.say)
        self.field.textChanged.connect(self._on_typed)
        self._unsaid = Unsaid(desk.journal, self._typed, self)
        self._build()
        desk.bus.recorded.connect(self._on_recorded)
        desk.look.changed.connect(self._fit)
        self._fit()
        self._name()
        self.show_note(None)

    def show_note(self, note: Note | None) -> None:
        """Show what was said to a note, and what is half typed to it: that waits while others are looked at."""
        if (note.id if note else "") != (self._note.id if self._note else ""):
            words, about = self._unsaid.turn_to(f"{PLACE}{note.id}" if note else "")
            self._note = note
            self.field.setText(words)
            mine = note is not None and note.author == self._desk.store.me
            kind = str(about.get("kind", "")) or ("answer" if mine else "comment")
            self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self._note = note
        self.setVisible(note is not None and note.present)
        self._show()

    def say(self) -> None:
        """Say what is typed; trouble is told, and the words stay."""
        note, words, kind = self._note, self.field.text(), str(self.kind.currentData())
        if note is None or not words.strip():
            return
        try:
            comments.say(self._desk.store, note, words, kind)
        except Trouble as trouble:
            self.refused.emit(trouble)
        else:
            self.field.clear()
            self._unsaid.rub_out()

    def texts(self) -> list[str]:
        """Return what is shown, a line for each remark."""
        return [self._line(each) for each in self._said]

    def changeEvent(self, event: QEvent) -> None:
        """Say names and lines again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        try:
            self._said = comments_of_note(self._desk.store, self._note.id) if self._note else ()
        except Trouble as trouble:
            self.refused.emit(trouble)
            return
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for each in self._said[-SHOWN:]:
            self._rows.addWidget(self._row(each))
        words = ngettext("{count} remark", "{count} remarks", len(self._said)).format(count=len(self._said))
        self.count.show_text(words)
        self.count.setVisible(len(self._said) > SHOWN)

    def _row(self, said: Comment) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        words = Label("", "small", wrap=True)
        words.show_text(self._line(said))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        across.addWidget(words, 1)
        if said.author == self._desk.store.me:
            away = IconButton(self._desk.look, "x", N_("Withdraw this remark"))
            away.clicked.connect(_Withdraw(self, said))
            across.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def withdraw(self, said: Comment) -> None:
        """Withdraw one's own remark."""
        try:
            comments.withdraw(self._desk.store, said)
        except Trouble as trouble:
            self.refused.emit(trouble)

    def _line(self, said: Comment) -> str:
        names = {seat.person_id: seat.name for seat in members(self._desk.store, said.stream_id)}
        moment = local(said.said_at)
        when = f"{short_weekday(moment.date())} {hour(said.said_at)}" if moment else ""
        kind = _(COMMENT_KINDS.get(said.kind, said.kind))
        head = " · ".join(part for part in (kind, names.get(said.author, ""), when) if part)
        return f"{head}\n{said.text}"

    def _typed(self) -> Typed:
        visit = self._note.visit_id if self._note else ""
        return self.field.text(), {"visit": visit, "kind": str(self.kind.currentData())}

    def _on_typed(self, words: str) -> None:
        self.say_button.setEnabled(bool(words.strip()))
        self._unsaid.typed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep at once what is half typed: it may be long until the note is seen again."""
        super().hideEvent(event)
        self._unsaid.write()

    def _on_recorded(self, recorded: Recorded) -> None:
        note = self._note
        if note and any(
            each.entity in ("comment", "member") and each.stream == note.stream_id for each in recorded.changes
        ):
            self._show()

    def _name(self) -> None:
        chosen = self.kind.currentData() or "comment"
        self.kind.clear()
        for code, name in COMMENT_KINDS.items():
            self.kind.addItem(_(name), code)
        self.kind.setCurrentIndex(self.kind.findData(chosen))
        self.kind.setAccessibleName(_(N_("Kind of remark")))
        self.field.setAccessibleName(_(N_("Say something to this note")))
        self.field.setPlaceholderText(_(N_("Comment, ask, or tell what speaks against it")))

    def _build(self) -> None:
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 0, 0, 0)
        rule = QFrame()
        rule.setProperty("rule", True)
        self._rows = QVBoxLayout()
        self._line_in = QHBoxLayout()
        self._line_in.addWidget(self.kind)
        self._line_in.addWidget(self.field, 1)
        self._line_in.addWidget(self.say_button)
        everything.addWidget(rule)
        everything.addWidget(self.count)
        everything.addLayout(self._rows)
        everything.addLayout(self._line_in)
        self.say_button.setEnabled(False)

    def _fit(self) -> None:
        gap = self._desk.look.px(8)
        if (layout := self.layout()) is not None:
            layout.setSpacing(gap)
        for row in (self._rows, self._line_in):
            row.setSpacing(gap)


class _Withdraw:
    """Withdraws one remark; kept by its button."""

    def __init__(self, remarks: Remarks, said: Comment) -> None:
        self._remarks, self._said = remarks, said

    def __call__(self) -> None:
        self._remarks.withdraw(self._said)
