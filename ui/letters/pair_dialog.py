# SPDX-License-Identifier: MIT
"""A letter in both languages side by side, paragraph beside paragraph; what must follow is marked in words and sign."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from resources.language import LANGUAGES, N_, _, ngettext
from storage.acts import pairs as acts
from storage.errors import Trouble
from storage.model.letter import Letter
from storage.model.pair import SAME, Row, aligned
from storage.queries.pairs import both
from ui.desk import Desk
from ui.letters.pair_table import PairTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.list_sheet import ListSheet


class PairDialog(ListSheet):
    """Shows both letters, lets somebody say that two paragraphs say the same, and goes to either."""

    sentence_asked = Signal(str, str)
    """(letter, its sentence) somebody wants to go to."""

    comparison_asked = Signal(object)
    """The letter, of the side stood on, whose words are wanted beside those of when both were joined."""

    def __init__(self, desk: Desk, letter: Letter, parent: QWidget | None = None) -> None:
        """Show a letter beside its pair."""
        super().__init__(desk.look, N_("Both languages side by side"), "", parent)
        self._desk, self._letter = desk, letter
        look = desk.look
        self.count = Label("", "small", "muted", wrap=True)
        self.table = PairTable(look)
        self._rows = self.table.rows
        self.same = Button(look, N_("They &say the same now"), "check", primary=True)
        self.go = Button(look, N_("&Go to this paragraph"))
        self.next = Button(look, N_("&Next to follow"), "chevron-down")
        self.since = Button(look, N_("What &changed since they were joined…"), "history")
        self.part = Button(look, N_("Let each stand &alone"))
        self.leave = Button(look, N_("C&lose"))
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show both as they stand now, and stay on the row."""
        at = self.table.currentIndex()
        found = both(self._desk.store, self._letter)
        if found is None:
            self.accept()
            return
        first, second = found
        names = [LANGUAGES.get(each.letter.language, each.letter.language) for each in (first, second)]
        self._second = second.letter
        self._first = first.letter
        self.table.show_rows(aligned(first, second), (names[0], names[1]))
        apart = sum(row.state != SAME for row in self._rows.rows)
        words = ngettext("{count} paragraph to look at", "{count} paragraphs to look at", apart)
        self.count.show_text(words.format(count=apart) if apart else _(N_("Both say the same throughout.")))
        self.next.setEnabled(bool(apart))
        is_open = not (first.letter.document_id or second.letter.document_id)
        self.part.setEnabled(is_open)
        row = at.row() if at.isValid() else next((n for n, r in enumerate(self._rows.rows) if r.state != SAME), 0)
        self.table.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1), max(0, at.column())))
        self._on_stood()

    def say_same(self) -> None:
        """Say that the two paragraphs stood on say the same; trouble is told here."""
        row = self.table.row()
        if row is not None and row.first and row.second and self._do(_Follow(self._desk, row)):
            self.refresh()

    def show_next(self) -> None:
        """Go to the next row that must be looked at; after the last comes the first."""
        here, rows = self.table.currentIndex().row(), self._rows.rows
        order = [*range(here + 1, len(rows)), *range(0, here + 1)]
        at = next((each for each in order if rows[each].state != SAME), -1)
        if at >= 0:
            self.table.setCurrentIndex(self._rows.index(at, 0))

    def _on_part(self) -> None:
        if self._do(_Part(self._desk, self._second)):
            self.accept()

    def _on_since(self) -> None:
        is_second = self.table.currentIndex().column() == 1
        self.comparison_asked.emit(self._second if is_second else self._first)

    def _on_go(self) -> None:
        row, column = self.table.row(), self.table.currentIndex().column()
        side = (row.second if column == 1 and row.second else row.first or row.second) if row else None
        if side is not None and side.sentences:
            self.accept()
            self.sentence_asked.emit(side.paragraph.letter_id, side.sentences[0].id)

    def _on_stood(self) -> None:
        row = self.table.row()
        sealed = bool(self._second.document_id)
        self.same.setEnabled(bool(row and row.first and row.second and row.state != SAME and not sealed))
        self.go.setEnabled(row is not None)

    def _do(self, act: "_Follow | _Part") -> bool:
        try:
            act()
        except Trouble as trouble:
            self.tell(trouble)
            return False
        self.notice.hide()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say the states again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        table = self.table
        self.add(self.count)
        self.fill(table)
        self.add(self.row(self.go, self.next, self.since))
        self.close_with(self.part, self.leave, self.same)
        for signal, slot in (
            (self.same.clicked, self.say_same),
            (self.next.clicked, self.show_next),
            (self.go.clicked, self._on_go),
            (table.opened, self._on_go),
            (table.doubleClicked, self._on_go),
            (self.part.clicked, self._on_part),
            (self.since.clicked, self._on_since),
            (self.leave.clicked, self.reject),
            (table.selectionModel().currentChanged, self._on_stood),
        ):
            signal.connect(slot)
        self.span(980, 640)
        table.setFocus()


class _Follow:
    def __init__(self, desk: Desk, row: Row) -> None:
        self._desk, self._row = desk, row

    def __call__(self) -> None:
        if self._row.first and self._row.second:
            acts.follow(self._desk.store, self._row.first, self._row.second)


class _Part:
    def __init__(self, desk: Desk, letter: Letter) -> None:
        self._desk, self._letter = desk, letter

    def __call__(self) -> None:
        acts.part(self._desk.store, self._letter)
