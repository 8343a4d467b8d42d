# SPDX-License-Identifier: MIT
"""The reasons for a rating being typed are pencilled, an area each, and found again. How: storage/pencil.py."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from storage.journal import Pencil
from storage.model import clock
from ui.findings.pencilling import LONGEST_MS, PAUSE_MS

if TYPE_CHECKING:
    from ui.findings.ratings import Ratings

PLACE = "rating:"


class Reasons(QObject):
    """What stands on the card and is not locked or settled: kept for each area while another is looked at."""

    def __init__(self, panel: "Ratings") -> None:
        """Listen to the card."""
        super().__init__(panel)
        self._panel = panel
        self._place = ""
        self._typed: dict[str, tuple[str, str]] = {}
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.write)
        panel.card.why.textChanged.connect(self._on_typed)
        panel.card.grade.activated.connect(self._on_typed)

    def turn_to(self, visit_id: str, area: str) -> None:
        """Keep what stands on the card, and put there what was typed of another area; now or before a crash."""
        place = f"{PLACE}{visit_id}:{area}"
        if place == self._place:
            return
        self.write()
        self._place = place
        if place not in self._typed:
            self._typed[place] = self._found(place)
        self._panel.card.take(*self._typed[place])

    def write(self) -> None:
        """Pencil what stands on the card when it is new."""
        self._rest()
        stands = self._panel.card.stands()
        journal = self._panel.desk.journal
        if not self._place or stands == self._typed.get(self._place, ("", "")):
            return
        self._typed[self._place] = stands
        if journal is not None and any(stands):
            journal.pencil(Pencil(self._place, stands[1], {"grade": stands[0]}, clock.stamp()))
        elif journal is not None:
            journal.rub_out(self._place)

    def rub_out(self) -> None:
        """The rating is ink now."""
        self._rest()
        self._typed[self._place] = ("", "")
        self._panel.card.take("", "")
        if self._panel.desk.journal is not None:
            self._panel.desk.journal.rub_out(self._place)

    def _found(self, place: str) -> tuple[str, str]:
        journal = self._panel.desk.journal
        there = journal.unfinished() if journal is not None else ()
        found = next((each for each in there if each.place == place), None)
        return (str(found.about.get("grade", "")), found.text) if found is not None else ("", "")

    def _on_typed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()
