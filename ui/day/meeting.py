# SPDX-License-Identifier: MIT
"""The feedback meeting on the screen: what leaders are to be told, and what was said, by role. It writes nothing."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit

from reports.sheets.feedback import TO_BE_TOLD
from resources.language import N_, _
from storage.model.point import SAID
from storage.queries.day import Day
from ui.day.rows import finding_row, said_row
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.moment_field import MomentField
from ui.widgets.row_view import RowView
from ui.widgets.turning import Turning

_NARROW = 680
"""Pixels at 100 %."""


class Meeting(Turning):
    """Two cards."""

    heard = Signal()
    """The button was pressed: the caller reads the fields and records."""
    told = Signal(str)
    """A finding (its identifier) that leaders were told."""
    withdrawn = Signal(str)

    def __init__(self, look: Look) -> None:
        """Lay out the cards, empty."""
        super().__init__(look, _NARROW)
        self._day: Day | None = None
        self.findings, self.said = RowView(look, lines=2), RowView(look, lines=2, chips=False)
        self.kind, self.role, self.words, self.at = QComboBox(), QLineEdit(), QPlainTextEdit(), MomentField(look)
        self.keep = Button(look, N_("&Write it down"), "plus", primary=True)
        self.tell = Button(look, N_("This was &told"), "check")
        self.drop = Button(look, N_("Take &off"), "x")
        self.nothing = Label(N_("Nothing is ready to be told: propose findings first."), tone="muted", wrap=True)
        self.silent = Label(N_("Nothing has been written down yet."), tone="muted", wrap=True)
        for code in SAID:
            self.kind.addItem("", code)
        self._build()
        self._connect()
        self.set_now()
        self._fill()

    def show_day(self, day: Day) -> None:
        """Show a day's meeting."""
        self._day = day
        self._fill()

    def given(self) -> tuple[str, str, str]:
        """Return what is typed: kind, role, words."""
        return str(self.kind.currentData()), self.role.text(), self.words.toPlainText()

    def set_now(self) -> None:
        """Put the time to now, and the words to none: the role stays, as leaders speak more than once."""
        self.at.set_now()
        self.words.clear()

    def put_words(self, words: str) -> None:
        """Put other words into the field; its own undo brings back what stood there."""
        cursor = self.words.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(words)

    def put_back(self, words: str, about: Mapping[str, object]) -> None:
        """Put back what was half typed: words, and beside them role and kind."""
        self.words.setPlainText(words)
        self.role.setText(str(about.get("role", "")))
        self.kind.setCurrentIndex(max(self.kind.findData(about.get("kind", "")), 0))

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        for at, name in enumerate(SAID.values()):
            self.kind.setItemText(at, _(name))
        self.role.setPlaceholderText(_(N_("Head of service")))
        if self._day is None:
            return
        told = [each for each in self._day.findings if each.state in TO_BE_TOLD]
        self.findings.show_rows([(each.finding.id, finding_row(each)) for each in told], _(N_("To be told")))
        self.said.show_rows([(each.id, said_row(each)) for each in self._day.said], _(N_("What was said")))
        self.findings.setVisible(bool(told))
        self.nothing.setVisible(not told)
        self.said.setVisible(bool(self._day.said))
        self.silent.setVisible(not self._day.said)
        self._allow()

    def _allow(self) -> None:
        self.tell.setEnabled(bool(self.findings.chosen()))
        self.drop.setEnabled(bool(self.said.chosen()))

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._allow()

    def _on_tell(self) -> None:
        if self.findings.chosen():
            self.told.emit(self.findings.chosen())

    def _on_drop(self) -> None:
        if self.said.chosen():
            self.withdrawn.emit(self.said.chosen())

    def _build(self) -> None:
        left = Card(self._look, N_("To be told"), N_("Findings that are more than a hunch"))
        right = Card(self._look, N_("What was said"), N_("With its time and by role; leaders may dispute and offer"))
        left.corner.addWidget(self.tell)
        right.corner.addWidget(self.drop)
        for card, none, view in ((left, self.nothing, self.findings), (right, self.silent, self.said)):
            card.body.addWidget(none)
            card.body.addWidget(view, 1)
        left.body.addStretch(0)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep)
        right.body.addLayout(self._form())
        right.body.addLayout(foot)
        self.across.addWidget(left, 2)
        self.across.addWidget(right, 3)

    def _form(self) -> QFormLayout:
        px = self._look.px
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(px(72))
        form, first = QFormLayout(), QHBoxLayout()
        form.setSpacing(px(8))
        first.setSpacing(px(8))
        labels = {}
        for name, key, field in (
            ("kind", N_("&Kind"), self.kind),
            ("at", N_("W&hen"), self.at),
            ("role", N_("Who, by &role"), self.role),
            ("words", N_("Wor&ds"), self.words),
        ):
            labels[name] = Label(key)
            labels[name].setBuddy(field)
            field.setAccessibleName(_(key).replace("&", ""))
        first.addWidget(self.kind, 1)
        first.addWidget(labels["at"])
        first.addWidget(self.at, 1)
        form.addRow(labels["kind"], first)
        form.addRow(labels["role"], self.role)
        form.addRow(labels["words"], self.words)
        return form

    def _connect(self) -> None:
        self.keep.clicked.connect(self.heard)
        self.tell.clicked.connect(self._on_tell)
        self.drop.clicked.connect(self._on_drop)
        for view in (self.findings, self.said):
            view.selectionModel().currentChanged.connect(self._on_current)
