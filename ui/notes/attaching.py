# SPDX-License-Identifier: MIT
"""The files of the note under the hand: shown small, attached by dialog, paste or drop. The window shows them large.

Reading and sealing are a job (storage/acts/attachments.py); pictures on the clipboard become PNG here.
"""

from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from resources.language import N_, _, ngettext
from storage.acts import attachments as acts
from storage.acts.attachments import Incoming
from storage.errors import Refused, Trouble
from storage.media import KINDS
from storage.model.document import Document
from storage.model.note import Note
from storage.queries.attachments import attachments_of_note, taken_off
from storage.queries.history import history
from storage.store import Recorded
from ui.desk import Desk
from ui.widgets.thumbnails import Thumb
from ui.worker import Running

if TYPE_CHECKING:
    from ui.notes.editor import Editor

_PASTED = N_("Pasted picture")


class Attaching(QObject):
    """Shows a note's files and attaches more."""

    asked = Signal(object)
    """The Document that is to be looked at."""

    def __init__(self, desk: Desk, editor: "Editor") -> None:
        """Serve an editor: show its note's files in its card, take what its page is given."""
        super().__init__(editor)
        self._desk, self._editor, self._strip = desk, editor, editor.card.thumbs
        self._note: Note | None = None
        self._files: tuple[Document, ...] = ()
        self._strip.opened.connect(self._on_opened)
        self._strip.taken_off.connect(self._on_taken_off)
        editor.shown.connect(self.show_note)
        editor.card.attach.clicked.connect(self.ask)
        editor.card.page.files_given.connect(self.attach)
        desk.bus.recorded.connect(self._on_recorded)
        self.show_note(editor.note)

    def show_note(self, note: Note | None) -> None:
        """Show the files of a note; none for one that is not ink yet."""
        self._note = note
        try:
            self._files = attachments_of_note(self._desk.store, note.id if note else "")
        except Trouble as trouble:
            self._files = ()
            self._editor.tell(trouble)
        mine = note is None or (note.present and note.author == self._desk.store.me)
        self._editor.card.attach.setVisible(mine)
        self._strip.show_thumbs([_thumb(each) for each in self._files], fixed=not mine)

    def ask(self) -> None:
        """Let the person choose files, with the system's own dialog."""
        suffixes = " ".join(f"*{suffix}" for kind in KINDS.values() for suffix in kind.suffixes)
        self.dialog = QFileDialog(self._editor, _(N_("Attach files to the note")))
        self.dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.dialog.setNameFilters(
            [f"{_(N_('Pictures, PDF, Word, Excel, text'))} ({suffixes})", f"{_(N_('All files'))} (*)"]
        )
        self.dialog.filesSelected.connect(self._on_chosen)
        self.dialog.open()

    def attach(self, files: Sequence[Incoming]) -> None:
        """Attach files to the note under the hand, which becomes ink first; trouble is told, and nothing half done."""
        if not files or not self._editor.ink():
            return
        note = self._editor.note
        if note is None:
            self._editor.tell(Refused(N_("A file belongs to a note."), N_("Write a line about it first.")))
            return
        self._editor.notice.hide()  # what was told of other files
        self.running = Running(acts.attaching(note, files), self._desk.store)
        self.running.finished.connect(self._on_attached)
        self.running.failed.connect(self._on_failed)
        self._editor.card.standing.tell(_(N_("Attaching…")), "", "info")
        self._desk.worker.start(self.running)

    def _on_chosen(self, paths: Sequence[str]) -> None:
        self.attach([Incoming(Path(each).name, Path(each)) for each in paths])

    def _on_attached(self, new: tuple[str, ...]) -> None:
        count = len(new)
        words = ngettext("{count} file attached.", "{count} files attached.", count).format(count=count)
        self._editor.card.standing.tell(words if count else _(N_("This file is attached already.")), "", "ok")

    def _on_failed(self, trouble: Trouble) -> None:
        self._editor.card.standing.hide()
        self._editor.tell(trouble)

    def _on_opened(self, document_id: str) -> None:
        if (found := self._file(document_id)) is not None:
            self.asked.emit(found)

    def _on_taken_off(self, document_id: str) -> None:
        if (found := self._file(document_id)) is not None:
            self._editor.attempt(lambda: acts.detach(self._desk.store, found))

    def can_put_back(self) -> bool:
        """Say whether a file was taken off the note that is shown, and the note is one's own."""
        note = self._note
        mine = note is not None and note.present and note.author == self._desk.store.me
        return mine and note is not None and bool(taken_off(self._desk.store, note.id))

    def put_back(self) -> None:
        """Put back the file that was taken off last; once more, the one before it."""
        note = self._note
        if note is not None and self.can_put_back():
            gone = taken_off(self._desk.store, note.id)
            last = max(gone, key=lambda each: history(self._desk.store, each)[-1].change.tick)
            if self._editor.attempt(lambda: acts.restore(self._desk.store, last)):
                words = _(N_("{name} is attached again.")).format(name=last.title or _(N_("File")))
                self._editor.card.standing.tell(words, "", "ok")

    def _hint_if_less(self, before: Sequence[Document]) -> None:
        """Where a file has just gone from the note, say that it can come back, with a button that does it."""
        gone = [each for each in before if self._file(each.id) is None]
        if gone and self.can_put_back():
            words = _(N_("{name} was taken off. It stays in the record.")).format(name=gone[0].title or _(N_("File")))
            self._editor.card.standing.tell(words, "", "info")
            self._editor.card.standing.offer(N_("&Put it back"), self.put_back)

    def _on_recorded(self, recorded: Recorded) -> None:
        note = self._note
        if note is not None and any(
            each.entity == "document" and each.stream == note.stream_id for each in recorded.changes
        ):
            before = self._files
            self.show_note(note)
            self._hint_if_less(before)

    def _file(self, document_id: str) -> Document | None:
        return next((each for each in self._files if each.id == document_id), None)


def files_in(source: QMimeData) -> list[Incoming]:
    """Return the files that something pasted or dropped holds: files of this computer, or a picture; none for words."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    if paths:
        return [Incoming(each.name, each) for each in paths]
    if source.hasImage() and not source.hasText():
        image = source.imageData()
        data = _png(image) if isinstance(image, QImage) else b""
        return [Incoming(f"{_(_PASTED)}.png", data)] if data else []
    return []


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # bytes, as the stubs want, crash
    return bytes(buffer.data().data())


def _thumb(document: Document) -> Thumb:
    kind = KINDS.get(document.media_type)
    about = f"{_(kind.name) if kind else document.media_type}, {document.size // 1024 + 1} kB"
    try:
        picture = b64decode(document.thumbnail, validate=True)
    except ValueError:  # a colleague's store may send anything
        picture = b""
    return Thumb(document.id, document.title or _(N_("File")), about, picture)
