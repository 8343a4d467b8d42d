# SPDX-License-Identifier: MIT
"""Moves a visit to another state: which, on what day, and why; with the steps it has taken so far below."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from resources.language import N_, _
from storage.acts import visits as visit_acts
from storage.errors import Trouble
from storage.model import clock
from storage.model.rules import STATE_NAMES, VISIT_STATES, needs_reason
from storage.model.visit import Visit
from storage.queries.visit_states import steps_of_visit
from ui.desk import Desk
from ui.errors import told
from ui.visits.words import day_words
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.labels import Label, add_row
from ui.widgets.notice import Notice

_MEANS = {
    "packed": N_("Earlier letters, open recommendations and the framework are on this laptop."),
    "fieldwork_closed": N_("Notes are locked: what is amended from now on says why, and is marked."),
    "incomplete": N_("The evidence is not secure: no letter goes out before more is gathered."),
    "cancelled": N_("It will not take place. A cancelled visit stays so."),
    "closed": N_("Nothing more is done in this visit. A closed visit stays so."),
    "extended": N_("It goes on longer than planned."),
    "paused": N_("It stops for now, and may go on."),
}
"""State → what coming into it means, where that needs saying."""


class StateDialog(QDialog):
    """It records the step itself, and stays open to tell trouble."""

    def __init__(self, desk: Desk, visit: Visit, parent: QWidget | None = None) -> None:
        """Ask for the next state of a visit as it was seen."""
        super().__init__(parent)
        self._desk, self._visit = desk, visit
        self.setWindowTitle(_(N_("Change the state of the visit")))
        look = desk.look
        self.now, self.notice = Label(wrap=True), Notice(look)
        self.state, self.day, self.reason = QComboBox(), DayEdit(look), QPlainTextEdit()
        self.means = Label(type="small", tone="muted", wrap=True)
        self.steps = Label(type="small", tone="muted", wrap=True)
        self.move_on = Button(look, N_("&Change the state"), primary=True)
        self._cancel = Button(look, N_("Ca&ncel"))
        self._build()
        self._fill()
        self._on_state(0)

    def _fill(self) -> None:
        seen = self._visit
        self.now.show_text(_(N_("Now: {state}")).format(state=state_line(seen)))
        for state in VISIT_STATES.get(seen.status, ()):
            self.state.addItem(_(STATE_NAMES.get(state, state)), state)
        today = clock.now().astimezone().date()
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(self.day.maximumDate())
        taken = steps_of_visit(self._desk.store, seen)
        lines = [
            " · ".join(
                part for part in (day_words(each.on), _(STATE_NAMES.get(each.state, each.state)), each.reason) if part
            )
            for each in taken
        ]
        self.steps.show_text("\n".join(lines))
        self.steps.setVisible(bool(lines))
        is_over = self.state.count() == 0
        for part in (self.state, self.day, self.reason, self.move_on, *self._labels):
            part.setVisible(not is_over)

    def _on_state(self, _at: int) -> None:
        then = str(self.state.currentData() or "")
        self.means.show_text(_(_MEANS[then]) if then in _MEANS else "")
        self.means.setVisible(then in _MEANS)
        must = needs_reason(self._visit.status, then)
        self.reason.setPlaceholderText(_(N_("Needed for this step")) if must else _(N_("If there is one")))

    def _on_move(self) -> None:
        day = self.day.date().toPython()
        state, reason = str(self.state.currentData()), self.reason.toPlainText()
        try:
            visit_acts.move(self._desk.store, self._visit, state, reason, day)  # type: ignore[arg-type]
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            self.reason.setFocus()
            return
        self.accept()

    def _build(self) -> None:
        px = self._desk.look.px
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(px(96))
        form, buttons = QFormLayout(), QHBoxLayout()
        form.setSpacing(px(8))
        self._labels: list[Label] = []
        for key, field in ((N_("&State"), self.state), (N_("&Day"), self.day), (N_("&Reason"), self.reason)):
            label = add_row(form, key, field)
            self._labels.append(label)
            if field is self.state:
                form.addRow("", self.means)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.move_on)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(12))
        for part in (Label(N_("Change the state of the visit"), "title"), self.now, self.notice):
            everything.addWidget(part)
        everything.addLayout(form)
        everything.addWidget(self.steps)
        everything.addStretch(1)
        everything.addLayout(buttons)
        self.setMinimumWidth(px(520))
        self.move_on.setDefault(True)
        self.state.currentIndexChanged.connect(self._on_state)
        self.move_on.clicked.connect(self._on_move)
        self._cancel.clicked.connect(self.reject)


def state_line(visit: Visit) -> str:
    """Return a visit's state with its day and reason: "Paused, 10 July 2018 · Snow."."""
    state = _(STATE_NAMES.get(visit.status, visit.status))
    since = ", ".join(part for part in (state, day_words(visit.state_on)) if part)
    return " · ".join(part for part in (since, visit.state_reason) if part)
