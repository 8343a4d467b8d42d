# SPDX-License-Identifier: MIT
"""What a chosen visit is: authority, dates, state, scope, how much it holds; and its first action."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.rules import VISIT_STATES
from storage.queries.retention import Keeping
from ui.look import Look
from ui.models.office_words import Word
from ui.visits.keeping_dialog import kept_words
from ui.visits.rows import Entry, said
from ui.visits.state_dialog import state_line
from ui.visits.words import CONCERNS, dates_of, kind_of
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.lasting import Lasting

_PRACTICE = N_("Worked example: invented for illustration from public sources.")


class About(Card):
    """The right of the list."""

    open_asked = Signal()
    history_asked = Signal()
    change_asked = Signal()
    """The person wants to alter its days, kind or scope."""
    state_asked = Signal()
    """The person wants to move the visit to another state."""

    def __init__(self, look: Look) -> None:
        """Make the card, empty."""
        super().__init__(look, N_("Visit"))
        self.title.setProperty("type", "title")
        self.open = Button(look, N_("&Open the visit"), "folder-open", primary=True)
        self.history = IconButton(look, "history", N_("History of this visit"))
        self.change = IconButton(look, "pen-line", N_("Change the visit"))
        self.state = Button(look, N_("Change the &state…"), "pen-line")
        self._entry: Entry | None = None
        self._keeping: Keeping | None = None
        self.who = Label(type="heading", wrap=True)
        self.practice = Label(_PRACTICE, "small", "warn", wrap=True)
        self.word = Lasting(look)
        """What the office said of the visit on this device (ui/models/office_words.py)."""
        self._form = QFormLayout()
        self._rows = {key: (Label(key, tone="muted"), Label(wrap=True)) for key in _KEYS}
        self._build()
        look.changed.connect(self._fit_inside)
        self._fit_inside()

    def show_word(self, word: Word | None) -> None:
        """Show what the office said of the visit, and what to do; or nothing."""
        self.word.tell(*(word or ("",)))

    def show_entry(self, entry: Entry | None, keeping: Keeping | None = None) -> None:
        """Show a visit and how long it is kept, or nothing."""
        self._entry, self._keeping = entry, keeping
        visit = entry.visit if entry else None
        for part in (self.who, self.open, self.history, self.change, self.state):
            part.setVisible(visit is not None)
        self.practice.setVisible(bool(visit and visit.illustration))
        if entry is None or visit is None:
            self.title.say(N_("No visit chosen"))
            for pair in self._rows.values():
                for label in pair:
                    label.hide()
            return
        self.title.show_text(kind_of(visit))
        self.who.show_text(entry.authority.name)
        level = entry.authority.concern_level
        told = {
            _DATES: dates_of(visit),
            _SERVICE: visit.service,
            _BODY: visit.inspectorate,
            _SCOPE: "\n".join(visit.scope),
            _CONCERN: _(CONCERNS.get(level, level)),
            _HOLDS: said(entry.holding) or _(N_("Nothing yet")),
            _CONCLUSION: visit.conclusion,
            _STATE: state_line(visit),
            _KEPT: kept_words(keeping) if keeping else "",
        }
        for key, (label, words) in self._rows.items():
            words.show_text(told[key])
            for each in (label, words):
                each.setVisible(bool(told[key]))
        self.state.setVisible(bool(VISIT_STATES.get(visit.status, ())))
        self.open.setVisible(bool(visit.frameworks) or entry.holding.notes > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_entry(self._entry, self._keeping)
        super().changeEvent(event)

    def _build(self) -> None:
        self.corner.addWidget(self.change)
        self.corner.addWidget(self.history)
        for label, words in self._rows.values():
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._form.addRow(label, words)
        foot = QHBoxLayout()
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self.open)
        inside = QWidget()
        inside.setProperty("scroll", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.who)
        column.addWidget(self.practice)
        column.addWidget(self.word)
        column.addLayout(self._form)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(foot)
        self.open.clicked.connect(self.open_asked)
        self.history.clicked.connect(self.history_asked)
        self.change.clicked.connect(self.change_asked)
        self.state.clicked.connect(self.state_asked)

    def _fit_inside(self) -> None:
        self._form.setHorizontalSpacing(self._look.px(16))
        self._form.setVerticalSpacing(self._look.px(8))


_DATES, _SERVICE, _BODY, _SCOPE = N_("Dates"), N_("Service"), N_("Inspectorate"), N_("Scope")
_CONCERN, _HOLDS, _CONCLUSION, _STATE = N_("Concern"), N_("Holds"), N_("Conclusion"), N_("State")
_KEPT = N_("Kept")
_KEYS = (_STATE, _DATES, _SERVICE, _BODY, _SCOPE, _CONCERN, _HOLDS, _CONCLUSION, _KEPT)
