# SPDX-License-Identifier: MIT
"""The page of sync: the office at the left; at the right stages, and differences below them, where there are any.

Panels that never see each other (ui/sync, ui/history); this lays them out, below each other where there is little
room, and passes on what they say.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout

from storage.store import Recorded
from ui.desk import Desk
from ui.history.differences import Differences
from ui.panel import Panel, Verb
from ui.sync.office import Office
from ui.sync.stages import StagesPanel

_NARROW = 820
"""Pixels at 100 %."""


class Together(Panel):
    """What two laptops and an office have in common."""

    stood = Signal(object)
    """How this laptop stands with the office (ui/sync/syncing.State)."""
    said = Signal(str)
    """A passing message, translated."""
    visit_chosen = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Make the parts."""
        super().__init__(desk)
        self.office, self.stages, self.differences = Office(desk), StagesPanel(desk), Differences(desk)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right = QVBoxLayout()
        self._right.addWidget(self.stages, 1)
        self._right.addWidget(self.differences, 0)
        self._across.addWidget(self.office, 2)
        self._across.addLayout(self._right, 3)
        self.stages.visit_chosen.connect(self.visit_chosen)
        self.stages.page_wanted.connect(self.page_wanted)
        self.differences.model.modelReset.connect(self._share)
        self._share()
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
        """Tell every part which visit is on hand."""
        super().show_visit(visit_id)
        for part in (self.office, self.stages, self.differences):
            part.show_visit(visit_id)

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
        for layout in (self._across, self._right):
            layout.setSpacing(self.desk.look.px(12))

    def _share(self) -> None:
        """Give differences most of the height while there are some, and no more than their words need otherwise."""
        some = self.differences.model.rowCount() > 0
        policy = QSizePolicy.Policy.Preferred if some else QSizePolicy.Policy.Maximum
        self.differences.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._right.setStretch(0, 2 if some else 1)
        self._right.setStretch(1, 3 if some else 0)
