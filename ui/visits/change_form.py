# SPDX-License-Identifier: MIT
"""A form for a visit that is there: its kind, days and scope. It writes nothing itself; planning one is forms.py's.

Its frameworks are loaded and moved elsewhere (ui/exports/framework_in.py), its state is state_dialog.py's.
"""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from resources.language import N_, _
from storage.model.clock import span_of
from storage.model.visit import LONGEST, Visit
from ui.look import Look
from ui.models.visit_kinds import VISIT_KINDS
from ui.visits.days import Days
from ui.visits.forms import Form
from ui.visits.words import dates_of, kind_of
from ui.widgets.labels import Label

_BETWEEN = "; "


class ChangeForm(Form):
    """Asked with `open`; `fields` once accepted. Dates that name no days are shown, and stay as they are."""

    def __init__(self, look: Look, seen: Visit, parent: QWidget | None = None) -> None:
        """Ask for other values of a visit as it was seen."""
        super().__init__(look, N_("Change the visit"), N_("&Keep the changes"), parent)
        self.seen = seen
        self.kind, self.scope = QComboBox(), QLineEdit(_BETWEEN.join(seen.scope))
        self._scope = self.scope.text()
        for code, name in VISIT_KINDS.items():
            self.kind.addItem(_(name), code)
        if self.kind.findData(seen.kind) < 0:
            self.kind.addItem(kind_of(seen), seen.kind)
        self.kind.setCurrentIndex(self.kind.findData(seen.kind))
        self.scope.setPlaceholderText(_(N_("What the visit looks at, in a line")))
        span = _days_of(seen)
        self.days = Days(look, *span, self) if span else None
        self.place(((N_("K&ind of visit"), self.kind),))
        if self.days is not None:
            self.place(((N_("&First day"), self.days.first), (N_("&Last day"), self.days.last)))
        else:
            said = Label(wrap=True)
            said.show_text(dates_of(seen))
            self._form.addRow(Label(N_("Dates")), said)
        self.place(((N_("Sc&ope"), self.scope),))

    def fields(self) -> dict[str, Any]:
        """Return the fields as chosen; of the scope only what was altered, as it may have had several parts."""
        text = self.scope.text().strip()
        scope = {"scope": (text,) if text else ()} if self.scope.text() != self._scope else {}
        return {"kind": str(self.kind.currentData()), **(self.days.fields() if self.days else {}), **scope}


def _days_of(visit: Visit) -> tuple[date, date] | None:
    """Return the first and the last day where both are exact, or None: "autumn 2017" has none."""
    try:
        ends = [span_of(part) for part in visit.dates.split("/")]
    except ValueError:
        return None
    if not ends or any(each.earliest != each.latest for each in ends):
        return None
    first, last = ends[0].earliest, ends[-1].latest
    return (first, last) if (last - first).days < LONGEST else None
