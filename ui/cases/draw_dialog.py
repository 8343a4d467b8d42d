# SPDX-License-Identifier: MIT
"""The dialog that draws a sample: seed, strata, size, who is left out and why; the draw is shown before it is kept."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from reports.sheets.sample import label as stratum_label
from resources.language import N_, _
from storage.acts import samples
from storage.acts.samples import Drawn
from storage.errors import Refused
from storage.model.case import CaseList
from storage.model.population import FIELDS, GROUPS, number_of, pseudonym
from storage.model.visit import Visit
from storage.sampling import Plan, Stratum, Values
from ui.cases.frame import Asking
from ui.cases.parts import NumberField
from ui.desk import Desk
from ui.models.record_table import Column, RecordTable
from ui.widgets.labels import Label

_PAUSE = 250
"""Milliseconds after the last key before the sample is drawn anew."""

STRATA = (
    Column[Stratum]("stratum", N_("Stratum"), lambda each: stratum_label(each.values)),
    Column[Stratum]("whole", N_("In the list"), lambda each: str(each.population), right=True),
    Column[Stratum]("out", N_("Left out"), lambda each: str(each.population - each.eligible), right=True),
    Column[Stratum]("quota", N_("Asked for"), lambda each: str(each.quota), right=True),
    Column[Stratum]("drawn", N_("Drawn"), lambda each: str(len(each.drawn)), right=True),
    Column[Stratum]("cases", N_("Cases"), lambda each: " ".join(each.drawn)),
)


class DrawSample(Asking):
    """Nothing is kept before the button is pressed."""

    drawn = Signal()

    def __init__(self, desk: Desk, visit: Visit, the_list: CaseList, parent: QWidget | None = None) -> None:
        """Draw from a list of the visit."""
        super().__init__(desk, N_("Draw a sample"), N_("&Draw the sample"), parent)
        self._visit, self._list = visit, the_list
        self.found: Drawn | None = None
        self._by_hand: dict[Values, int] = {}
        self.seed = QLineEdit(visit.dates.partition("/")[0])
        self.strata = {field: QCheckBox() for field in the_list.fields if field in GROUPS}
        self.size_field, self.how = NumberField(desk.look, 1, 9999), QComboBox()
        self.excluded = QPlainTextEdit()
        self.table, self.own = QTableView(), NumberField(desk.look, 0, 9999)
        self.own_label = Label(N_("&Number for the stratum chosen above"))
        self.model = RecordTable(STRATA, _values_of, (), self)
        self._pause = QTimer(self)
        self._build()
        self._connect()
        self.resize(desk.look.px(860), desk.look.px(620))
        self.seed.setFocus()
        self._try()

    def plan(self) -> Plan:
        """Return the plan as it is asked for. Raise Refused for a line that names no case."""
        return Plan(
            seed=self.seed.text(),
            strata=tuple(field for field, box in self.strata.items() if box.isChecked()),
            size=self.size_field.value(),
            proportional=self.how.currentData() == "all",
            quotas=dict(self._by_hand),
            excluded=_excluded(self.excluded.toPlainText(), len(str(self._list.count))),
        )

    def may_act(self) -> bool:
        """Say whether something was drawn."""
        return super().may_act() and self.found is not None

    def on_act(self) -> None:
        """Keep the sample that is shown, with its cases."""
        if self.found is None:
            return
        plan = self.found.plan
        self.doing.start(samples.drawing(self._visit, self._list, plan), N_("Drawing the sample"), self._on_kept)
        self.allow()

    def _try(self) -> None:
        self.found = None
        self.notice.hide()
        try:
            plan = self.plan()
        except Refused as trouble:
            self.tell(trouble)
            self.allow()
            return
        self.doing.start(samples.trying(self._list, plan), N_("Drawing"), self._on_drawn)
        self.allow()

    def _on_drawn(self, found: Drawn) -> None:
        self.found = found
        draw = found.draw
        self.model.show(draw.strata)
        lacking = [each for each in draw.strata if each.lacking]
        if lacking:
            words = N_("{stratum}: {quota} were asked for, all {drawn} that there are were drawn.")
            told = [
                _(words).format(stratum=stratum_label(each.values), quota=each.quota, drawn=len(each.drawn))
                for each in lacking[:4]
            ]
            self.notice.tell(_(N_("Some strata are smaller than their quota.")), "\n".join(told), "warn")
        self.allow()

    def _on_kept(self, _sample_id: object) -> None:
        self.drawn.emit()
        self.accept()

    def _on_changed(self) -> None:
        self._pause.start()

    def _on_parted(self) -> None:
        self._by_hand.clear()
        self._show_own()
        self._pause.start()

    def _on_own(self, number: int) -> None:
        stratum = self._chosen()
        if stratum is not None:
            self._by_hand[stratum.values] = number
            self._pause.start()

    def _on_row(self) -> None:
        self._show_own()

    def _show_own(self) -> None:
        stratum = self._chosen()
        self.own.setEnabled(stratum is not None)
        self.own.setText(str(stratum.quota) if stratum else "")

    def _chosen(self) -> Stratum | None:
        return self.model.record(self.table.currentIndex())

    def _build(self) -> None:
        look, form, parted, many = self.desk.look, QFormLayout(), QHBoxLayout(), QHBoxLayout()
        form.setSpacing(look.px(8))
        for field, box in self.strata.items():
            box.setText(_(FIELDS[field]))
            parted.addWidget(box)
        parted.addStretch(1)
        self.size_field.show_value(12)
        self.own.setEnabled(False)
        self.how.addItem(_(N_("in all, each stratum by its share of the list")), "all")
        self.how.addItem(_(N_("from each stratum")), "each")
        many.addWidget(self.size_field)
        many.addWidget(self.how, 1)
        self.excluded.setMaximumHeight(look.px(58))
        self.excluded.setTabChangesFocus(True)
        self.excluded.setPlaceholderText(_(N_("A case a line, with the reason: CASE-07 known to an inspector")))
        fields = {N_("&Seed"): self.seed, N_("Cases to dra&w"): self.size_field, N_("&Leave out"): self.excluded}
        for key, named in fields.items():
            name = Label(key)
            name.setBuddy(named)
            named.setAccessibleName(_(key).replace("&", ""))
            if named is self.size_field:
                form.addRow(name, many)
            else:
                form.addRow(name, named)
            if named is self.seed and self.strata:
                form.addRow(Label(N_("Part the list by")), parted)
        self.how.setAccessibleName(_(N_("How the number is meant")))
        self.body.addLayout(form)
        self._build_table()

    def _build_table(self) -> None:
        table, row = self.table, QHBoxLayout()
        table.setModel(self.model)
        table.setAccessibleName(_(N_("Strata and what is drawn of them")))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.setMinimumHeight(self.desk.look.px(120))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.own_label.setBuddy(self.own)
        self.own.setAccessibleName(_(N_("Number for the stratum chosen above")))
        row.addWidget(self.own_label)
        row.addWidget(self.own)
        row.addStretch(1)
        self.body.addWidget(table, 1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._try)
        self.seed.textChanged.connect(self._on_changed)
        self.excluded.textChanged.connect(self._on_changed)
        self.size_field.changed.connect(self._on_changed)
        self.how.activated.connect(self._on_changed)
        for box in self.strata.values():
            box.toggled.connect(self._on_parted)
        self.own.changed.connect(self._on_own)
        self.table.selectionModel().selectionChanged.connect(self._on_row)


def _values_of(stratum: Stratum) -> Values:
    return stratum.values


def _excluded(text: str, width: int) -> dict[str, str]:
    """Return pseudonym → reason from lines as typed. Raise Refused for a line that begins with no case."""
    found = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        words = line.split()
        taken = next((size for size in (1, 2) if number_of(" ".join(words[:size]).rstrip(":,"))), 0)
        if not taken:
            raise Refused(
                N_("A line under “Leave out” names no case."),
                N_("Begin it with the pseudonym: CASE-07 and the reason."),
            )
        name = pseudonym(number_of(" ".join(words[:taken]).rstrip(":,")), width)
        found[name] = " ".join(words[taken:]).strip(" :,-–")
    return found
