# SPDX-License-Identifier: MIT
"""One matter of concern on a sheet: raised in words, then the one step that comes next. It writes nothing itself."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reports.sheets import words
from resources.language import N_, _
from storage.model import clock
from storage.model.concern import Concern
from ui.look import Look
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label, add_row
from ui.widgets.moment_field import MomentField

_NEXT = {
    "": (N_("What is the concern?"), N_("&Raise it now")),
    "raised": (N_("Who in the authority was told?"), N_("&Keep who was told")),
    "told": (N_("Who acknowledged it?"), N_("&Keep the acknowledgement")),
    "acknowledged": (N_("What came of it?"), N_("&Keep the outcome")),
}
"""State → the question that comes next, and the button that answers it."""


class ConcernSheet(QWidget):
    """What it is, what was done so far, and the next step."""

    kept = Signal()
    """The button was pressed: the caller reads the fields and records."""
    typed_on = Signal()
    """A field was altered."""
    lead_told = Signal()
    history_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Lay everything out; `show_concern` fills it."""
        super().__init__()
        self._look = look
        self._concern: Concern | None = None
        self._note = ""
        self.title, self.state = Label(type="title", wrap=True), Label(wrap=True)
        self.what, self.steps = Label(wrap=True), Label(tone="muted", wrap=True)
        self.question = Label(type="heading", wrap=True)
        self.words, self.case, self.role = QPlainTextEdit(), QLineEdit(), QLineEdit()
        self.at, self.reference, self.response = MomentField(look), QLineEdit(), QLineEdit()
        self.history = IconButton(look, "history", N_("History of this matter"))
        self.lead = Button(look, N_("The &lead inspector knows now"))
        self.keep = Button(look, _NEXT[""][1], primary=True)
        self._rows: dict[str, tuple[Label, QWidget]] = {}
        self._build()

    @property
    def concern(self) -> Concern | None:
        """Return the matter that is shown, or None for one to be raised."""
        return self._concern

    def show_concern(self, concern: Concern | None, case_ref: str = "") -> None:
        """Show a matter and its next step, or ask for a new one, of a case where that is known."""
        is_other = (concern.id if concern else "") != (self._concern.id if self._concern else "")
        has_moved = is_other or (concern and self._concern and concern.state != self._concern.state)
        self._concern = concern
        if has_moved or concern is None:
            for field in (self.role, self.reference, self.response, self.words):
                field.clear()
            self.case.setText(case_ref)
            self.at.set_now()
        self.say()

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields."""
        lines = {name: field.text() for name, field in self._lines().items()}
        return {"words": self.words.toPlainText(), **lines}

    def typed_words(self) -> str:
        """Return the words that nobody else knows: a case alone, which may come from the note, is none."""
        return "\n".join(words for name, words in self.typed().items() if words and name != "case")

    def put_back(self, typed: Mapping[str, str]) -> None:
        """Put back what stood in the fields."""
        self.words.setPlainText(typed.get("words", ""))
        for name, field in self._lines().items():
            field.setText(typed.get(name, ""))

    def _lines(self) -> dict[str, QLineEdit]:
        return {"case": self.case, "role": self.role, "reference": self.reference, "response": self.response}

    def say(self) -> None:
        """Say everything in the language in use, with the clock as it stands."""
        seen, state = self._concern, self._concern.state if self._concern else ""
        self.title.say(N_("Matter of concern") if seen else N_("Raise a matter of concern"))
        self.state.show_text(words.concern_state(seen, clock.now()) if seen else "")
        self.what.show_text(" · ".join(part for part in (seen.case_ref, seen.what) if part) if seen else "")
        self.steps.show_text("\n".join(words.concern_steps(seen)) if seen else "")
        for label in (self.state, self.what, self.steps):
            label.setVisible(seen is not None)
        self.history.setVisible(seen is not None)
        self.lead.setVisible(seen is not None and seen.is_open and not seen.lead_told_at)
        question, action = _NEXT.get(state, ("", ""))
        for part in (self.question, self.keep):
            part.setVisible(bool(question))
        if question:
            self.question.say(question)
            self.keep.say(action)
        shown = {
            "": ("words", "case"),
            "raised": ("role", "at"),
            "told": ("role", "at", "reference", "response"),
            "acknowledged": ("words",),
        }.get(state, ())
        for name, (label, field) in self._rows.items():
            label.setVisible(name in shown)
            field.setVisible(name in shown)
        self.words.setAccessibleName(_(question))

    def focus(self) -> None:
        """Put the cursor where the next step is typed."""
        state = self._concern.state if self._concern else ""
        (self.words if state in ("", "acknowledged") else self.role).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def _build(self) -> None:
        px = self._look.px
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(px(96))
        self.case.setPlaceholderText(_(N_("Case 07: a pseudonym, never a name")))
        self.role.setPlaceholderText(_(N_("Head of service")))
        self._form = QFormLayout()
        self._form.setSpacing(px(8))
        for name, key, field in (
            ("words", N_("&Words"), self.words),
            ("case", N_("Cas&e"), self.case),
            ("role", N_("Who, by &role"), self.role),
            ("at", N_("&When"), self.at),
            ("reference", N_("Their re&ference"), self.reference),
            ("response", N_("What they will &do"), self.response),
        ):
            label = add_row(self._form, key, field)
            self._rows[name] = (label, field)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.history)
        foot.addStretch(1)
        foot.addWidget(self.lead)
        foot.addWidget(self.keep)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.setSpacing(px(12))
        everything.addLayout(head)
        for part in (self.state, self.what, self.steps, self.question):
            everything.addWidget(part)
        everything.addLayout(self._form)
        everything.addStretch(1)
        everything.addLayout(foot)
        self.words.textChanged.connect(self.typed_on)
        for field in self._lines().values():
            field.textChanged.connect(self.typed_on)
        self.keep.clicked.connect(self.kept)
        self.lead.clicked.connect(self.lead_told)
        self.history.clicked.connect(self.history_asked)
