# SPDX-License-Identifier: MIT
"""The strip that every page shows while a matter of concern is open: what, how long, how urgent; it opens them.

It is there until the authority has acknowledged the last one; it cannot be closed.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from reports.sheets import words
from resources.language import N_, _, ngettext
from storage.model import clock
from storage.model.concern import Concern, is_late, running
from storage.queries.concerns import open_concerns
from storage.store import Recorded
from ui.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.icons import picture
from ui.widgets.labels import Label, restyle

TICK_MS = 15_000
"""How often the clock moves on: it is read in minutes."""


class ConcernStrip(QFrame):
    """Hidden while nothing is open."""

    asked = Signal(str)
    """The person wants to see a matter of concern: the oldest that is open."""

    def __init__(self, desk: Desk) -> None:
        """Ask the store what is open, and listen."""
        super().__init__()
        self._desk = desk
        self._open: tuple[Concern, ...] = ()
        self.setProperty("notice", True)
        self._icon, self.words = QLabel(), Label(type="strong", wrap=True)
        self.see = Button(desk.look, N_("See the matter of concern"))
        self.see.clicked.connect(self._on_see)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.see)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.tick)
        desk.bus.recorded.connect(self._on_recorded)
        desk.look.changed.connect(self._fit)
        self.refresh()

    def refresh(self) -> None:
        """Ask again what is open."""
        before = len(self._open)
        self._open = open_concerns(self._desk.store)
        self.setVisible(bool(self._open))
        if self._open:
            self._clock.start()
            self.tick()
        else:
            self._clock.stop()
        if len(self._open) > before:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def tick(self) -> None:
        """Say how long it has been; more urgently once that is too long."""
        if not self._open:
            return
        now, oldest = clock.now(), self._open[0]
        late = sum(is_late(each, now) for each in self._open)
        count = len(self._open)
        told = ngettext("{count} matter of concern is open", "{count} matters of concern are open", count)
        parts = [told.format(count=count)]
        since = words.span(running(oldest, now))
        if count == 1:
            parts += [oldest.case_ref, _(N_("for {span}")).format(span=since)]
        else:
            parts.append(_(N_("the oldest for {span}")).format(span=since))
        parts.append(_(N_("the authority has not been told")) if not oldest.told_at else _(N_("not acknowledged")))
        if late:
            parts.insert(0, _(N_("Late")))
        self.words.show_text(" · ".join(part for part in parts if part))
        self.setAccessibleName(self.words.text())
        restyle(self, tone="bad" if late else "warn")
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.tick()

    def _fit(self) -> None:
        px, tone = self._desk.look.px, self.property("tone") or "warn"
        self._icon.setPixmap(picture(self._desk.look, "triangle-alert", tone, 18, self.devicePixelRatioF()))
        self._row.setContentsMargins(px(12), px(4), px(4), px(4))
        self._row.setSpacing(px(12))

    def _on_recorded(self, recorded: Recorded) -> None:
        if any(change.entity == Concern.entity for change in recorded.changes):
            self.refresh()

    def _on_see(self) -> None:
        if self._open:
            self.asked.emit(self._open[0].id)
