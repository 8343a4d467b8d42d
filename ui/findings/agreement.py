# SPDX-License-Identifier: MIT
"""How far a finding is: its state, who agrees to it as it stands, and how it is set aside with a reason."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.rules import FINDING_STATES, STATE_NAMES
from storage.permissions import ROLES
from storage.queries.findings import Weighed
from ui.findings.about import offer
from ui.look import Look
from ui.models.finding_words import missing_words
from ui.widgets.buttons import Button
from ui.widgets.chips import Flow
from ui.widgets.labels import Label

_BY_A_WORD = ("hunch", "proposed", "corroborated", "in_letter")
"""States that are chosen; agreed takes each inspector's yes, and setting aside a reason."""
_MOST = 6
"""Inspectors of one visit that are named each on a line."""


class Agreement(QWidget):
    """What is left until a finding may stand in a letter."""

    moved = Signal(str)
    """The state it is to have."""
    agreed = Signal()
    taken_back = Signal()
    put_aside = Signal(str)
    """The reason."""

    def __init__(self, look: Look) -> None:
        """Make the parts and place them."""
        super().__init__()
        self._look = look
        self.state, self.missing = QComboBox(), Label("", "strong", wrap=True)
        self.voices = [Label("", wrap=True) for _each in range(_MOST)]
        self.hint = Label(
            N_("A yes is to statement, side, grade and direction. Once one is altered, everybody is asked again."),
            "small",
            "muted",
            wrap=True,
        )
        self.agree, self.take_back = Button(look, N_("I agr&ee to it")), Button(look, N_("&Take my yes back"))
        self.reason, self.aside = QLineEdit(), Button(look, N_("Set it as&ide"))
        self.because = Label("", "body", "muted", wrap=True)
        self._build()
        self._say()

    def show_finding(self, weighed: Weighed | None, names: Mapping[str, str], me: str) -> None:
        """Show where a finding stands and what this person may do about it."""
        state = weighed.state if weighed else "hunch"
        follow = [each for each in FINDING_STATES.get(state, ()) if each in _BY_A_WORD or state == "in_letter"]
        offer(self.state, {each: STATE_NAMES.get(each, each) for each in (state, *follow)}, state)
        self.missing.show_text(missing_words(weighed, names) if weighed else "")
        lines = _voices(weighed, names) if weighed else []
        for label, line in zip(self.voices, [*lines, *[""] * _MOST], strict=False):
            label.show_text(line)
            label.setVisible(bool(line))
        may = weighed is not None and state not in ("hunch", "set_aside")
        said_yes = bool(weighed and me in weighed.yes.agreed)
        self.agree.setEnabled(may and not said_yes)
        self.take_back.setEnabled(said_yes)
        is_aside = state == "set_aside"
        self.because.setVisible(is_aside)
        if weighed and is_aside:
            self.because.say(N_("Set aside: {reason}"), reason=weighed.finding.set_aside_because)
        for part in (self.reason, self.aside):
            part.setEnabled(weighed is not None and "set_aside" in FINDING_STATES.get(state, ()))
        self.state.setEnabled(weighed is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.state.setAccessibleName(_(N_("State")))
        self.reason.setAccessibleName(_(N_("Why it is set aside")))
        self.reason.setPlaceholderText(_(N_("Why it is set aside; it stays on the list")))

    def _on_state(self, at: int) -> None:
        if at > 0:
            self.moved.emit(str(self.state.itemData(at)))

    def _on_aside(self) -> None:
        self.put_aside.emit(self.reason.text())

    def _build(self) -> None:
        form, deeds, whole = QFormLayout(), Flow(self._look), QVBoxLayout(self)
        label = Label(N_("&State"))
        label.setBuddy(self.state)
        form.addRow(label, self.state)
        whole.setContentsMargins(0, self._look.px(8), self._look.px(8), 0)
        whole.setSpacing(self._look.px(8))
        whole.addLayout(form)
        whole.addWidget(self.missing)
        for each in self.voices:
            whole.addWidget(each)
        deeds.addWidget(self.agree)
        deeds.addWidget(self.take_back)
        whole.addLayout(deeds)
        whole.addWidget(self.hint)
        whole.addSpacing(self._look.px(12))
        aside = QHBoxLayout()
        aside.addWidget(self.reason, 1)
        aside.addWidget(self.aside)
        whole.addWidget(self.because)
        whole.addLayout(aside)
        whole.addStretch(1)
        self.state.activated.connect(self._on_state)
        self.agree.clicked.connect(self.agreed)
        self.take_back.clicked.connect(self.taken_back)
        self.aside.clicked.connect(self._on_aside)
        self.reason.returnPressed.connect(self._on_aside)


def _voices(weighed: Weighed, names: Mapping[str, str]) -> list[str]:
    """Return a line for each inspector: who, in what role, and what she said."""
    lines = []
    for who in (*weighed.yes.agreed, *weighed.yes.missing):
        if who in weighed.yes.agreed:
            said = _(N_("✓ {name} ({role}) agrees."))
        elif who in weighed.yes.asked_again:
            said = _(N_("{name} ({role}) agreed to what it said before, and is asked again."))
        else:
            said = _(N_("{name} ({role}) has not said yet."))
        role = weighed.roles.get(who, "")
        lines.append(said.format(name=names.get(who, who), role=_(ROLES[role]) if role in ROLES else role))
    return lines[:_MOST]
