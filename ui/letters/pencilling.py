# SPDX-License-Identifier: MIT
"""A sentence being typed is pencilled in the journal, and found again after a crash. How it is kept: storage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from resources.language import N_, _
from storage.journal import Pencil
from storage.model import clock
from ui.letters import pen

if TYPE_CHECKING:
    from ui.letters.letters import Letters

PAUSE_MS, LONGEST_MS = 300, 1000
"""Pencilled when the keys rest so long, and at least so often while they do not."""
PLACE = "letter:"
"""One place a letter: only one of its sentences is typed at a time."""


class Pencilling(QObject):
    """The pencil of one panel's letter. Without a journal (a store that dies anyway) it promises nothing."""

    def __init__(self, panel: "Letters") -> None:
        """Listen to the panel's text, before the panel itself does."""
        super().__init__(panel)
        self._panel, self._place = panel, ""
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self._write)
        panel.text.typed.connect(self._on_typed)
        panel.text.closed.connect(self._rub_out)

    def recover(self) -> None:
        """Open again what was being typed in the letter shown when the app was last cut off."""
        panel, journal = self._panel, self._panel.desk.journal
        letter_id = panel.letter.letter.id if panel.letter else ""
        if journal is None or panel.text.is_typing() or not panel.text.may_type:
            return
        found = next((each for each in journal.unfinished() if each.place == PLACE + letter_id), None)
        place = pen.place_of(panel.letter, str(found.about.get("sentence", ""))) if found else None
        if found is None or place is None:
            return
        panel.text.stand_on(place.sentence.id)
        hand = panel.writing
        begin = {"sentence": hand.add_sentence, "paragraph": hand.add_paragraph, "note": hand.add_note}
        begin.get(str(found.about.get("kind", "")), panel.text.reword)()
        if panel.text.editor is not None:
            panel.text.editor.field.setPlainText(found.text)
            words = _(N_("A sentence that was being typed is back. It is not in the letter yet."))
            panel.notice.tell(words, _(N_("Return keeps it; Escape leaves the letter as it was.")), "info")

    def _on_typed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _write(self) -> None:
        self._rest()
        panel, journal = self._panel, self._panel.desk.journal
        editor = panel.text.editor
        if journal is None or editor is None or panel.letter is None:
            return
        kind, sentence_id = panel.text.what()
        self._place = PLACE + panel.letter.letter.id
        journal.pencil(Pencil(self._place, editor.text(), {"kind": kind, "sentence": sentence_id}, clock.stamp()))

    def _rub_out(self) -> None:
        self._rest()
        journal = self._panel.desk.journal
        if journal is not None and self._place:
            journal.rub_out(self._place)
        self._place = ""

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()
