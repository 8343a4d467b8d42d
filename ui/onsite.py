# SPDX-License-Identifier: MIT
"""What is done on site whatever page is shown: a matter of concern raised or seen, the visit moved to another state.

The strip that shows open matters, and the dialogs, are ui/day's and ui/visits'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from resources.language import N_
from storage.model.record import Record
from storage.queries.visits import visit as visit_by_id
from ui.panel import Panel, Verb

if TYPE_CHECKING:
    from ui.day.concerns import Concerns
    from ui.window import Window


class OnSite(QObject):
    """Opens the dialogs over the window."""

    def __init__(self, window: Window) -> None:
        """Keep the window."""
        super().__init__(window)
        self._window = window

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do on site from anywhere."""
        here = self._has_visit
        return (
            Verb(N_("Raise a matter of concern"), "F10", "visit", self.raise_here, here, "triangle-alert"),
            Verb(N_("Matters of concern"), "Ctrl+F11", "visit", self.see_all, icon="triangle-alert"),
            Verb(N_("Change the state of the visit"), "Ctrl+F12", "visit", self.change_state, here, "pen-line"),
        )

    def raise_here(self) -> None:
        """Raise a matter of concern, from the note or case that is shown where there is one."""
        panel = self._window.current
        if panel is not None:
            panel.may_close()  # half a note under the hand is kept first, and can then be named
        dialog = self._concerns()
        dialog.raise_new(*raised_from(panel))

    def see_all(self) -> None:
        """Show every matter that is open, and those of the visit on hand."""
        self.see("")

    def see(self, concern_id: str) -> None:
        """Show a matter of concern; an empty identifier means the first."""
        self._concerns().show_concern(concern_id)

    def change_state(self) -> None:
        """Ask which state the visit on hand comes into."""
        from ui.visits.state_dialog import StateDialog

        there = visit_by_id(self._window.desk.store, self._window.visit_id)
        if there is not None:
            dialog = StateDialog(self._window.desk, there, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _has_visit(self) -> bool:
        return bool(self._window.visit_id)

    def _concerns(self) -> Concerns:
        from ui.day.concerns import Concerns

        dialog = Concerns(self._window.desk, self._window.visit_id, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.history_asked.connect(self._on_history_asked)
        dialog.open()
        return dialog

    def _on_history_asked(self, record: object) -> None:
        from ui.history.dialog import HistoryDialog

        if isinstance(record, Record):
            HistoryDialog(self._window.desk, record, self._window).open()


def raised_from(panel: Panel | None) -> tuple[str, str]:
    """Return the note (its identifier) and the case (its pseudonym) that a page shows; empty where it shows none."""
    case = getattr(panel, "case", None)
    shown = case() if callable(case) else None
    if shown is not None:
        return "", str(shown.pseudonym)
    note = getattr(getattr(panel, "editor", None), "note", None)
    return (str(note.id), str(note.case_ref)) if note is not None else ("", "")
