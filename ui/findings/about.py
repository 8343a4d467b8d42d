# SPDX-License-Identifier: MIT
"""What a finding says beside its statement: grade, direction, against what, areas, what it means for children."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.finding import Finding
from storage.model.recommendation import Recommendation
from ui.findings.statement import Statement
from ui.look import Look
from ui.models.finding_words import DIRECTIONS, PLACES, SCALE, earlier_words
from ui.models.note_words import POLARITIES
from ui.widgets.buttons import Button, NavButton
from ui.widgets.chips import Chips
from ui.widgets.labels import Label

_BOXES = {"grade": SCALE, "direction": DIRECTIONS, "role": PLACES}


class About(QWidget):
    """A form whose every choice is kept at once."""

    amended = Signal(str, object)
    """A field of the finding, and what it is to be."""

    def __init__(self, look: Look) -> None:
        """Make the parts and place them."""
        super().__init__()
        self._look = look
        self.polarities = {
            name: NavButton(look, POLARITIES[name].icon, POLARITIES[name].name) for name in ("strength", "weakness")
        }
        self.boxes = {name: QComboBox() for name in _BOXES}
        self.earlier = Label("", "body", "muted", wrap=True)
        self.measure = Button(look, N_("&Measure against…"), "history")
        self.impact = Statement()
        self.ticks = {
            "systemic": QCheckBox(),
            "immediate": QCheckBox(),
        }
        self.link = Button(look, N_("&Link to an area"), "link")
        self.chips = Chips(look, self.link)
        self._build()
        self._say()

    def show_finding(self, finding: Finding | None, earlier: Finding | Recommendation | None) -> None:
        """Show a finding's fields; those of a new one for None. The impact is the sheet's affair."""
        self.polarities[finding.polarity if finding and finding.polarity in self.polarities else "weakness"].setChecked(
            True
        )
        for name, box in self.boxes.items():
            offer(box, _BOXES[name], getattr(finding, name) if finding else "")
        for name, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(bool(finding and getattr(finding, name)))
            tick.blockSignals(False)
            tick.setEnabled(finding is not None)
        if earlier is not None:
            self.earlier.show_text(earlier_words(earlier))
        elif finding and finding.earlier:
            self.earlier.say(N_("Measured against a record that is not on this laptop."))
        else:
            self.earlier.say(N_("Measured against nothing earlier."))
        for part in (self.link, self.measure):
            part.setEnabled(finding is not None)

    def chosen(self) -> dict[str, str]:
        """Return the fields as chosen on a blank sheet."""
        polarity = next(name for name, button in self.polarities.items() if button.isChecked())
        return {"polarity": polarity, **{name: str(box.currentData()) for name, box in self.boxes.items()}}

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _names(self) -> dict[str, str]:
        return {"grade": N_("&Grade"), "direction": N_("&Direction"), "role": N_("&Place in a letter")}

    def _say(self) -> None:
        for name, key in self._names().items():
            self.boxes[name].setAccessibleName(_(key).replace("&", ""))
        self.impact.setAccessibleName(_(N_("What it means for children")))
        self.impact.setPlaceholderText(_(N_("How do children notice? One or two sentences.")))
        self.ticks["systemic"].setText(_(N_("S&ystemic: the way the service works brings it about")))
        self.ticks["immediate"].setText(_(N_("Imm&ediate: it cannot wait for the letter")))

    def _on_box(self) -> None:
        name = next(name for name, box in self.boxes.items() if box is self.sender())
        self.amended.emit(name, str(self.boxes[name].currentData()))

    def _on_tick(self, is_ticked: bool) -> None:
        name = next(name for name, tick in self.ticks.items() if tick is self.sender())
        self.amended.emit(name, is_ticked)

    def _on_polarity(self) -> None:
        self.amended.emit("polarity", self.chosen()["polarity"])

    def _build(self) -> None:
        ways, form, whole = QHBoxLayout(), QFormLayout(), QVBoxLayout(self)
        self._group = QButtonGroup(self)
        for button in self.polarities.values():
            self._group.addButton(button)
            ways.addWidget(button)
            button.clicked.connect(self._on_polarity)
        ways.addStretch(1)
        form.setSpacing(self._look.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, key in self._names().items():
            label = Label(key)
            label.setBuddy(self.boxes[name])
            form.addRow(label, self.boxes[name])
            self.boxes[name].activated.connect(self._on_box)
        impact = Label(N_("What it means for &children"))
        impact.setBuddy(self.impact)
        self.impact.setFixedHeight(self._look.px(64))
        whole.setContentsMargins(0, self._look.px(8), self._look.px(8), 0)
        whole.setSpacing(self._look.px(8))
        whole.addLayout(ways)
        whole.addLayout(form)
        measured = QHBoxLayout()
        measured.addWidget(self.earlier, 1)
        measured.addWidget(self.measure)
        whole.addLayout(measured)
        whole.addWidget(self.chips)
        whole.addWidget(impact)
        whole.addWidget(self.impact)
        for tick in self.ticks.values():
            whole.addWidget(tick)
            tick.toggled.connect(self._on_tick)
        whole.addStretch(1)
        self.chips.follows = self.measure


def offer(box: QComboBox, names: dict[str, str], chosen: str) -> None:
    """Fill a box with names (code → gettext key) and choose one; a code that is unknown is added as it is."""
    box.clear()
    for code, name in names.items():
        box.addItem(_(name), code)
    if box.findData(chosen) < 0:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(box.findData(chosen))
