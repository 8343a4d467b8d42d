# SPDX-License-Identifier: MIT
"""Two small forms: a visit to plan, an authority to add. They write nothing themselves."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from resources import language
from resources.language import LANGUAGES, N_, _
from storage.model import clock
from storage.model.authority import Authority
from storage.model.rubric import Rubric
from ui.look import Look
from ui.models.visit_kinds import VISIT_KINDS
from ui.visits.days import Days
from ui.visits.words import CONCERNS
from ui.widgets.buttons import Button
from ui.widgets.elided_box import ElidedBox
from ui.widgets.labels import Label, add_row

Rows = Sequence[tuple[str, QWidget]]


class Form(QDialog):
    """Rows of fields with their labels, and two buttons."""

    def __init__(self, look: Look, title: str, accept: str, parent: QWidget | None) -> None:
        """Say the title and what accepting does (gettext keys)."""
        super().__init__(parent)
        self.setWindowTitle(_(title))
        self.accept_button = Button(look, accept, primary=True)
        self._cancel = Button(look, N_("&Cancel"))
        self._form = QFormLayout()
        self._form.setSpacing(look.px(8))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.accept_button)
        everything = QVBoxLayout(self)
        side = look.px(24)
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(look.px(16))
        everything.addWidget(Label(title, "title"))
        everything.addLayout(self._form)
        everything.addStretch(1)
        everything.addLayout(buttons)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.setMinimumWidth(look.px(460))

    def explain(self, key: str) -> None:
        """Say under the title what the form is for (a gettext key)."""
        everything = self.layout()
        if isinstance(everything, QVBoxLayout):
            everything.insertWidget(1, Label(key, tone="muted", wrap=True))

    def place(self, rows: Rows) -> None:
        """Place fields under each other, each with a label (a gettext key) that names it."""
        for key, field in rows:
            add_row(self._form, key, field)


class VisitForm(Form):
    """A visit to plan."""

    def __init__(
        self, look: Look, authorities: Sequence[Authority], rubrics: Sequence[Rubric], parent: QWidget | None = None
    ) -> None:
        """Offer authorities and rubrics; the first of both is chosen."""
        super().__init__(look, N_("Plan a visit"), N_("&Plan the visit"), parent)
        self.authority, self.kind = ElidedBox(), QComboBox()
        self.authority.setSizeAdjustPolicy(ElidedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        today = clock.now().astimezone().date()
        self._days = Days(look, today + timedelta(7), today + timedelta(8), self)
        self.first, self.last = self._days.first, self._days.last
        self.scope = QLineEdit()
        self.rubrics = {each.name: QCheckBox(_words(each)) for each in rubrics}
        for council in authorities:
            self.authority.addItem(council.name, council.id)
        for code, name in VISIT_KINDS.items():
            self.kind.addItem(_(name), code)
        self.scope.setPlaceholderText(_(N_("What the visit looks at, in a line")))
        self.place(
            (
                (N_("&Authority"), self.authority),
                (N_("&Kind of visit"), self.kind),
                (N_("&First day"), self.first),
                (N_("&Last day"), self.last),
                (N_("&Scope"), self.scope),
            )
        )
        self._form.addRow(Label(N_("Frameworks")), QWidget())
        for at, box in enumerate(self.rubrics.values()):
            box.setChecked(at == 0)
            self._form.addRow(box)

    def fields(self) -> dict[str, Any]:
        """Return the visit's fields as chosen."""
        scope = self.scope.text().strip()
        return {
            "kind": str(self.kind.currentData()),
            **self._days.fields(),
            "scope": (scope,) if scope else (),
            "frameworks": tuple(name for name, box in self.rubrics.items() if box.isChecked()),
        }


class AuthorityForm(Form):
    """An authority to add."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Ask for what a letter needs."""
        super().__init__(look, N_("Add an authority"), N_("&Add the authority"), parent)
        self.explain(N_("Whom you visit: its visits, letters and standing record stand under it."))
        self.name, self.name_cy, self.service = QLineEdit(), QLineEdit(), QLineEdit(_(N_("children's services")))
        self.address = QLineEdit()
        self.address.setPlaceholderText(_(N_("Lines of the address, with commas between them")))
        self.language, self.concern = QComboBox(), QComboBox()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        for code, name in CONCERNS.items():
            self.concern.addItem(_(name), code)
        self.place(
            (
                (N_("&Name"), self.name),
                (N_("Name in &Welsh"), self.name_cy),
                (N_("&Service"), self.service),
                (N_("A&ddress"), self.address),
                (N_("Writes and &reads in"), self.language),
                (N_("Level of c&oncern"), self.concern),
            )
        )
        self.name.textChanged.connect(self._on_name)
        self._on_name("")

    def fields(self) -> dict[str, Any]:
        """Return the authority's fields as typed."""
        lines = (line.strip() for line in self.address.text().split(","))
        return {
            "name": self.name.text().strip(),
            "name_cy": self.name_cy.text().strip(),
            "service": self.service.text().strip(),
            "address": tuple(line for line in lines if line),
            "language": str(self.language.currentData()),
            "concern_level": str(self.concern.currentData()),
        }

    def _on_name(self, name: str) -> None:
        self.accept_button.setEnabled(bool(name.strip()))


def _words(rubric: Rubric) -> str:
    return rubric.title.get(language.current()) or rubric.title.get("en", rubric.name)
