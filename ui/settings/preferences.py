# SPDX-License-Identifier: MIT
"""The settings page: language, theme, size, locking, passphrase, and where everything is kept. Applying: window.py."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources import language
from resources.language import N_, _
from storage.permissions import ROLES
from ui.desk import Desk
from ui.panel import Panel, Verb
from ui.settings.care_card import CareCard
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label

_SCHEMES = {"system": N_("As this computer has it"), "light": N_("Light"), "dark": N_("Dark")}
_SIZES = {100: N_("100 %"), 125: N_("125 %"), 150: N_("150 %"), 200: N_("200 %")}
_IDLE = {5: N_("After 5 minutes"), 10: N_("After 10 minutes"), 30: N_("After 30 minutes"), 0: N_("Never by itself")}


class Preferences(Panel):
    """Every choice takes effect at once, and is kept beside the store."""

    settings_wanted = Signal(object)
    """The Settings chosen."""

    def __init__(self, desk: Desk) -> None:
        """Build the page and show what is in use."""
        super().__init__(desk)
        self.language = _Choice({code: name for code, name in language.LANGUAGES.items()}, N_("Lan&guage"))
        self.scheme = _Choice(_SCHEMES, N_("&Theme"))
        self.percent = _Choice(_SIZES, N_("&Size"))
        self.idle = _Choice(_IDLE, N_("Lock by &itself"))
        for box in (self.language, self.scheme, self.percent, self.idle):
            box.activated.connect(self._on_chosen)
        self.welsh = Label(
            N_("The Welsh words of this program are not yet reviewed by a Welsh speaker."), "small", "warn", wrap=True
        )
        self.care = CareCard(desk)
        self.passphrase = Button(desk.look, N_("Change the &passphrase…"), "lock")
        self.passphrase.clicked.connect(self.change_passphrase)
        self.pin = Button(desk.look, N_("A PI&N for today…"), "keyboard")
        self.pin.clicked.connect(self.choose_pin)
        self.habits = Button(desk.look, N_("&Abbreviations and own words…"), "pen-line")
        self.habits.clicked.connect(self.teach)
        self._grids: list[QGridLayout] = []
        self._build()
        desk.look.changed.connect(self._fit)
        desk.look.changed.connect(self.refresh)
        self._fit()
        self.refresh()

    def refresh(self) -> None:
        """Show the settings in use."""
        settings = self.desk.settings
        for box, value in (
            (self.language, settings.language),
            (self.scheme, settings.scheme),
            (self.percent, settings.percent),
            (self.idle, settings.idle_minutes),
        ):
            box.choose(value)
        self.welsh.setVisible(not all(map(language.is_reviewed, language.LANGUAGES)))
        self.care.allow()
        marks = self.desk.store.marks
        role = ROLES.get(str(marks.get("my_role", "")), "")
        name = str(marks.get("my_name", ""))
        self.care.who.show_text(" · ".join(part for part in (name, _(role)) if part))

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do here."""
        care = self.care
        return (
            Verb(
                N_("Change the passphrase…"), "Ctrl+Shift+P", "file", self.change_passphrase, self._can_change, "lock"
            ),
            Verb(N_("A PIN for today…"), "Ctrl+Shift+W", "file", self.choose_pin, self._can_change, "keyboard"),
            Verb(N_("Abbreviations and own words…"), "Shift+F7", "edit", self.teach, icon="pen-line"),
            Verb(N_("Check everything"), "Ctrl+Shift+K", "file", care.check_everything, care.may_work, "shield-check"),
        )

    def change_passphrase(self) -> None:
        """Ask for the present passphrase and a new one."""
        from ui.settings.passphrase_dialog import PassphraseDialog

        PassphraseDialog(self.desk, self).open()

    def choose_pin(self) -> None:
        """Ask for a short PIN that opens what was locked, until Arolwg is closed."""
        from ui.settings.pin_dialog import PinDialog

        PinDialog(self.desk, self).open()

    def teach(self) -> None:
        """Show the person's own abbreviations and words, to be altered."""
        from ui.settings.habits_dialog import HabitsDialog

        HabitsDialog(self.desk, self).open()

    def changeEvent(self, event: QEvent) -> None:
        """Show what another part of the window changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _can_change(self) -> bool:
        return self.desk.store.folder is not None

    def _on_chosen(self) -> None:
        self.settings_wanted.emit(
            replace(
                self.desk.settings,
                language=str(self.language.currentData()),
                scheme=str(self.scheme.currentData()),
                percent=int(self.percent.currentData()),
                idle_minutes=int(self.idle.currentData()),
            )
        )

    def _build(self) -> None:
        look = self.desk.look
        self._cards = (
            self._grid_card(Card(look, N_("How it looks and speaks")), self.language, self.scheme, self.percent),
            Card(look, N_("Writing")),
            self._grid_card(Card(look, N_("Safety")), self.idle),
            self.care,
        )
        self._cards[0].body.addWidget(self.welsh)
        taught = N_("Abbreviations that write themselves out, and words that the speller takes for right.")
        self._cards[1].body.addWidget(Label(taught, tone="muted", wrap=True))
        self._cards[1].body.addWidget(self.habits, 0, Qt.AlignmentFlag.AlignLeft)
        secrets = QHBoxLayout()
        secrets.addWidget(self.passphrase)
        secrets.addWidget(self.pin)
        secrets.addStretch(1)
        self._cards[2].body.addLayout(secrets)
        page = QWidget()
        page.setProperty("scroll", True)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        for card in self._cards:
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
            self._column.addWidget(card)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)

    def _grid_card(self, card: Card, *boxes: "_Choice") -> Card:
        grid = QGridLayout()
        self._grids.append(grid)
        grid.setColumnStretch(2, 1)
        for row, box in enumerate(boxes):
            label = Label(box.key)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.setHorizontalSpacing(self.desk.look.px(16))
        grid.setVerticalSpacing(self.desk.look.px(8))
        card.body.addLayout(grid)
        return card

    def _fit(self) -> None:
        self._column.setSpacing(self.desk.look.px(12))
        for card in self._cards:
            card.setMaximumWidth(self.desk.look.px(640))
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, self.desk.look.px(120))
            grid.setColumnMinimumWidth(1, self.desk.look.px(240))


class _Choice(QComboBox):
    """One setting, its values by name."""

    def __init__(self, values: dict[str, str] | dict[int, str], key: str) -> None:
        super().__init__()
        self.key, self._values = key, dict[object, str](values)  # type: ignore[arg-type]
        for value, name in values.items():
            self.addItem(_(name), value)
        self.setAccessibleName(_(key).replace("&", ""))

    def choose(self, value: object) -> None:
        at = self.findData(value)
        if at < 0:  # set by hand in the file: shown as it is
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for at in range(self.count()):
                self.setItemText(at, _(self._values.get(self.itemData(at), self.itemText(at))))
            self.setAccessibleName(_(self.key).replace("&", ""))
        super().changeEvent(event)
