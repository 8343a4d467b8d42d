# SPDX-License-Identifier: MIT
"""The checks' verbs for one panel: check, names to look for, approve, trace sheet, stock phrases. The work: reports."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from resources.language import N_, _
from storage.errors import Trouble
from storage.store import Store
from ui.letters import files
from ui.letters.names_sheet import NamesSheet
from ui.letters.press import Press

if TYPE_CHECKING:
    from reports.sheets.paper import Sheet
    from ui.letters.checks_dialog import ChecksDialog
    from ui.letters.letters import Letters

APPROVED = "approved"
_RULES = {
    "saw": N_("We saw: observation or record"),
    "heard": N_("We heard: people spoken to"),
    "found": N_("We found: two kinds of source"),
    "": N_("Other phrases"),
}


class Checks(QObject):
    """What is asked of the letter that the panel shows."""

    def __init__(self, panel: "Letters", press: Press) -> None:
        """Work for the panel, where trouble is told."""
        super().__init__(panel)
        self._panel, self.press, self._approves = panel, press, False
        self.dialog: ChecksDialog | None = None
        self.sheet: NamesSheet | None = None
        self.phrases = QMenu(panel)
        self.phrases.triggered.connect(self._on_phrase)
        press.failed.connect(self._on_trouble)

    def ask(self) -> None:
        """Check the letter shown and show what is found beside it; again, where it stands open already."""
        from ui.letters.checks_dialog import ChecksDialog  # what checks takes a while to load; warming() has begun it

        letter = self._panel.letter
        if letter is None or not self._panel.text.keep():
            return
        if self.dialog is not None:
            self.dialog.close()
        dialog = self.dialog = ChecksDialog(self._panel.desk, self._panel.rota, letter.letter, self._panel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.place_asked.connect(self._on_place)
        dialog.names_asked.connect(self.ask_names)
        dialog.approval_asked.connect(self.approve)
        dialog.finished.connect(self._on_closed)
        dialog.show()

    def ask_names(self) -> None:
        """Ask for the private list of the visit."""
        sheet = self.sheet = NamesSheet(self._panel.desk, self._panel.visit_id, self.dialog or self._panel)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(self._on_names)
        sheet.open()

    def move(self, state: str) -> None:
        """Move the letter on; to be approved it is checked first."""
        if state == APPROVED:
            self.approve()
        else:
            self._panel.review.move(state)

    def approve(self) -> None:
        """Check the letter and approve it; what is still open is shown."""
        from reports.approving import approving

        letter = self._panel.letter
        if letter is not None and self._panel.text.keep():
            self._panel.notice.hide()
            self._approves = True
            self.press.start(approving(letter.letter), N_("Checking the letter"), self._on_approved)

    def save_trace(self) -> None:
        """Ask where to write the trace sheet of the letter shown."""
        from reports.sheets.paper import printing

        letter = self._panel.letter
        if letter is None or not self._panel.text.keep():
            return
        path = files.ask_save(self._panel, N_("Save the trace sheet"), "trace.pdf", files.PDFS)
        if path is not None:
            where = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            self.press.start(printing(_Tracing(letter.letter.id), where), N_("Writing the trace sheet"), self._on_trace)

    def offer_phrases(self) -> None:
        """Offer the phrase bank; what is chosen goes into the sentence that is being typed, or begins a new one."""
        text = self._panel.text
        if self._panel.letter is not None and text.may_type:
            self.fill_phrases()
            self.phrases.popup(text.mapToGlobal(QPoint(text.width() // 4, text.height() // 4)))

    def fill_phrases(self) -> None:
        """Put the phrases of the letter's language into the menu, under what each promises."""
        from reports.checks.phrases import house

        letter = self._panel.letter
        self.phrases.clear()
        if letter is None:
            return
        for rule, title in _RULES.items():
            self.phrases.addSection(_(title))
            for each in house(letter.letter.language).phrases:
                if each.rule == rule:
                    self.phrases.addAction(each.words)

    def _on_phrase(self, action: QAction) -> None:
        if not self._panel.text.is_typing():
            self._panel.writing.add_sentence()
        if (editor := self._panel.text.editor) is not None:
            before = editor.field.textCursor().block().text()[: editor.field.textCursor().positionInBlock()]
            editor.field.insertPlainText(f"{'' if not before or before.endswith(' ') else ' '}{action.text()} ")
            editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place(self, place: str) -> None:
        self._panel.text.stand_on(place)
        self._panel.window().activateWindow()
        self._panel.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_names(self) -> None:
        if self.dialog is not None:
            self.dialog.check()

    def _on_approved(self, _found: object) -> None:
        self._approves = False
        if self.dialog is not None:
            self.dialog.close()
        self._panel.notice.tell(_("The checks found nothing open: the letter is approved."), "", "ok")

    def _on_trace(self, path: Path) -> None:
        words = _("The trace sheet was written: {name}. It is not encrypted.").format(name=path.name)
        self._panel.notice.tell(words, "", "ok")

    def _on_trouble(self, trouble: Trouble) -> None:
        self._panel.tell(trouble)
        if self._approves and self.dialog is None:
            self.ask()  # what is open is told there
        self._approves = False

    def _on_closed(self) -> None:
        self.dialog = None


class _Tracing:
    """Makes the trace sheet of one letter."""

    def __init__(self, letter_id: str) -> None:
        self._letter_id = letter_id

    def __call__(self, store: Store) -> "Sheet":
        from reports.trace import trace_sheet

        return trace_sheet(store, self._letter_id)
