# SPDX-License-Identifier: MIT
"""A finding's words being typed are pencilled in the journal, and found again after a crash. How: storage/pencil.py."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from resources.language import N_, _
from storage.journal import Pencil
from storage.model import clock
from ui.findings.statement import Statement

if TYPE_CHECKING:
    from ui.findings.findings import Findings

PAUSE_MS, LONGEST_MS = 300, 1000
"""Pencilled when the keys rest so long, and at least so often while they do not."""
PLACE = "finding:"
"""One place a visit: only one of its findings is typed at a time."""


class Pencilling(QObject):
    """The pencil of one panel's sheet. Without a journal (a store that dies anyway) it promises nothing."""

    def __init__(self, panel: "Findings") -> None:
        """Listen to the sheet's words."""
        super().__init__(panel)
        self._panel = panel
        self._place = ""
        self._asked: set[str] = set()
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.write)
        for field in self._fields():
            field.textChanged.connect(self._on_typed)

    def recover(self) -> None:
        """Put back, once a visit, what was being typed there when the app was last cut off."""
        panel, journal = self._panel, self._panel.desk.journal
        if journal is None or not panel.visit_id or panel.visit_id in self._asked:
            return
        self._asked.add(panel.visit_id)
        place = PLACE + panel.visit_id
        found = next((each for each in journal.unfinished() if each.place == place), None)
        if found is None:
            return
        self._place = place
        panel.choose(str(found.about.get("finding", "")))
        statement, impact = self._fields()
        named = panel.chosen
        statement.take(named, found.text)
        impact.take(named, str(found.about.get("impact", "")))
        words = _(N_("A finding that was being typed is back. It is not kept yet."))
        panel.notice.tell(words, _(N_("Read it, then press Keep the finding.")), "info")

    def write(self) -> None:
        """Pencil what stands on the sheet and is not kept."""
        self._rest()
        panel, journal = self._panel, self._panel.desk.journal
        if journal is None or not panel.visit_id or not panel.sheet.is_pending():
            return
        statement, impact = self._fields()
        self._place = PLACE + panel.visit_id
        about = {"finding": panel.chosen, "impact": impact.toPlainText()}
        journal.pencil(Pencil(self._place, statement.toPlainText(), about, clock.stamp()))

    def rub_out(self) -> None:
        """The words are ink now."""
        self._rest()
        journal = self._panel.desk.journal
        if journal is not None and self._place:
            journal.rub_out(self._place)
        self._place = ""

    def _fields(self) -> tuple[Statement, Statement]:
        return self._panel.sheet.statement, self._panel.sheet.about.impact

    def _on_typed(self) -> None:
        if not self._panel.sheet.is_pending():
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()
