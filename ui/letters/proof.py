# SPDX-License-Identifier: MIT
"""What can be done with a signed letter: verify it, verify any PDF, save a copy outside the encrypted store."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from reports.signing.verdict import Verdict
from resources.language import N_, _
from ui.letters import files
from ui.letters.copy_warning import CopyWarning
from ui.letters.letter_list import type_title
from ui.letters.press import Press, copying, verifying_file, verifying_letter
from ui.letters.verdict import VerdictDialog

if TYPE_CHECKING:
    from ui.letters.letters import Letters


class Proof(QObject):
    """The signed letter's verbs, for one panel."""

    def __init__(self, panel: "Letters", press: Press) -> None:
        """Work for the panel, where trouble is told."""
        super().__init__(panel)
        self._panel, self.press, self._name = panel, press, ""
        self._look = panel.desk.look
        self._is_warned = False
        press.failed.connect(panel.tell)
        self.dialog: QDialog | None = None
        """What is on the screen: the verdict, or the warning about copies."""

    def verify(self) -> None:
        """Verify the signed letter shown against what the store has kept of it."""
        shell = self._panel.letter.letter if self._panel.letter else None
        if shell is not None and shell.document_id:
            self._name = type_title(shell.kind)
            self._panel.notice.hide()
            self.press.start(verifying_letter(shell), N_("Verifying the letter"), self._on_verified)

    def verify_file(self) -> None:
        """Ask for any PDF file and verify it."""
        path = files.ask_open(self._panel, N_("Choose a PDF file to verify"), files.PDFS)
        if path is not None:
            self._name = path.name
            self._panel.notice.hide()
            self.press.start(verifying_file(path), N_("Verifying the file"), self._on_verified)

    def save_copy(self) -> None:
        """Ask where to write the signed PDF; warn, the first time, that a copy is not encrypted."""
        shell = self._panel.letter.letter if self._panel.letter else None
        if shell is None or not shell.document_id:
            return
        if self._is_warned:
            self._ask_where()
            return
        warning = CopyWarning(self._look, self._panel)
        warning.accepted.connect(self._on_warned)
        self._open(warning)

    def _on_warned(self) -> None:
        self._is_warned = True
        self._ask_where()

    def _ask_where(self) -> None:
        shell = self._panel.letter.letter if self._panel.letter else None
        path = files.ask_save(self._panel, N_("Save a copy of the signed letter"), "letter.pdf", files.PDFS)
        if shell is not None and path is not None:
            where = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            self.press.start(copying(shell, where), N_("Writing the copy"), self._on_copied)

    def _on_copied(self, path: Path) -> None:
        words = _("A copy was written: {name}. It is not encrypted.").format(name=path.name)
        self._panel.notice.tell(words, "", "ok")

    def _on_verified(self, verdict: Verdict) -> None:
        self._open(VerdictDialog(self._look, verdict, self._name, self._panel))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
