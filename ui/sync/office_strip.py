# SPDX-License-Identifier: MIT
"""The strip above the pages of a visit while the office said something of it that whoever writes there must know.

That this device is revoked, has no seat in the visit any more, or that changes of it are held. It is there until the
hub answers otherwise; on the page of sync the same stands among the rest (office.py), for everything at once.
"""

from PySide6.QtCore import QEvent, Qt, Signal

from resources.language import N_
from storage.queries.standing import is_revoked, stands
from storage.queries.visits import visit
from ui.desk import Desk
from ui.models.office_words import Word, of_visit
from ui.widgets.buttons import Button
from ui.widgets.lasting import Lasting

_ELSEWHERE = ("visits", "search", "sync", "backup", "settings")
"""Pages that are not the visit's on hand, or say it themselves."""


class OfficeStrip(Lasting):
    """Hidden while there is nothing to be said of the visit on hand."""

    asked = Signal()
    """The person wants to see how everything stands."""

    def __init__(self, desk: Desk) -> None:
        """Say nothing before a visit and a page are known."""
        super().__init__(desk.look)
        self._desk, self._visit_id, self._page = desk, "", ""
        self._told: Word | None = None
        self.see = Button(desk.look, N_("How it stands"))
        self.see.clicked.connect(self.asked)
        self.row.addWidget(self.see, 0, Qt.AlignmentFlag.AlignVCenter)
        desk.bus.stood.connect(self.refresh)

    def show_visit(self, visit_id: str) -> None:
        """Speak of another visit."""
        self._visit_id = visit_id
        self.refresh()

    def show_page(self, code: str) -> None:
        """Be seen on the pages of the visit."""
        self._page = code
        self._tell()

    def refresh(self) -> None:
        """Ask again what the office said."""
        store = self._desk.store
        there = visit(store, self._visit_id) if self._visit_id and store.is_open else None
        stand = stands(store, [there.stream_id])[there.stream_id] if there is not None else None
        self._told = of_visit(stand, is_revoked=is_revoked(store)) if stand is not None else None
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _tell(self) -> None:
        if self._told is None or self._page in _ELSEWHERE:
            self.tell("")
        else:
            self.tell(*self._told)
