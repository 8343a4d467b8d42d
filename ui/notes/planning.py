# SPDX-License-Identifier: MIT
"""The sessions of the visit's timetable altered: by the form, by dragging, withdrawn. Showing them: timetable.py."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from storage.acts import visits
from storage.model.session import Session
from ui.notes.session_dialog import SessionDialog

if TYPE_CHECKING:
    from ui.notes.notebook import Notebook


class Planning(QObject):
    """Alters the sessions of the visit that a notebook shows."""

    def __init__(self, notebook: "Notebook") -> None:
        """Alter what this notebook shows; trouble is told there."""
        super().__init__(notebook)
        self._notebook = notebook
        self.form: SessionDialog | None = None
        self._changing: Session | None = None

    def change(self) -> None:
        """Open the form with the session that is chosen."""
        visit, chosen = self._notebook.visit, self._chosen()
        if visit is not None and chosen is not None:
            self._changing = chosen
            self.form = SessionDialog(self._notebook.desk.look, visit, chosen.day, self._notebook)
            self.form.show_session(chosen)
            self.form.accepted.connect(self._on_given)
            self.form.open()

    def withdraw(self) -> None:
        """Take the chosen session off the timetable; its notes stay, and Undo brings it back."""
        if (chosen := self._chosen()) is not None:
            self._notebook.attempt(lambda: visits.withdraw_session(self._notebook.desk.store, chosen))

    def retime(self, day: Sequence[Session], times: Mapping[str, tuple[str, str]]) -> None:
        """Give sessions of a day other times."""
        self._notebook.attempt(lambda: visits.retime_sessions(self._notebook.desk.store, day, times))

    def _chosen(self) -> Session | None:
        wanted = self._notebook.timetable.session_id
        return next((each for each in self._notebook.sessions if each.id == wanted), None)

    def _on_given(self) -> None:
        seen, form = self._changing, self.form
        if seen is not None and form is not None:
            fields = form.fields()
            self._notebook.attempt(lambda: visits.amend_session(self._notebook.desk.store, seen, **fields))
