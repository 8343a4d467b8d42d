# SPDX-License-Identifier: MIT
"""The strip above the pages of a visit while the office said something of it that whoever writes there must know.

That this device is revoked, has no seat in the visit any more, or that changes of it are held. It is there until the
hub answers otherwise, and cannot be closed; on the page of sync the same stands among the rest (office.py).
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from resources.language import N_
from storage.queries.standing import is_revoked, stands
from storage.queries.visits import visit
from ui.desk import Desk
from ui.models.office_words import Word, of_visit
from ui.widgets.buttons import Button
from ui.widgets.icons import picture
from ui.widgets.labels import Label, restyle

_ELSEWHERE = ("visits", "search", "sync", "backup", "settings")
"""Pages that are not the visit's on hand, or say it themselves."""


class OfficeStrip(QFrame):
    """Hidden while there is nothing to be said of the visit on hand."""

    asked = Signal()
    """The person wants to see how everything stands."""

    def __init__(self, desk: Desk) -> None:
        """Say nothing before a visit and a page are known."""
        super().__init__()
        self._desk, self._visit_id, self._page = desk, "", ""
        self.word: Word | None = None
        self.setProperty("notice", True)
        self._icon, self.message, self.advice = QLabel(), Label(type="strong", wrap=True), Label(wrap=True)
        self.see = Button(desk.look, N_("How it stands"))
        self.see.clicked.connect(self.asked)
        self._words = QVBoxLayout()
        self._words.addWidget(self.message)
        self._words.addWidget(self.advice)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.see, 0, Qt.AlignmentFlag.AlignVCenter)
        desk.bus.stood.connect(self.refresh)
        desk.look.changed.connect(self._fit)
        self._fit()
        self.hide()

    def show_visit(self, visit_id: str) -> None:
        """Speak of another visit."""
        self._visit_id = visit_id
        self.refresh()

    def show_page(self, code: str) -> None:
        """Be seen on the pages of the visit."""
        self._page = code
        self._appear()

    def refresh(self) -> None:
        """Ask again what the office said."""
        before, store = self.word, self._desk.store
        there = visit(store, self._visit_id) if self._visit_id and store.is_open else None
        stand = stands(store, [there.stream_id])[there.stream_id] if there is not None else None
        self.word = of_visit(stand, is_revoked=is_revoked(store)) if stand is not None else None
        if self.word is not None and self.word != before:
            self.message.show_text(self.word.message)
            self.advice.show_text(self.word.advice)
            self.setAccessibleName(f"{self.word.message} {self.word.advice}")
            restyle(self, tone="bad" if self.word.is_grave else "warn")
            self._fit()
        self._appear()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _appear(self) -> None:
        was, is_wanted = not self.isHidden(), self.word is not None and self._page not in _ELSEWHERE
        self.setVisible(is_wanted)
        if is_wanted and not was:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _fit(self) -> None:
        look, is_grave = self._desk.look, self.word is not None and self.word.is_grave
        name, role = ("circle-x", "bad") if is_grave else ("info", "warn")
        self._icon.setPixmap(picture(look, name, role, 18, self.devicePixelRatioF()))
        self._row.setContentsMargins(*(look.px(side) for side in (12, 8, 12, 8)))
        self._row.setSpacing(look.px(12))
        self._words.setSpacing(look.px(2))
