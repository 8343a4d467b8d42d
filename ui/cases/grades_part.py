# SPDX-License-Identifier: MIT
"""Every criterion of the visit's rubrics with the grade that a review gives it; a figure on the keyboard grades."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QListView, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.case_review import CaseReview
from storage.model.grades import GRADES
from ui.look import Look
from ui.models.places import Place
from ui.models.row_list import RowList
from ui.widgets.buttons import NavButton
from ui.widgets.chips import Flow
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Row, RowDelegate

MARKS = {
    "strength": ("check", "strength"),
    "secure": ("circle-check", "success"),
    "area_for_improvement": ("trending-up", "weakness"),
    "priority": ("triangle-alert", "danger"),
    "not_evidenced": ("circle-help", "muted"),
}
"""Grade → icon and token."""


class Criteria(QListView):
    """The list; 1 to 5 grade the criterion under the hand, 0 takes its grade away."""

    pressed_figure = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take figures; the rest moves in the list."""
        figure = event.key() - int(Qt.Key.Key_0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 0 <= figure <= len(GRADES) and self.currentIndex().isValid():
            self.pressed_figure.emit(figure)
        else:
            super().keyPressEvent(event)


class GradesPart(QWidget):
    """Criteria and the scale below them."""

    graded = Signal(str, str)
    """("edition:criterion", grade or nothing)"""

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__()
        self._look = look
        self._places: Sequence[Place] = ()
        self._grades: dict[str, str] = {}
        self.rows, self.list = RowList(), Criteria()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(look, lines=0))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(look.px(140))
        self.scale = {code: NavButton(look, MARKS[code][0], name) for code, name in GRADES.items()}
        group, flow, rows = QButtonGroup(self), Flow(look), QVBoxLayout(self)
        group.setExclusive(False)
        for button in self.scale.values():
            group.addButton(button)
            button.setCheckable(True)
            flow.addWidget(button)
            button.clicked.connect(self._on_scale)
        rows.setContentsMargins(0, look.px(8), 0, 0)
        rows.setSpacing(look.px(8))
        rows.addWidget(self.list, 1)
        rows.addLayout(flow)
        rows.addWidget(
            Label(N_("Keys 1 to 5 grade the criterion chosen, 0 takes its grade away."), "small", "muted", wrap=True)
        )
        self.list.pressed_figure.connect(self._on_figure)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._say()

    def show_places(self, places: Sequence[Place]) -> None:
        """Show the criteria of the visit's rubrics."""
        self._places = places
        self._fill()

    def show_review(self, review: CaseReview | None) -> None:
        """Show the grades of a review; none for None."""
        self._grades = dict(review.grades) if review else {}
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.rows.show([(place.key, self._row(place)) for place in self._places])
        if not self.list.currentIndex().isValid() and self._places:
            self.list.setCurrentIndex(self.rows.index(0))
        self._on_current()

    def _row(self, place: Place) -> Row:
        grade = self._grades.get(place.key, "")
        icon, role = MARKS.get(grade, ("minus", "muted"))
        mark = _(GRADES[grade]) if grade in GRADES else _(N_("Not graded"))
        return Row(place.title, "", (place.where,), "", mark, icon, role)

    def _on_current(self) -> None:
        grade = self._grades.get(self.rows.key(self.list.currentIndex()), "")
        for code, button in self.scale.items():
            button.setChecked(code == grade)
            button.setEnabled(self.list.currentIndex().isValid())

    def _on_scale(self) -> None:
        chosen = next((code for code, button in self.scale.items() if button is self.sender()), "")
        key = self.rows.key(self.list.currentIndex())
        if key:
            self.graded.emit(key, "" if self._grades.get(key) == chosen else chosen)

    def _on_figure(self, figure: int) -> None:
        self.graded.emit(self.rows.key(self.list.currentIndex()), ("", *GRADES)[figure])

    def _say(self) -> None:
        self.list.setAccessibleName(_(N_("Criteria and their grades")))
        self._fill()
