# SPDX-License-Identifier: MIT
"""The page on which a note is typed: plain text only, whatever is pasted. What becomes of the words is editor.py's."""

import re

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from resources.language import N_, _
from ui.notes.attaching import files_in

LONGEST = 8_000
"""Letters in a paragraph: Qt lays out a whole paragraph at every key, and a longer one would hold up typing."""
_LONGEST_JOINED = 2_000
"""The same where letters are joined or run from right to left: Qt takes four times as long over them."""
_JOINED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_BROKEN = re.compile("[\ud800-\udfff]")


class NotePage(QPlainTextEdit):
    """A page of plain text with its own undo."""

    typed = Signal()
    """The words were altered, by whatever hand: not only how they look."""
    menu_wanted = Signal(object, QPoint)
    """The menu that is about to be shown, and where on the page."""
    long_lines_broken = Signal()
    """Something pasted had paragraphs so long that they were broken at spaces."""
    files_given = Signal(object)
    """Files or a picture were pasted or dropped: a list of Incoming."""

    def __init__(self) -> None:
        """Make an empty page."""
        super().__init__()
        self.setProperty("page", True)
        self.setTabChangesFocus(True)
        self.is_dressing = False
        """True while somebody alters only how words look."""
        self._is_altered = False
        self.document().contentsChange.connect(self._on_contents)
        self.textChanged.connect(self._on_text)
        self.setStyleSheet("QPlainTextEdit:read-only { background: transparent; }")  # a page, not a field switched off
        self._say()

    def text(self) -> str:
        """Return the words; half of a character (a lone surrogate) becomes the replacement sign."""
        said = self.toPlainText()
        try:
            said.encode()  # a tenth of what looking for them takes, and as a rule there is none
        except UnicodeEncodeError:
            return _BROKEN.sub("\ufffd", said)
        return said

    def show_text(self, text: str) -> None:
        """Show other words, with no undo behind them."""
        self.setPlainText(broken(text))
        self.document().setModified(False)

    def amend_text(self, text: str) -> None:
        """Put other words in place of these, so that the page's own undo brings these back."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(broken(text))

    def is_touched(self) -> bool:
        """Say whether the words were altered since they were shown."""
        return self.document().isModified()

    def sizeHint(self) -> QSize:
        """Ask for no more than the least: it takes what is left. Qt's own wish made the card scroll for nothing."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def span(self) -> tuple[int, int] | None:
        """Return where the selected words begin and end, in characters, or None for no selection."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        units = self.toPlainText().encode("utf-16-le", "surrogatepass")
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        start, end = (len(units[: 2 * at].decode("utf-16-le", "replace")) for at in ends)
        return (start, end) if self.text()[start:end].strip() else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu, with what others add to it."""
        menu = self.createStandardContextMenu()
        self.menu_wanted.emit(menu, event.pos())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return whether there is any text in it, or anything that can be attached."""
        return source.hasText() or source.hasHtml() or source.hasUrls() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the text of what is pasted or dropped, without its looks; pass on files and pictures."""
        if files := files_in(source):
            self.files_given.emit(files)
            return
        text = source.text()
        if not text and source.hasHtml():
            document = QTextDocument()
            document.setHtml(source.html())
            text = document.toPlainText()
        whole = broken(text)
        self.textCursor().insertText(whole)
        self.ensureCursorVisible()
        if whole != text:
            self.long_lines_broken.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say the page's name again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_contents(self, _at: int, removed: int, added: int) -> None:
        self._is_altered = self._is_altered or removed != added

    def _on_text(self) -> None:
        # Qt says that the text changed when only an underline did.
        was_altered, self._is_altered = self._is_altered, False
        if was_altered or not self.is_dressing:
            self.typed.emit()

    def _say(self) -> None:
        self.setAccessibleName(_(N_("Words of the note")))
        self.setPlaceholderText(_(N_("What you saw, read or were told. It is kept while you type.")))


def broken(text: str) -> str:
    """Return the text with every paragraph that is too long broken at a space, or where there is none."""
    if len(text) <= _LONGEST_JOINED:
        return text
    longest = _LONGEST_JOINED if _JOINED.search(text) else LONGEST
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line, longest))


def _pieces(line: str, longest: int) -> list[str]:
    pieces = []
    while len(line) > longest:
        at = line.rfind(" ", longest // 2, longest)
        cut = at + 1 if at >= 0 else longest
        pieces.append(line[:cut])
        line = line[cut:]
    return [*pieces, line]
