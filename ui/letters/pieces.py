# SPDX-License-Identifier: MIT
"""A letter as rows to read: its head, headings, sentences and foot. A model over records; it asks and writes nothing.

How a row is drawn: piece_delegate.py. Where one stands on it and types: letter_text.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reports import enclosures
from reports.noting import numbers, waiting
from resources.language import N_, _, long_date, ngettext
from storage.model.letter import NOTE, Letter, Sentence, WholeLetter, WholeSection

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
ENCLOSURES = "attachment"
"""The key of the row that names what goes with the letter: the place of what the checks find in it."""


class Role(IntEnum):
    """What else a row can be asked for."""

    PIECE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Piece:
    """One row of the letter."""

    key: str
    """The record's identifier, or the name of a part of the shell."""
    kind: str
    """head, strong, heading, sentence, foot, or new for one that is being typed."""
    text: str
    sentence: Sentence | None = None
    bullet: str = ""
    """What stands before the first sentence of an item, or of a note: "•", "3." or "[1]"."""
    begins: bool = False
    """First of its paragraph, or of a part of the shell."""
    indented: bool = False
    waits: bool = False
    """Of a note that is not printed: its paragraph was withdrawn."""

    @property
    def mark(self) -> str:
        """Return what a reader should know: waits, or of its sources check, unsupported, sources, standard; or "".

        Nothing of the shell.
        """
        if self.sentence is None:
            return ""
        if self.waits:
            return "waits"
        if self.sentence.check:
            return "check"
        if self.sentence.sources:
            return "sources"
        return "standard" if self.sentence.standard else "unsupported"


def pieces_of(letter: WholeLetter) -> tuple[Piece, ...]:
    """Return the letter's rows from its head to its foot."""
    notes = {**{name: f"[{number}]" for name, number in numbers(letter).items()}, **dict.fromkeys(waiting(letter), "")}
    body = (piece for section in letter.sections for piece in _section(section, notes))
    return (*_head(letter.letter), *body, *_foot(letter))


def mark_words(piece: Piece) -> str:
    """Return the piece's mark as words for tooltip and screen reader, in the language in use."""
    if piece.mark == "sources" and piece.sentence:
        count = len(piece.sentence.sources)
        return ngettext("{count} source", "{count} sources", count).format(count=count)
    return _(_MARKS.get(piece.mark, ""))


_MARKS = {
    "check": N_("Reworded: check that its sources still hold"),
    "standard": N_("Standard wording"),
    "waits": N_("Not printed: the paragraph of this note was withdrawn"),
    "unsupported": N_("No source is named"),
}


def shown_day(shell: Letter) -> str:
    """Return the date the letter bears, in its own language; empty while it has none."""
    try:
        return long_date(date.fromisoformat(shell.date), shell.language)
    except (ValueError, KeyError):
        return ""


def _head(shell: Letter) -> Iterator[Piece]:
    parts = (
        ("letterhead", "head", "\n".join(shell.letterhead)),
        ("addressee", "head", "\n".join(shell.addressee)),
        ("date", "head", shown_day(shell) or _("No date yet")),
        ("salutation", "foot", shell.salutation),
        ("re_line", "strong", shell.re_line),
    )
    return (Piece(key, kind, text, begins=True) for key, kind, text in parts if text)


def _foot(letter: WholeLetter) -> Iterator[Piece]:
    shell = letter.letter
    parts = (
        ("close", shell.close),
        ("signatory", "\n".join(filter(None, (shell.signatory, shell.signatory_role)))),
        (ENCLOSURES, "".join(enclosures.line(letter))),
        ("copies", "\n".join(shell.copies)),
    )
    return (Piece(key, "foot", text, begins=True) for key, text in parts if text)


def _section(whole: WholeSection, notes: Mapping[str, str]) -> Iterator[Piece]:
    """Yield a section's rows; `notes` has the printed number of each note, and none of one that is not printed."""
    if whole.section.title:
        yield Piece(whole.section.id, "heading", whole.section.title, begins=True)
    number = 0
    for paragraph in whole.paragraphs:
        kind = paragraph.paragraph.kind
        number = number + (kind == "numbered") if kind in ("numbered", NOTE) else 0
        note = notes.get(paragraph.paragraph.id)
        bullet = {"bullet": "•", "numbered": f"{number}.", NOTE: note or ""}.get(kind, "")
        waits = note == ""
        for at, sentence in enumerate(paragraph.sentences):
            first = at == 0
            mark, indented = bullet if first else "", bool(bullet) or waits
            yield Piece(sentence.id, "sentence", sentence.text, sentence, mark, first, indented, waits)


class Pieces(QAbstractListModel):
    """The rows of one letter."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()

    def show(self, pieces: Sequence[Piece]) -> None:
        """Show these rows; where they are the same ones, only those that changed are told of."""
        fresh = tuple(pieces)
        if [each.key for each in fresh] != [each.key for each in self._pieces]:
            self.beginResetModel()
            self._pieces = fresh
            self.endResetModel()
            return
        before, self._pieces = self._pieces, fresh
        for row, (was, now) in enumerate(zip(before, fresh, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def begin_new(self, after: int, piece: Piece) -> int:
        """Make room for a piece that is being typed and return its row."""
        self.beginInsertRows(QModelIndex(), after + 1, after + 1)
        self._pieces = (*self._pieces[: after + 1], piece, *self._pieces[after + 1 :])
        self.endInsertRows()
        return after + 1

    def drop_new(self) -> None:
        """Take away the row of a piece that was being typed, if there is one."""
        for row, piece in enumerate(self._pieces):
            if piece.kind == "new":
                self.beginRemoveRows(QModelIndex(), row, row)
                self._pieces = (*self._pieces[:row], *self._pieces[row + 1 :])
                self.endRemoveRows()
                return

    def piece(self, index: Index) -> Piece | None:
        """Return the piece of a row, or None for no row."""
        return self._pieces[index.row()] if index.isValid() else None

    def row_of(self, key: str) -> int:
        """Return the row with the key, or -1."""
        return next((row for row, piece in enumerate(self._pieces) if piece.key == key), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._pieces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        piece = self._pieces[index.row()]
        if role == Role.PIECE:
            return piece
        if role == Qt.ItemDataRole.DisplayRole:
            return piece.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (piece.text.replace("\n", ", "), mark_words(piece))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return mark_words(piece) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows are chosen, never edited: rewording is an act."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
