# SPDX-License-Identifier: MIT
"""The page of sync: the office at the left, differences at the right; below each other where there is little room.

Two panels that never see each other (ui/sync, ui/history); this lays them side by side and passes on what they say.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from storage.store import Recorded
from ui.desk import Desk
from ui.history.differences import Differences
from ui.panel import Panel, Verb
from ui.sync.office import Office

_NARROW = 820
"""Pixels at 100 %."""


class Together(Panel):
    """What two laptops and an office have in common."""

    stood = Signal(object)
    """How this laptop stands with the office (ui/sync/syncing.State)."""
    said = Signal(str)
    """A passing message, translated."""

    def __init__(self, desk: Desk) -> None:
        """Make both parts."""
        super().__init__(desk)
        self.office, self.differences = Office(desk), Differences(desk)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.addWidget(self.office, 2)
        self._across.addWidget(self.differences, 3)
        self.body.addLayout(self._across, 1)
        self.office.stood.connect(self.stood)
        self.office.said.connect(self.said)
        self.differences.said.connect(self.said)
        desk.look.changed.connect(self._fit)
        self._fit()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do in both parts."""
        return (*self.office.verbs(), *self.differences.verbs())

    def touches_me(self, _recorded: Recorded) -> bool:
        """Each part hears for itself."""
        return False

    def show_visit(self, visit_id: str) -> None:
        """Tell both parts which visit is on hand."""
        super().show_visit(visit_id)
        self.office.show_visit(visit_id)
        self.differences.show_visit(visit_id)

    def sync_now(self) -> None:
        """Begin a sync, where one can begin."""
        if self.office.can_sync():
            self.office.sync_now()

    def stop(self) -> None:
        """Ask the sync under way to stop."""
        self.office.syncing.stop()

    def tell_state(self) -> None:
        """Say again how this laptop stands: whoever asks has just come."""
        self.stood.emit(self.office.syncing.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts below each other where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self.desk.look.px(_NARROW)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(self.desk.look.px(12))
