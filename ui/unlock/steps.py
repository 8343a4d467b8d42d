# SPDX-License-Identifier: MIT
"""The steps of first run that ask: who, passphrase, what to begin with. The step that tells is recovery.py."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.permissions import ROLES
from ui.look import Look
from ui.widgets.labels import Label
from ui.widgets.passphrase_field import PassphraseField

LEAST_LEVEL = 1
"""Of strength: "too easy to guess" is refused, all else is the person's choice."""


class Step(QWidget):
    """One step: a title, a sentence, its fields."""

    changed = Signal()

    def __init__(self, look: Look, title: str, sentence: str) -> None:
        """Say title and sentence (gettext keys)."""
        super().__init__()
        self.look = look
        self.all = QVBoxLayout(self)
        self.all.setContentsMargins(0, 0, 0, 0)
        self.all.addWidget(Label(title, "heading", wrap=True))
        self.all.addWidget(Label(sentence, tone="muted", wrap=True))
        look.changed.connect(self._fit)
        self._fit()
        self.hide()

    def begin(self) -> None:
        """Put the focus where typing begins."""

    def is_complete(self) -> bool:
        """Say whether one may go on."""
        return True

    def lacking(self) -> str:
        """Return what is still lacking, translated."""
        return ""

    def focus_lacking(self) -> None:
        """Put the focus where something is lacking."""
        self.begin()

    def field(self, key: str, field: QWidget) -> None:
        """Add a field under its label."""
        label = Label(key)
        label.setBuddy(field.focusProxy() or field)
        self.all.addWidget(label)
        self.all.addWidget(field)

    def _fit(self) -> None:
        self.all.setSpacing(self.look.px(8))


class WhoStep(Step):
    """Name and role."""

    def __init__(self, look: Look) -> None:
        """Ask for the name as it should stand on notes, and the usual role."""
        super().__init__(look, N_("Welcome to Arolwg"), N_("A notebook for visits, and the letter that comes of them."))
        self.edit, self.box = QLineEdit(), QComboBox()
        self.edit.setMaxLength(200)
        self.edit.textChanged.connect(self.changed)
        for code, name in ROLES.items():
            self.box.addItem(_(name), code)
        self.field(N_("Your &name, as it should stand on your notes"), self.edit)
        self.field(N_("Your usual &role"), self.box)
        self.all.addWidget(
            Label(N_("Each visit has its own roles: this one only informs."), "small", "muted", wrap=True)
        )
        self._say()

    def name(self) -> str:
        """Return the name."""
        return self.edit.text().strip()

    def role(self) -> str:
        """Return the role's code."""
        return str(self.box.currentData())

    def begin(self) -> None:
        """Begin with the name."""
        self.edit.setFocus()

    def is_complete(self) -> bool:
        """A name is needed."""
        return bool(self.name())

    def lacking(self) -> str:
        """Return that the name is lacking."""
        return _(N_("Type your name first."))

    def changeEvent(self, event: QEvent) -> None:
        """Say the roles again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        for at in range(self.box.count()):
            self.box.setItemText(at, _(ROLES[self.box.itemData(at)]))
        self.edit.setAccessibleName(_(N_("Your name")))
        self.box.setAccessibleName(_(N_("Your usual role")))


class SecretStep(Step):
    """A new passphrase, twice."""

    def __init__(self, look: Look) -> None:
        """Ask for the passphrase, with its strength, and again."""
        super().__init__(
            look,
            N_("Choose a passphrase"),
            N_("It locks everything you write. Nobody can look it up for you: neither we nor your office."),
        )
        self.first = PassphraseField(look, N_("Passphrase"), measured=True)
        self.again = PassphraseField(look, N_("The same passphrase again"))
        self.differs = Label(type="small", tone="warn", wrap=True)
        self.first.changed.connect(self._on_changed)
        self.again.changed.connect(self._on_changed)
        self.field(N_("&Passphrase"), self.first)
        self.field(N_("The same passphrase &again"), self.again)
        self.all.addWidget(self.differs)

    def text(self) -> str:
        """Return the passphrase."""
        return self.first.text()

    def forget(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def begin(self) -> None:
        """Begin with the passphrase."""
        self.first.setFocus()

    def is_complete(self) -> bool:
        """Hard enough to guess, and typed the same twice."""
        return self.first.strength().level >= LEAST_LEVEL and self.first.text() == self.again.text()

    def lacking(self) -> str:
        """Return which of the two is lacking."""
        if self.first.strength().level < LEAST_LEVEL:
            return _(N_("This passphrase is too easy to guess. Four or five words are best."))
        return _(N_("The two are not the same yet."))

    def focus_lacking(self) -> None:
        """Go to the one that is lacking."""
        (self.first if self.first.strength().level < LEAST_LEVEL else self.again).setFocus()

    def _on_changed(self, _text: str) -> None:
        one, two = self.first.text(), self.again.text()
        self.differs.say(N_("The two are not the same yet.")) if two and not one.startswith(two) else (
            self.differs.show_text("")
        )
        self.changed.emit()


class BeginStep(Step):
    """With the practice visit, or empty."""

    def __init__(self, look: Look) -> None:
        """Offer the practice visit first."""
        super().__init__(look, N_("How would you like to begin?"), N_("You can do the other at any time."))
        self.practice = _Choice(N_("Start with the &practice visit"))
        self.empty = _Choice(N_("Start &empty"))
        self.practice.setChecked(True)
        words = N_("Two days, some fifty notes, and a letter to draft: invented for illustration from public sources.")
        for choice, sentence in ((self.practice, words), (self.empty, N_("Plan your first visit yourself."))):
            self.all.addWidget(choice)
            self.all.addWidget(Label(sentence, "small", "muted", wrap=True))

    def wants_practice(self) -> bool:
        """Say whether the practice visit was chosen."""
        return self.practice.isChecked()

    def begin(self) -> None:
        """Begin with the choice."""
        self.practice.setFocus()


class _Choice(QRadioButton):
    def __init__(self, key: str) -> None:
        super().__init__(_(key))
        self._key = key
        self.setAccessibleName(_(key).replace("&", ""))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(_(self._key))
            self.setAccessibleName(_(self._key).replace("&", ""))
        super().changeEvent(event)
