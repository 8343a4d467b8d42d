# SPDX-License-Identifier: MIT
"""The letter in another shape, for one panel: a copy as web page, Word or PDF; what is heard of it; on paper.

What the shapes are: reports/exports; how a letter is laid out: reports/pdf.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from resources.language import N_, _, ngettext
from storage.ahead import must_be_here
from storage.errors import Refused
from storage.job import AnyJob, Job, Tick
from storage.model.letter import Letter, WholeLetter
from storage.queries.letters import whole_letter
from storage.queries.pairs import both, pair_of
from storage.shelf import write_whole
from storage.store import Store
from storage.vault import world
from ui.letters import files
from ui.letters.press import Press, reading

if TYPE_CHECKING:
    from reports.pdf.heard import Heard
    from ui.letters.letters import Letters

_KINDS = {
    "html": (N_("Web pages"), "*.html"),
    "docx": (N_("Word documents"), "*.docx"),
    "pdf": files.PDFS,
}


class Shapes(QObject):
    """The verbs that take the letter shown out of the window."""

    def __init__(self, panel: "Letters", press: Press) -> None:
        """Work for the panel, where trouble is told."""
        super().__init__(panel)
        self._panel, self._desk, self.press = panel, panel.desk, press
        self.dialog: QDialog | None = None
        self._path = Path()
        press.failed.connect(panel.tell)

    def save_shape(self) -> None:
        """Ask in which shape a copy of the words is wanted, and where to write it."""
        from ui.letters.shape_sheet import ShapeSheet

        shell = self._shell()
        if shell is not None and self._panel.text.keep():
            has_pair = pair_of(self._desk.store, shell) is not None
            sheet = ShapeSheet(self._desk, has_pair, self._panel)
            sheet.accepted.connect(self._on_shape)
            self._open(sheet)

    def hear(self) -> None:
        """Show what a screen reader says of the letter."""
        letter = self._panel.letter
        if letter is not None and self._panel.text.keep():
            self.press.start(_hearing(letter), N_("Reading the letter out"), self._on_heard)

    def print_letter(self) -> None:
        """Print the pages: the signed ones of a sealed letter, else as they would be signed."""
        from reports.acts import previewing

        shell = self._shell()
        if shell is not None and self._panel.text.keep():
            job = reading(shell) if shell.document_id else previewing(shell.id)
            self.press.start(job, N_("Laying out the pages"), self._on_pages)

    def write(self, path: Path, shape: str, with_pair: bool) -> None:
        """Write a copy of the letter's words; trouble is told in the panel."""
        shell = self._shell()
        if shell is not None:
            self._path = path if path.suffix.lower() == f".{shape}" else path.with_name(f"{path.name}.{shape}")
            self.press.start(_shaping(shell, shape, with_pair), N_("Writing the copy"), self._on_shaped)

    def _on_shape(self) -> None:
        from ui.letters.shape_sheet import ShapeSheet

        if not isinstance(self.dialog, ShapeSheet):
            return
        shape, with_pair = self.dialog.wanted()
        path = files.ask_save(self._panel, N_("Save in another shape"), f"letter.{shape}", _KINDS[shape])
        if path is not None:
            self.write(path, shape, with_pair)

    def _on_shaped(self, data: bytes) -> None:
        def put() -> None:
            if not self._path.parent.is_dir():
                raise Refused(N_("The folder is not there."), N_("Choose another folder; nothing was written."))
            with world(self._path.parent):
                write_whole(self._path, data)

        if self._panel.attempt(put):
            words = _("A copy was written: {name}. It is not encrypted.").format(name=self._path.name)
            self._panel.notice.tell(words, "", "ok")

    def _on_heard(self, said: "tuple[Heard, ...]") -> None:
        from ui.letters.heard_dialog import HeardDialog

        self._open(HeardDialog(self._desk.look, said, self._panel))

    def _on_pages(self, seen: Any) -> None:
        from ui.letters.printing import ask_printer, printing

        pdf = seen if isinstance(seen, bytes) else seen.pdf
        printer = ask_printer(self._panel)
        if printer is not None:
            self.press.start(printing(pdf, printer, "letter"), N_("Printing the letter"), self._on_printed)

    def _on_printed(self, count: int) -> None:
        words = ngettext("{count} page was sent to the printer.", "{count} pages were sent to the printer.", count)
        self._panel.notice.tell(words.format(count=count), "", "ok")

    def _shell(self) -> Letter | None:
        return self._panel.letter.letter if self._panel.letter else None

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        if self.sender() is self.dialog:
            self.dialog = None


def _hearing(letter: WholeLetter) -> AnyJob:
    def work(_taken: object, _tick: Tick) -> object:
        from reports.pdf.heard import heard

        return heard(letter)

    return Job(lambda _store: None, work, lambda _store, said: said)


def _shaping(shell: Letter, shape: str, with_pair: bool) -> AnyJob:
    """Return the Job that gives a copy's bytes. Raise Refused when the letter is not here, or has no pair."""

    def take(store: Store) -> tuple[WholeLetter, WholeLetter | None]:
        must_be_here(store, shell.stream_id)
        whole, two = whole_letter(store, shell.id), both(store, shell)
        if whole is None or (with_pair and two is None):
            raise Refused(N_("This letter is not in the store."), N_("Choose a letter from the list."))
        other = next((each for each in two if each.letter.id != shell.id), None) if two and with_pair else None
        return whole, other

    def work(taken: tuple[WholeLetter, WholeLetter | None], tick: Tick) -> bytes:
        from reports.exports.letter_files import made

        tick(0.2)
        return made(shape, *taken)

    return Job(take, work, _as_it_is)


def _as_it_is(_store: Store, worked: object) -> object:
    return worked
