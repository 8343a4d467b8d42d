# SPDX-License-Identifier: MIT
"""The line under a note's title: how it came to be, as chips, and when it was said; a button to say it by hand.

It knows no store: the words are belonging.py's, the form moment_dialog.py's.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.language import N_, _
from storage.model import clock
from storage.model.ids import StreamId
from storage.model.note import Note
from storage.model.provenance import PROVENANCE, provenance
from storage.model.visit import Visit
from ui.look import Look
from ui.notes.moment_dialog import MomentDialog
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Flow
from ui.widgets.labels import ElidedLabel, Label

NEW = Note(id="", stream_id=StreamId(""))


class Moment(QWidget):
    """Holds when a note's words were said or seen, as the screen has it: empty is now, while it is typed."""

    changed = Signal()
    """The person said when it was."""

    def __init__(self, look: Look) -> None:
        """Say nothing yet."""
        super().__init__()
        self._look = look
        self._visit: Visit | None = None
        self._note, self._began, self._is_locked = NEW, "", False
        self._event: tuple[str, str] = ("", "")
        self.words = ElidedLabel(type="small", tone="muted")
        self.chips = {code: Label(name, "tag") for code, name in PROVENANCE.items()}
        self.ask_button = IconButton(look, "clock", N_("When it was said or seen"))
        """The card's to place."""
        self.dialog: MomentDialog | None = None
        flow = Flow(look)
        self.setLayout(flow)
        for part in (self.words, *self.chips.values()):
            flow.addWidget(part)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.words.setContentsMargins(0, 1, look.px(4), 1)  # as high as a chip
        self.ask_button.clicked.connect(self.ask)

    def fields(self) -> dict[str, Any]:
        """Return when it was, named as the note names it; an empty `event_at` is now."""
        return {"event_at": self._event[0], "event_part": self._event[1]}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        """Show when it was."""
        self._event = (str(fields["event_at"]), str(fields["event_part"]))

    def offer(self, visit: Visit | None) -> None:
        """Tell the visit whose days are offered."""
        self._visit = visit

    def show_note(self, note: Note | None, fields: Mapping[str, Any], began: str) -> Note:
        """Say how the note came to be as it stands on the screen now, and return it as that; None is a new one."""
        shown, now = note or NEW, clock.stamp()
        event, part = fields["event_at"] or began or now, fields["event_part"]
        marks = {name: fields[name] for name in ("from_memory", "from_paper") if name in fields}
        self._note, self._began = shown, began
        drafted = replace(shown, event_at=event, event_part=part, captured_at=shown.captured_at or now, **marks)
        said = provenance(drafted)
        for code, chip in self.chips.items():
            chip.setVisible(code in said)
        return drafted

    def lock(self, locked: bool) -> None:
        """Only tell, or let alter too."""
        self._is_locked = locked
        self.ask_button.setVisible(not locked)

    def ask(self) -> None:
        """Open the form that says when it was said or seen."""
        if not self._is_locked:
            event = self._event[0] or self._began or clock.stamp()
            self.dialog = MomentDialog(self._look, self._visit, self)
            self.dialog.show_moment(event, self._event[1], self._note.captured_at)
            self.dialog.accepted.connect(self._on_given)
            self.dialog.open()

    def said(self) -> str:
        """Return the chips that are shown, in words."""
        return ", ".join(_(PROVENANCE[code]) for code, chip in self.chips.items() if chip.isVisibleTo(self))

    def _on_given(self) -> None:
        if self.dialog is not None and self.dialog.moment() != self._event:
            self._event = self.dialog.moment()
            self.changed.emit()
