# SPDX-License-Identifier: MIT
"""Which findings the note under the hand feeds, for them or against them; pressed, one is shown. It writes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Trouble
from storage.model.finding import Finding
from storage.model.note import Note
from storage.queries.findings import findings_fed_by
from storage.store import Recorded
from ui.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.chips import Flow, cut
from ui.widgets.labels import Label

SHOWN = 3
"""Findings shown at once; how many more there are is said."""


class Feeding(QWidget):
    """A line under a note; hidden while the note feeds no finding."""

    chosen = Signal(str)
    """"finding:<id>": the person wants to see it."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk = desk
        self._note: Note | None = None
        self._fed: Sequence[tuple[Finding, bool]] = ()
        self.count = Label("", "small", "muted", wrap=True)
        self.buttons = [Button(desk.look, "") for _each in range(SHOWN)]
        whole, row = QVBoxLayout(self), Flow(desk.look)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.count)
        whole.addLayout(row)
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(self._on_pressed)
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
        self.count.show_text(ngettext("Feeds {count} finding", "Feeds {count} findings", count).format(count=count))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < count)
            if at < count:
                finding, is_for = self._fed[at]
                side = _(N_("For it")) if is_for else _(N_("Against it"))
                button.setText(f"{side}: {cut(finding.statement, 36).replace('&', '&&')}")
                button.setToolTip(finding.statement)
                button.setAccessibleName(f"{side}: {finding.statement}")

    def _on_pressed(self) -> None:
        at = next(at for at, button in enumerate(self.buttons) if button is self.sender())
        self.chosen.emit(f"finding:{self._fed[at][0].id}")

    def _on_recorded(self, recorded: Recorded) -> None:
        note = self._note
        if note and any(each.entity == "finding" and each.stream == note.stream_id for each in recorded.changes):
            self._read()
