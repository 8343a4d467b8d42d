# SPDX-License-Identifier: MIT
"""What is done with a letter between drafting and publication, for one panel: its states, accuracy, pair, comparison.

Each dialog stands in a file of its own; the acts are below ui. Signing first: sign_dialog.py. Copies: shapes.py.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from resources.language import _
from storage.model import clock
from storage.model.letter import Letter, WholeParagraph
from storage.queries.challenges import reply_due
from storage.queries.letter_moments import PAIRED, STATE, Since
from storage.queries.letter_states import way_of_letter
from storage.queries.pairs import joinable, pair_of
from storage.store import Store
from ui.letters.standing import lines
from ui.letters.state_sheet import OUT, StateSheet, move_on, wants_asking

if TYPE_CHECKING:
    from ui.letters.letters import Letters


class Review(QObject):
    """The verbs of review and publication."""

    def __init__(self, panel: "Letters") -> None:
        """Work for the panel, where trouble is told."""
        super().__init__(panel)
        self._panel, self._desk = panel, panel.desk
        self.dialog: QDialog | None = None

    def show(self) -> None:
        """Say on the card, and beside the letter, how the letter shown stands."""
        panel, letter = self._panel, self._panel.letter
        panel.card.show_about(lines(self._desk.store, letter.letter) if letter else [])
        shell = letter.letter if letter else None
        due = reply_due(shell) if shell and shell.status == OUT else None
        way = way_of_letter(self._desk.store, shell) if shell else ()
        panel.card.show_way(way, due, clock.now().astimezone().date())
        panel.remarks.show_paragraph(letter, self.paragraph())

    def paragraph(self) -> WholeParagraph | None:
        """Return the paragraph of the sentence stood on, or None."""
        letter, piece = self._panel.letter, self._panel.text.piece()
        if letter is None or piece is None or piece.sentence is None:
            return None
        own = piece.sentence.paragraph_id
        return next((p for section in letter.sections for p in section.paragraphs if p.paragraph.id == own), None)

    def may_countersign(self) -> bool:
        """Say whether the letter shown waits for its second signature."""
        shell = self._shell()
        return shell is not None and bool(shell.document_id and shell.second_signatory and not shell.countersigned_id)

    def move(self, state: str) -> None:
        """Move the letter on; ask first where the state needs a reason, a day or its pair."""
        shell = self._shell()
        if shell is None:
            return
        if wants_asking(self._desk.store, shell, state):
            self._open(StateSheet(self._desk, shell, state, self._panel))
        else:
            self._panel.attempt(_Step(self._desk.store, shell, state))

    def compare(self, code: str = "", state: str = "") -> None:
        """Ask for the letter's words beside those of an earlier moment: of a code, or the last that read otherwise."""
        shell = self._shell()
        if shell is not None and self._panel.text.keep():
            self._panel.history_asked.emit(Since(shell, code, state))

    def accuracy(self) -> None:
        """Show the factual-accuracy round."""
        from ui.letters.accuracy import AccuracyDialog

        if self._panel.letter is not None and self._panel.text.keep():
            dialog = AccuracyDialog(self._desk, self._panel.letter, self._panel)
            dialog.paragraph_asked.connect(self.stand_on_paragraph)
            dialog.comparison_asked.connect(self._on_since_out)
            self._open(dialog)

    def other_language(self) -> None:
        """Show both languages side by side; where they were drafted apart, join them; draft one that is missing."""
        from ui.letters.join_dialog import JoinDialog
        from ui.letters.pair_dialog import PairDialog

        shell = self._shell()
        if shell is None or not self._panel.text.keep():
            return
        if pair_of(self._desk.store, shell) is None:
            others = joinable(self._desk.store, shell)
            if others and self._panel.letter is not None:
                joining = JoinDialog(self._desk, self._panel.letter, others, self._panel)
                joining.draft_asked.connect(self._draft_other)
                joining.accepted.connect(self._on_joined)
                self._open(joining)
            else:
                self._draft_other()
            return
        dialog = PairDialog(self._desk, shell, self._panel)
        dialog.sentence_asked.connect(self._on_sentence)
        dialog.comparison_asked.connect(self._on_since_joined)
        self._open(dialog)

    def countersign(self) -> None:
        """Show the signed pages and ask who signs them too."""
        from ui.letters.countersign_dialog import CountersignDialog

        shell = self._shell()
        if shell is not None and self.may_countersign():
            self._open(CountersignDialog(self._desk, self._panel.rota, shell, self._panel))

    def stand_on_paragraph(self, paragraph_id: str) -> None:
        """Go to the first sentence of a paragraph of the letter shown."""
        letter = self._panel.letter
        for section in letter.sections if letter else ():
            for each in section.paragraphs:
                if each.paragraph.id == paragraph_id and each.sentences:
                    self._panel.text.stand_on(each.sentences[0].id)
                    self._panel.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft_other(self) -> None:
        from ui.letters.draft_dialog import DraftDialog

        if (shell := self._shell()) is not None:
            drafting = DraftDialog(self._desk, self._panel.visit_id, self._panel, pair=shell)
            drafting.drafted.connect(self._panel.show_letter)
            self._open(drafting)

    def _on_joined(self) -> None:
        self._panel.notice.tell(_("Both languages are one letter now. Undo (Ctrl+Z) parts them again."), "", "ok")

    def _on_since_out(self) -> None:
        self.compare(STATE, OUT)

    def _on_since_joined(self, letter: Letter) -> None:
        self._panel.history_asked.emit(Since(letter, PAIRED))

    def _on_sentence(self, letter_id: str, sentence_id: str) -> None:
        self._panel.show_letter(letter_id)
        self._panel.text.stand_on(sentence_id)
        self._panel.text.setFocus(Qt.FocusReason.OtherFocusReason)

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


class _Step:
    """One step of a letter, to be attempted."""

    def __init__(self, store: Store, letter: Letter, state: str) -> None:
        self._store, self._letter, self._state = store, letter, state

    def __call__(self) -> None:
        move_on(self._store, self._letter, self._state)
