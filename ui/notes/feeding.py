# SPDX-License-Identifier: MIT
"""Which findings the note under the hand feeds, for them or against them; pressed, one is shown. It writes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Trouble
from storage.model.finding import Finding
from storage.model.note import Note
from storage.queries.findings import findings_fed_by
from storage.store import Recorded
from ui.desk import Desk
from ui.widgets.chips import cut
from ui.widgets.icons import icon

_LONG = 70
"""Letters of a statement in the menu; the tooltip has all."""


class Feeding(QWidget):
    """A small button under a note; hidden while the note feeds no finding."""

    chosen = Signal(str)
    """"finding:<id>": the person wants to see it."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk = desk
        self._note: Note | None = None
        self._fed: Sequence[tuple[Finding, bool]] = ()
        self.button, self.menu = QToolButton(), QMenu(self)
        self.button.setProperty("quiet", True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIcon(icon(desk.look, "flag", "muted"))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self._on_pressed)
        self.menu.triggered.connect(self._on_chosen)
        self.menu.setToolTipsVisible(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        desk.bus.recorded.connect(self._on_recorded)
        self.show_note(None)

    def show_note(self, note: Note | None) -> None:
        """Show what a note feeds."""
        self._note = note
        self._read()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _read(self) -> None:
        try:
            self._fed = findings_fed_by(self._desk.store, self._note) if self._note else ()
        except Trouble:  # the note itself could not be read either, and that is told where it is shown
            self._fed = ()
        self._say()

    def _say(self) -> None:
        self.setVisible(bool(self._fed))
        count = len(self._fed)
        words = ngettext("Feeds {count} finding", "Feeds {count} findings", count).format(count=count)
        self.button.setText(f" {words}")
        self.button.setAccessibleName(words)
        self.menu.clear()
        for finding, is_for in self._fed:
            side = _(N_("For it")) if is_for else _(N_("Against it"))
            action = self.menu.addAction(f"{side}: {cut(finding.statement, _LONG).replace('&', '&&')}")
            action.setToolTip(finding.statement)
            action.setData(finding.id)

    def _on_pressed(self) -> None:
        if len(self._fed) == 1:
            self.chosen.emit(f"finding:{self._fed[0][0].id}")
        else:
            self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _on_chosen(self, action: QAction) -> None:
        self.chosen.emit(f"finding:{action.data()}")

    def _on_recorded(self, recorded: Recorded) -> None:
        note = self._note
        if note and any(each.entity == "finding" and each.stream == note.stream_id for each in recorded.changes):
            self._read()
