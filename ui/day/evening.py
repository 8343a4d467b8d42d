# SPDX-License-Identifier: MIT
"""The end of a day on the screen: what is emerging, missing or thin, open, to be asked tomorrow. It writes nothing."""

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from reports.sheets import words
from resources.language import N_, _, ngettext
from storage.model import clock
from storage.queries.day import Day, Standing
from ui.day.rows import concern_row, enquiry_row, finding_row, standing_row
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.row_view import RowView
from ui.widgets.turning import Turning


class Evening(Turning):
    """Four cards."""

    enquired = Signal(str)
    """Words of a line of enquiry to add."""
    settled = Signal(str)
    """A line of enquiry (its identifier) that was followed, or was not after all."""
    withdrawn = Signal(str)
    area_asked = Signal(str)
    """A criterion's code: the person wants to see its notes."""
    concern_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        """Lay out the cards, empty."""
        super().__init__(look, _NARROW)
        self._day: Day | None = None
        self.findings, self.thin = RowView(look, lines=2), RowView(look, lines=1, chips=False)
        self.enquiries, self.concerns = RowView(look, lines=1, chips=False), RowView(look, lines=1)
        self.gaps = Label(type="small", tone="muted", wrap=True)
        self.line = QLineEdit()
        self.add = Button(look, N_("&Add"), "plus")
        self.tick = Button(look, N_("&Followed"), "check")
        self.drop = Button(look, N_("Take &off"), "x")
        self.none = {name: Label(key, tone="muted", wrap=True) for name, key in _NONE.items()}
        self._build()
        self._connect()

    def show_day(self, day: Day) -> None:
        """Show a day."""
        self._day = day
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        self.line.setPlaceholderText(_(N_("What to find out tomorrow, and from whom")))
        self.line.setAccessibleName(_(N_("Line of enquiry for tomorrow")))
        day = self._day
        if day is None:
            return
        now, inspectors = clock.now(), day.inspectors
        thin = sorted((each for each in day.standings if words.thin_marks(each, inspectors)), key=_weight)
        shown = {
            "findings": (self.findings, [(each.finding.id, finding_row(each)) for each in day.findings]),
            "thin": (self.thin, [(each.criterion.code, standing_row(each, inspectors)) for each in thin]),
            "enquiries": (self.enquiries, [(each.id, enquiry_row(each)) for each in day.enquiries]),
            "concerns": (self.concerns, [(each.id, concern_row(each, now)) for each in (*day.concerns, *day.wanted)]),
        }
        for name, (view, rows) in shown.items():
            view.show_rows(rows, _(_NAMES[name]))
            view.setVisible(bool(rows))
            self.none[name].setVisible(not rows)
        if not day.standings:
            self.none["thin"].show_text("" if day.visit.frameworks else _(_WITHOUT))
        else:
            self.none["thin"].say(_NONE["thin"])
        seen, every = len(day.standings) - len(day.unseen), len(day.standings)
        told = _(N_("{seen} of {all} criteria of all frameworks seen"))
        self.gaps.show_text(told.format(seen=seen, all=every) if every else "")
        counted = ngettext("{count} note of this day", "{count} notes of this day", day.notes)
        self._cards["findings"].hint.show_text(counted.format(count=day.notes))
        self._cards["findings"].hint.show()
        self._allow()

    def _allow(self) -> None:
        has_line = bool(self.enquiries.chosen())
        self.tick.setEnabled(has_line)
        self.drop.setEnabled(has_line)
        self.add.setEnabled(bool(self.line.text().strip()))

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._allow()

    def _on_typed(self, _text: str) -> None:
        self._allow()

    def _on_add(self) -> None:
        words_typed = self.line.text().strip()
        if words_typed:
            self.enquired.emit(words_typed)

    def _on_tick(self) -> None:
        if self.enquiries.chosen():
            self.settled.emit(self.enquiries.chosen())

    def _on_drop(self) -> None:
        if self.enquiries.chosen():
            self.withdrawn.emit(self.enquiries.chosen())

    def _on_thin(self, index: QModelIndex) -> None:
        self.area_asked.emit(self.thin.rows.key(index))

    def _on_concern(self, index: QModelIndex) -> None:
        self.concern_asked.emit(self.concerns.rows.key(index))

    def _build(self) -> None:
        views = {
            "findings": self.findings,
            "enquiries": self.enquiries,
            "thin": self.thin,
            "concerns": self.concerns,
        }
        self._cards = {name: Card(self._look, _NAMES[name]) for name in views}
        for name, card in self._cards.items():
            card.body.addWidget(self.none[name])
            card.body.addWidget(views[name], 1)
        self._cards["thin"].corner.addWidget(self.gaps)
        form = QHBoxLayout()
        form.addWidget(self.line, 1)
        form.addWidget(self.add)
        self._cards["enquiries"].body.addLayout(form)
        for button in (self.tick, self.drop):
            self._cards["enquiries"].corner.addWidget(button)
        for names in (("findings", "enquiries"), ("thin", "concerns")):
            column = QVBoxLayout()
            column.setSpacing(self._look.px(12))
            for name, share in zip(names, (3, 2), strict=True):
                column.addWidget(self._cards[name], share)
            self.across.addLayout(column, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.line.returnPressed.connect(self._on_add)
        self.line.textChanged.connect(self._on_typed)
        self.tick.clicked.connect(self._on_tick)
        self.drop.clicked.connect(self._on_drop)
        self.enquiries.activated.connect(self._on_tick)
        self.enquiries.selectionModel().currentChanged.connect(self._on_current)
        self.thin.activated.connect(self._on_thin)
        self.concerns.activated.connect(self._on_concern)


def _weight(standing: Standing) -> int:
    """What contradicts itself first, then what is thin, then what nobody has seen."""
    return 0 if standing.is_contradicted else 1 if standing.notes else 2


_NAMES = {
    "findings": N_("Emerging findings"),
    "thin": N_("Missing or thin"),
    "enquiries": N_("Lines of enquiry for tomorrow"),
    "concerns": N_("Matters of concern"),
}
_NARROW = 720
"""Pixels at 100 %."""
_WITHOUT = N_("The visit uses no framework that is here.")
_NONE = {
    "findings": N_("No finding has been stated yet."),
    "thin": N_("Every criterion rests on more than one kind of source."),
    "enquiries": N_("None yet. Type what to find out tomorrow."),
    "concerns": N_("None: F10 raises one from any note or case."),
}
