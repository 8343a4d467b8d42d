# SPDX-License-Identifier: MIT
"""Every verb in a menu, with its keys. What the verbs do is their panels' affair; which there are, window.py's.

A letter that a page needs with Alt is the page's: shared by both, Qt would open the menu at one press and only put the
keys on the page's button at the next.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QMenuBar, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.panel import Verb
from ui.widgets.icons import icon

MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "visit": N_("&Visit"),
    "note": N_("&Note"),
    "letter": N_("&Letter"),
    "authority": N_("&Authority"),
    "view": N_("Vie&w"),
    "help": N_("&Help"),
}
"""Menu code → its title, in the order of the bar."""


class VerbAction(QAction):
    """One verb as the menus and the keys know it."""

    def __init__(self, look: Look, verb: Verb, first: Callable[[], None] | None, parent: QObject) -> None:
        """Take the verb; `first` is done before it: going to its page."""
        super().__init__(parent)
        self.verb, self.first = verb, first
        if verb.icon:
            self.setIcon(icon(look, verb.icon))
        self.setShortcut(QKeySequence(verb.keys))
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.triggered.connect(self.go)
        self.say()

    def say(self, words: str = "") -> None:
        """Say the verb's name in the language in use, or these words."""
        self.setText((words or _(self.verb.name)).replace("&", "&&"))

    def go(self) -> None:
        """Do the verb, if it can be done now."""
        if self.first is not None:
            self.first()
        if self.verb.is_possible():
            self.verb.run()


class Menus(QObject):
    """The menu bar, filled as panels come."""

    def __init__(self, look: Look, bar: QMenuBar) -> None:
        """Make every menu, empty; an empty one is not shown."""
        super().__init__(bar)
        self._look, self._bar = look, bar
        self._menus: dict[str, QMenu] = {}
        self._taken: set[str] = set()
        """Letters with Alt that the page on the screen needs."""
        for code, title in MENUS.items():
            menu = bar.addMenu(_(title))
            menu.menuAction().setVisible(False)
            menu.aboutToShow.connect(self.ask_again)
            self._menus[code] = menu
        bar.installEventFilter(self)
        bar.window().installEventFilter(self)

    def add(self, verbs: Iterable[Verb], first: Callable[[], None] | None = None) -> None:
        """Put verbs at the end of their menus, set off from those before them."""
        began: set[str] = set()
        for verb in verbs:
            menu = self._menus[verb.menu]
            if verb.menu not in began and not menu.isEmpty():
                menu.addSeparator()
            began.add(verb.menu)
            action = VerbAction(self._look, verb, first, self)
            menu.addAction(action)
            menu.menuAction().setVisible(True)

    def menu(self, code: str) -> QMenu:
        """Return a menu by its code; raise KeyError for a code that MENUS lacks."""
        return self._menus[code]

    def lean(self, first: Callable[[], None] | None) -> None:
        """Where two verbs have one key, give it to the verb of the page shown, known by what is done first."""
        self._give_way(set())  # another page needs other letters
        holders: dict[str, list[VerbAction]] = {}
        for action in self.actions():
            holders.setdefault(action.verb.keys, []).append(action)
        for keys, actions in holders.items():
            chosen = next((each for each in actions if each.first is first), actions[0])
            for each in actions:
                each.setShortcut(QKeySequence(keys if each is chosen else ""))

    def actions(self) -> Iterator[VerbAction]:
        """Yield every verb's action in the order of the menus."""
        for menu in self._menus.values():
            yield from (action for action in menu.actions() if isinstance(action, VerbAction))

    def groups(self) -> dict[str, list[tuple[str, str]]]:
        """Return menu title → (words, keys) of its verbs, for the sheet of keys."""
        return {
            menu.title().replace("&", ""): [(each.text().replace("&&", "&"), each.verb.keys) for each in verbs]
            for menu in self._menus.values()
            if (verbs := [action for action in menu.actions() if isinstance(action, VerbAction)])
        }

    def ask_again(self) -> None:
        """Ask every verb whether it is possible now. Their keys stay alive: asked again when pressed."""
        menu = self.sender()
        for action in menu.actions() if isinstance(menu, QMenu) else ():
            if isinstance(action, VerbAction):
                action.setEnabled(action.verb.is_possible())
        if isinstance(menu, QMenu):
            menu.aboutToHide.connect(self._wake, Qt.ConnectionType.UniqueConnection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say every word again in another language; before a letter with Alt is looked up, give way to the page."""
        if event.type() == QEvent.Type.LanguageChange and watched is self._bar:
            self._say_titles()
            for action in self.actions():
                action.say()
        elif isinstance(watched, QWidget) and _asks_with_alt(event):
            self._give_way(letters_on(watched))
        return super().eventFilter(watched, event)

    def _give_way(self, letters: set[str]) -> None:
        if letters != self._taken:
            self._taken = letters
            self._say_titles()

    def _say_titles(self) -> None:
        for code, menu in self._menus.items():
            title = _(MENUS[code])
            is_taken = QKeySequence.mnemonic(title).toString() in self._taken
            menu.setTitle(title.replace("&", "") if is_taken else title)

    def _wake(self) -> None:
        # A disabled action has no key. What cannot be done now may be possible by the time the key is pressed.
        menu = self.sender()
        for action in menu.actions() if isinstance(menu, QMenu) else ():
            action.setEnabled(True)


def _asks_with_alt(event: QEvent) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def letters_on(screen: QWidget) -> set[str]:
    """Return what leads somewhere on a screen with Alt, as "Alt+S": of its buttons, and of labels with a field."""
    buttons, labels = screen.findChildren(QAbstractButton), screen.findChildren(QLabel)
    said = [each.text() for each in buttons if each.isVisible() and each.isEnabled()]
    said += [each.text() for each in labels if each.isVisible() and each.buddy() is not None]
    return {letter for text in said if (letter := QKeySequence.mnemonic(text).toString())}
