# SPDX-License-Identifier: MIT
"""The letter as one reads it, sentence by sentence, with a place to type in. Keeping what is typed: writing.py."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from resources.language import N_, _
from storage.model.letter import WholeLetter
from ui.letters.piece_delegate import PieceDelegate
from ui.letters.pieces import Piece, Pieces, pieces_of
from ui.letters.sentence_editor import SentenceEditor
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
NEW = "new"
"""The key of a piece that is being typed."""


A_TURN = 120
"""Rows measured in one go, some 20 ms; the rest are guessed and measured in the next turns."""


class LetterText(QListView):
    """One letter, a row a sentence."""

    chosen = Signal(object)
    """The piece stood on now, or None."""
    offered = Signal(object, str)
    """The piece being typed and its words: to be kept, after which the receiver closes the editor."""
    details_asked = Signal()
    """Return was pressed on a part of the shell."""
    refused = Signal(object)
    typed = Signal()
    """A key was pressed in the editor."""
    closed = Signal()
    """Nothing is being typed any more."""

    def __init__(self, look: Look) -> None:
        """Make an empty one."""
        super().__init__()
        self._look = look
        self.editor: SentenceEditor | None = None
        self._piece: Piece | None = None
        self._letter: WholeLetter | None = None
        self._follows = False
        self.may_type = True
        """False for a sealed letter."""
        self.typed_after = ""
        """The sentence that a new piece is being typed after."""
        self.pieces = Pieces(self)
        self._delegate = PieceDelegate(look, self)
        self.setModel(self.pieces)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double)
        look.changed.connect(self._follow)
        self._say()

    def show_letter(self, letter: WholeLetter | None) -> None:
        """Show a letter as it stands now and stay on the sentence one was on; not while something is being typed."""
        if self.editor is not None:
            return
        same = letter and self._letter and letter.letter.id == self._letter.letter.id
        key, row = (self.piece().key, self.currentIndex().row()) if same and self.piece() else ("", 0)  # type: ignore[union-attr]
        self._letter = letter
        self.pieces.show(pieces_of(letter) if letter else ())
        if key and self.pieces.row_of(key) < 0:
            self._stand_on(min(row, self.pieces.rowCount() - 1))
        elif key:
            self._stand_on(self.pieces.row_of(key))
        self.chosen.emit(self.piece())

    def piece(self) -> Piece | None:
        """Return the piece stood on, or None."""
        return self.pieces.piece(self.currentIndex())

    def stand_on(self, key: str) -> None:
        """Go to the row with the key, where there is one."""
        if (row := self.pieces.row_of(key)) >= 0:
            self._stand_on(row)

    def is_typing(self) -> bool:
        """Say whether an editor is open."""
        return self.editor is not None

    def what(self) -> tuple[str, str]:
        """Return what is being typed ("sentence" or "paragraph" for a new one, "" otherwise) and at which sentence."""
        piece = self._piece
        if piece is None:
            return "", ""
        return (piece.key.partition(":")[2], self.typed_after) if piece.kind == NEW else ("", piece.key)

    def reword(self) -> None:
        """Open the editor on the sentence stood on, where it may be typed in."""
        piece = self.piece()
        if piece is not None and piece.sentence is not None and self.may_type and self.editor is None:
            self._open(piece)

    def begin_new(self, name: str, indented: bool, after: str) -> None:
        """Open an editor for a new piece (its act's name: sentence or paragraph) under the row with a key."""
        if self.editor is None and self.may_type:
            self.typed_after = after
            row = self.pieces.begin_new(self.pieces.row_of(after), Piece(f"{NEW}:{name}", NEW, "", indented=indented))
            self._stand_on(row)
            piece = self.piece()
            if piece is not None:
                self._open(piece)

    def keep(self) -> bool:
        """Offer what is being typed to be kept; return whether no editor is open any more."""
        if self.editor is not None and self._piece is not None:
            self._on_ended(True)
        return self.editor is None

    def close_editor(self) -> None:
        """Put the editor away."""
        if self.editor is None:
            return
        editor, self.editor, self._piece = self.editor, None, None
        had_focus = editor.field.hasFocus()
        row = self.pieces.row_of(self._delegate.open_key)
        self._delegate.open_key = ""
        if row >= 0:
            self.setIndexWidget(self.pieces.index(row, 0), None)  # type: ignore[arg-type]
        self.pieces.drop_new()
        self.scheduleDelayedItemsLayout()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return rewords a sentence, or asks for the details of a part of the shell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_double(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._follow()

    def doItemsLayout(self) -> None:
        """Lay the rows out; of a very long letter so many a turn that no turn is felt."""
        self._delegate.budget = A_TURN
        super().doItemsLayout()
        if self._delegate.budget < 0:
            QTimer.singleShot(0, self.scheduleDelayedItemsLayout)
        elif self._follows:
            self._follows = False
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Say name and marks again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._delegate.forget()
            self.show_letter(self._letter)
        super().changeEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which piece is stood on."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.pieces.piece(current))

    def _open(self, piece: Piece) -> None:
        self._piece = piece
        index = self.pieces.index(self.pieces.row_of(piece.key), 0)
        editor = self.editor = SentenceEditor(self._look, piece.text, self.viewport())
        editor.resize(self.viewport().width(), 10)
        self._delegate.open_key, self._delegate.open_height = piece.key, editor.wanted()
        self.setIndexWidget(index, editor)
        editor.ended.connect(self._on_ended)
        editor.refused.connect(self.refused)
        editor.field.textChanged.connect(self.typed)
        editor.grown.connect(self._on_grown)
        self.doItemsLayout()
        self._on_grown(editor.wanted())
        editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.field.moveCursor(editor.field.textCursor().MoveOperation.End)

    def _on_grown(self, high: int) -> None:
        if high != self._delegate.open_height:
            self._delegate.open_height = high
            self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def _on_ended(self, keep: bool) -> None:
        editor, piece = self.editor, self._piece
        if editor is None or piece is None:
            return
        if keep and editor.is_changed() and (editor.text() or piece.kind != NEW):
            self.offered.emit(piece, editor.text())
        else:
            self.close_editor()

    def _on_double(self, index: Index) -> None:
        piece = self.pieces.piece(index)
        if piece is not None and piece.sentence is not None:
            self.reword()
        elif piece is not None and piece.kind in ("head", "strong", "foot") and self.may_type:
            self.details_asked.emit()

    def _follow(self) -> None:
        """Lay out again for another width or size, and keep the sentence stood on in sight."""
        self._follows = True
        self.scheduleDelayedItemsLayout()

    def _stand_on(self, row: int) -> None:
        self.setCurrentIndex(self.pieces.index(row, 0))

    def _say(self) -> None:
        self.setAccessibleName(_(N_("The letter, sentence by sentence")))
