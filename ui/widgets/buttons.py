# SPDX-License-Identifier: MIT
"""Buttons that say a gettext key and follow the look. What they do is connected by who places them.

Return presses the button that has the ring, as Space does: in a dialog it would otherwise press the default one, and
whoever had gone to *Cancel* would have done the very thing. Held down, it presses once.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from resources.language import _
from ui.look import Look
from ui.widgets.icons import icon

_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""Held with Return, it is another key, of the page."""


class Button(QPushButton):
    """A button with words. One primary button a screen."""

    def __init__(self, look: Look, key: str, icon_name: str = "", primary: bool = False) -> None:
        """Say the key, which may mark its letter with "&"."""
        super().__init__()
        self._look, self._key = look, key
        self.setProperty("primary", primary)
        self.setAutoDefault(False)
        if icon_name:
            self.setIcon(icon(look, icon_name, "on_accent" if primary else "text"))
        look.changed.connect(self._fit)
        self._fit()
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press this button and no other."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the key again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def say(self, key: str) -> None:
        """Say another key."""
        self._key = key
        self._say()

    def _say(self) -> None:
        self.setText(f" {_(self._key)}" if not self.icon().isNull() else _(self._key))
        self.setAccessibleName(_(self._key).replace("&", ""))

    def _fit(self) -> None:
        _fit(self, self._look)


class IconButton(QToolButton):
    """A button with an icon only; its words are its accessible name and its tooltip, with its keys."""

    def __init__(self, look: Look, icon_name: str, key: str, keys: str = "") -> None:
        """Show the icon; `keys` as "Ctrl+F"."""
        super().__init__()
        self._look, self._key, self._keys = look, key, keys
        self.setProperty("quiet", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_icon(icon_name)
        if keys:
            self.setShortcut(QKeySequence(keys))
        look.changed.connect(self._fit)
        self._fit()
        self._say()

    def say(self, key: str) -> None:
        """Change what the button is called."""
        self._key = key
        self._say()

    def show_icon(self, name: str) -> None:
        """Change the outline."""
        self.setIcon(icon(self._look, name, "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press this button and no other."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the key again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        words = _(self._key)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({shown_keys(self._keys)})" if self._keys else words)

    def _fit(self) -> None:
        _fit(self, self._look)
        self.setMinimumSize(self._look.px(26), self._look.px(26))  # where there is little room it is not made flat


class NavButton(QToolButton):
    """One place to go to, in the rail at the side: icon and words, checked where one is."""

    def __init__(self, look: Look, icon_name: str, key: str, keys: str = "") -> None:
        """Say the key beside the icon; `keys` as "Ctrl+1"."""
        super().__init__()
        self._look, self._key, self._keys = look, key, keys
        self.setProperty("nav", True)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon(look, icon_name))
        if keys:
            self.setShortcut(QKeySequence(keys))
        look.changed.connect(self._fit)
        self._fit()
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press this button and no other."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the key again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setText(f"  {_(self._key)}")  # Qt sets no gap between a tool button's icon and its words
        self.setAccessibleName(_(self._key).replace("&", ""))
        self.setToolTip(f"{_(self._key)} ({shown_keys(self._keys)})" if self._keys else "")

    def _fit(self) -> None:
        _fit(self, self._look)


def shown_keys(keys: str) -> str:
    """Return keys as the platform shows them: "Ctrl+F" or "⌘F"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _pressed(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if the key is Return; say whether it was."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _CHORD:
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True


def _fit(button: QAbstractButton, look: Look) -> None:
    button.setIconSize(QSize(look.px(18), look.px(18)))
    button.update()
