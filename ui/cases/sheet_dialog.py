# SPDX-License-Identifier: MIT
"""The sheet of a sample on the screen: how it was drawn, its spread as a chart with a table, and the way to a PDF."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reports import charts
from reports.charts import Bar
from reports.sheets import paper
from reports.sheets.sample import Told, of_sample
from resources.language import N_, _
from storage.model.population import FIELDS
from storage.store import Store
from ui.cases.chart import SpreadChart
from ui.cases.frame import Asking
from ui.desk import Desk
from ui.models.record_table import Column, RecordTable
from ui.widgets.labels import Label

SPREAD = (
    Column[Bar]("value", N_("Value"), lambda each: each.value),
    Column[Bar]("whole", N_("In the list"), lambda each: str(each.whole), right=True),
    Column[Bar]("whole_share", N_("Share"), lambda each: charts.percent(each.whole_share), right=True),
    Column[Bar]("sample", N_("In the sample"), lambda each: str(each.sample), right=True),
    Column[Bar]("sample_share", N_("Share"), lambda each: charts.percent(each.sample_share), right=True),
)


class SampleSheet(Asking):
    """Two views of one sample."""

    def __init__(self, desk: Desk, told: Told, parent: QWidget | None = None) -> None:
        """Show the sheet of a sample."""
        super().__init__(desk, N_("The sheet of the sample"), N_("&Save as PDF…"), parent)
        self._told = told
        self.tabs, self.text, self.field = QTabWidget(), QPlainTextEdit(), QComboBox()
        self.chart, self.table = SpreadChart(desk.look), QTableView()
        self.model = RecordTable(SPREAD, _value_of, (), self)
        self._build()
        self._fill()
        self.field.activated.connect(self._show_field)
        self.field.setFocus()
        self.resize(desk.look.px(760), desk.look.px(700))

    def on_act(self) -> None:
        """Ask for a file and write the sheet into it."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _(N_("Save the sheet")), f"{of_sample(self._told).name}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the sheet as an accessible PDF."""
        told = self._told

        def make(_store: Store) -> paper.Sheet:
            return of_sample(told)

        self.notice.hide()
        self.doing.start(paper.printing(make, path), N_("Writing the sheet"), self._on_saved)
        self.allow()

    def _on_saved(self, path: Path) -> None:
        self.notice.tell(_(N_("The sheet was written.")), str(path), "ok")

    def _fill(self) -> None:
        self.text.setPlainText("\n".join(paper.as_lines(of_sample(self._told))))
        for field in charts.fields_of(self._told.sample.spread):
            self.field.addItem(_(FIELDS[field]), field)
        self._show_field()

    def _show_field(self) -> None:
        field = str(self.field.currentData() or "")
        if field:
            bars = charts.bars_of(self._told.sample.spread, field)
            self.chart.show_bars(field, bars)
            self.model.show(bars)

    def _build(self) -> None:
        look, spread = self.desk.look, QWidget()
        rows, head, scroll = QVBoxLayout(spread), QHBoxLayout(), QScrollArea()
        label = Label(N_("&Field"))
        label.setBuddy(self.field)
        self.field.setAccessibleName(_(N_("Field")))
        head.addWidget(label)
        head.addWidget(self.field, 1)
        scroll.setWidget(self.chart)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_(N_("The sheet in words")))
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(_(N_("Sample beside the list")))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(look.px(120))
        rows.setContentsMargins(0, look.px(8), 0, 0)
        rows.setSpacing(look.px(8))
        rows.addLayout(head)
        rows.addWidget(scroll, 2)
        rows.addWidget(table, 1)
        self.tabs.addTab(spread, _(N_("Spread")))
        self.tabs.addTab(self.text, _(N_("The sheet in words")))
        self.tabs.tabBar().setAccessibleName(_(N_("Views of the sample")))
        self.body.addWidget(self.tabs, 1)


def _value_of(bar: Bar) -> str:
    return bar.value
