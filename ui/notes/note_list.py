# SPDX-License-Identifier: MIT
"""The list of notes: search field, count, rows painted only where they are seen. What is listed is given to it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QStyleOptionViewItem, QTableView

from resources.language import N_, _
from storage.queries.standing import Reach, place_of
from ui.look import Look
from ui.models.note_words import POLARITIES, title_of
from ui.models.standing_words import placed, said
from ui.notes.belonging import came_to_be, marks
from ui.notes.lines import Line
from ui.notes.words import hour_of
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.chips import Chip, ChipButton, cut
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Role, Row, RowDelegate
from ui.widgets.search_field import SearchField

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


class NoteLines(QAbstractListModel):
    """Lines as rows; a row is made into words only when somebody looks at it."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._lines: list[Line] = []
        self._listed: dict[str, Line] = {}
        self._reach = Reach()

    def show_reach(self, reach: Reach) -> None:
        """Show how far the visit's changes have come; where each note is, is worked out for the rows that are seen."""
        if reach != self._reach:
            self._reach = reach
            self.retranslate()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines, newest first: what stays the same at both ends stays in place, selection and scroll too."""
        before, fresh = [line.note.id for line in self._lines], [line.note.id for line in lines]
        if before == fresh:
            changed = [row for row, (was, now) in enumerate(zip(self._lines, lines, strict=True)) if was is not now]
            self._keep(lines)
            for row in changed[:_MANY]:
                self.dataChanged.emit(self.index(row), self.index(row))
            if len(changed) > _MANY:
                self.retranslate()
            return
        head = _alike(before, fresh)
        tail = min(_alike(before[::-1], fresh[::-1]), len(before) - head, len(fresh) - head)
        if len(before) > head + tail:
            self.beginRemoveRows(NONE, head, len(before) - tail - 1)
            del self._lines[head : len(before) - tail]
            self.endRemoveRows()
        if len(fresh) > head + tail:
            self.beginInsertRows(NONE, head, len(fresh) - tail - 1)
            self._keep(lines)
            self.endInsertRows()
        self._keep(lines)

    def alter(self, lines: Mapping[str, Line | None]) -> None:
        """Show single lines anew by their notes' identifiers, None for one that leaves; no other row is looked at."""
        for note_id, line in lines.items():
            was = self._listed.get(note_id)
            if was is not None and line is not None and was.order == line.order:
                row = self._row(line)
                self._lines[row] = self._listed[note_id] = line
                self.dataChanged.emit(self.index(row), self.index(row))
                continue
            if was is not None:
                row = self._row(was)
                self.beginRemoveRows(NONE, row, row)
                del self._lines[row], self._listed[note_id]
                self.endRemoveRows()
            if line is not None:
                row = self._row(line)
                self.beginInsertRows(NONE, row, row)
                self._lines.insert(row, line)
                self._listed[note_id] = line
                self.endInsertRows()

    def line(self, index: Index) -> Line | None:
        """Return the line of a row, or None for no row."""
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, note_id: str) -> int:
        """Return the row of a note, or -1."""
        line = self._listed.get(note_id)
        return -1 if line is None else self._row(line)

    def retranslate(self) -> None:
        """Say every word again."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid() or role not in _ASKED:
            return None
        line = self._lines[index.row()]
        place = place_of(self._reach, line.note)
        if role == Role.ROW:
            return placed(row_of(line), place)
        note, where = line.note, said(place)
        means = where.means if role == Qt.ItemDataRole.ToolTipRole else ""
        words = (title_of(note), hour_of(note), came_to_be(note), _polarity(line), ", ".join(line.codes))
        return " · ".join(part for part in (*words, where.name, means, line.note.text[:300]) if part)

    def _keep(self, lines: Sequence[Line]) -> None:
        self._lines = list(lines)
        self._listed = {line.note.id: line for line in lines}

    def _row(self, line: Line) -> int:
        """Return the row of a line, or the row where it belongs: the newest stands first."""
        return bisect_left(self._lines, True, key=lambda each: each.order <= line.order)


_MANY = 50
"""More changed rows than this are announced as one stretch."""
_ASKED = (
    Role.ROW,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


def row_of(line: Line) -> Row:
    """Return a line as the delegate draws it."""
    tone = POLARITIES.get(line.note.polarity, POLARITIES["neutral"])
    title = " · ".join(part for part in (title_of(line.note), marks(line.note)) if part)
    return Row(title, line.note.text, line.codes, hour_of(line.note), _(tone.name), tone.icon, tone.role)


class NoteRows(QTableView):
    """One column of equally high rows: Qt then lays out twenty thousand as fast as ten."""

    entered_text = Signal()
    """Return was pressed: the person wants to go to the text."""

    def __init__(self, look: Look) -> None:
        """Make the view."""
        super().__init__()
        self._look = look
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._drawn = RowDelegate(look, lines=2)
        self.setItemDelegate(self._drawn)
        self.setStyleSheet(_PLAIN)
        look.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return; the rest moves in the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_text.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.selectedIndexes():
            self.setCurrentIndex(self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0))
            self.selectRow(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        high = self._drawn.sizeHint(QStyleOptionViewItem(), NONE).height()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(high)
        self.verticalScrollBar().setSingleStep(high // 3)


_PLAIN = (
    "QTableView { selection-background-color: transparent; }"
    "QTableView::item:selected, QTableView::item:hover { background: transparent; }"
)
"""The delegate draws the chosen row itself, with round corners."""


_UNFOUND = N_("No note answers. Try fewer letters, or look in all areas.")
_EMPTY = N_("No notes yet. The first one stands here as soon as it is finished.")
_NONE_WITHDRAWN = N_("No note of this visit has been withdrawn.")


class NoteList(Card):
    """The card with everything that finds a note."""

    chosen = Signal(str)
    """Another note was chosen here (NoteId)."""
    sought = Signal(str)
    area_cleared = Signal()
    """The person wants to see the notes of every area again."""

    def __init__(self, look: Look) -> None:
        """Make the card, empty."""
        super().__init__(look, N_("Notes"))
        self.count = Label("", "small", "muted")
        self.field = SearchField(look, N_("Search notes"))
        self.narrowed: ChipButton | None = None
        """The area to which the list is narrowed; taken off, it shows all areas again."""
        self._narrowed_to, self._empty = ("", ""), _EMPTY
        self._filters = QHBoxLayout()
        self._filters.addStretch(1)
        self.model = NoteLines()
        self.rows = NoteRows(look)
        self.none = Label(_UNFOUND, tone="muted", wrap=True)
        self.rows.setModel(self.model)
        self.new = IconButton(look, "file-plus", N_("New note"))
        self.corner.addWidget(self.count)
        self.corner.addWidget(self.new)
        self.body.addWidget(self.field)
        self.body.addLayout(self._filters)
        for part in (self.rows, self.none):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.rows, 1)
        self.body.addStretch(0)
        self.none.hide()
        self.field.sought.connect(self.sought)
        self.field.down.connect(self._on_down)
        look.changed.connect(self._on_look)
        self.rows.selectionModel().selectionChanged.connect(self._on_selected)  # the current row moves by focus alone
        self._quiet = False
        self._say()

    def list_withdrawn(self, is_so: bool) -> None:
        """Say in the title, and where there are none, whether the withdrawn notes are listed or the others."""
        self._empty = _NONE_WITHDRAWN if is_so else _EMPTY
        self.title.say(N_("Withdrawn notes") if is_so else N_("Notes"))

    def show_lines(self, lines: Sequence[Line], of: int) -> None:
        """Show what was found of so many; the chosen note stays chosen while it is among them."""
        self._quiet = True
        self.model.show(lines)
        self._quiet = False
        self._say_count(of)

    def alter_lines(self, lines: Mapping[str, Line | None], of: int) -> None:
        """Show single lines anew (None: it leaves) among so many; the chosen note stays chosen while it is listed."""
        self._quiet = True
        self.model.alter(lines)
        self._quiet = False
        self._say_count(of)

    def _say_count(self, of: int) -> None:
        found = self.model.rowCount()
        self.count.say(N_("{found} of {all}"), found=f"{found:,}", all=f"{of:,}")
        self.none.say(_UNFOUND if of else self._empty)
        self.none.setVisible(not found)
        self.rows.setVisible(bool(found))

    def choose(self, note_id: str) -> None:
        """Show a note as chosen, without saying so to anybody; none where it is not listed."""
        self._quiet = True
        row = self.model.row_of(note_id)
        if row < 0:
            self.rows.clearSelection()
            self.rows.setCurrentIndex(NONE)
        else:
            self.rows.setCurrentIndex(self.model.index(row))
        self._quiet = False

    def narrow_to(self, code: str, words: str = "") -> None:
        """Say to which area the list is narrowed; to none for an empty code."""
        self._narrowed_to = (code, words)
        if self.narrowed is not None:
            self.narrowed.hide()
            self.narrowed.deleteLater()
            self.narrowed = None
        if code:
            chip = Chip(code, cut(f"{code} {words}", 34), words)
            self.narrowed = ChipButton(self._look, chip, off=N_("Press Delete to show the notes of all areas"))
            self.narrowed.taken_off.connect(self._on_taken_off)
            self._filters.insertWidget(0, self.narrowed)

    def changeEvent(self, event: QEvent) -> None:
        """Say the words of the rows again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Notes, newest first")))
        self.model.retranslate()

    def _on_look(self) -> None:
        self.narrow_to(*self._narrowed_to)

    def _on_taken_off(self, _code: str) -> None:
        self.area_cleared.emit()

    def _on_down(self) -> None:
        self.rows.setFocus()
        if not self.rows.selectedIndexes() and self.model.rowCount():
            self.rows.setCurrentIndex(self.model.index(0))

    def _on_selected(self, now: QItemSelection, _before: QItemSelection) -> None:
        line = self.model.line(now.indexes()[0]) if now.indexes() else None
        if line is not None and not self._quiet:
            self.chosen.emit(line.note.id)


def _polarity(line: Line) -> str:
    return _(POLARITIES.get(line.note.polarity, POLARITIES["neutral"]).name)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many stand alike from the start."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
