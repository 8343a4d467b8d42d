# SPDX-License-Identifier: MIT
"""The sheet that first run and unlocking are shown on: a card in the middle of the quiet ground."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources import language
from resources.language import N_, _
from storage.errors import Trouble
from ui.errors import told
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice

_SCHEMES = {"dark": "light"}


class Front(QWidget):
    """A window with one card, the other language and the other theme always in reach."""

    language_asked = Signal(str)
    """The code of the other language."""
    scheme_asked = Signal(str)
    opened = Signal(object)
    """The open Store: this sheet has done its work."""
    closed = Signal()
    """The person closed it instead."""

    def __init__(self, look: Look) -> None:
        """Make the sheet, empty; a child adds to `body`."""
        super().__init__()
        self.look = look
        self._is_leaving = False
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notice = Notice(look)
        self.body = QVBoxLayout()
        self._other = _Spoken(look, "languages", self._language_words)
        self._theme = _Spoken(look, "monitor", self._theme_words)
        self._other.clicked.connect(self._on_language)
        self._theme.clicked.connect(self._on_theme)
        self._build()
        look.changed.connect(self._fit)
        self._fit()
        self.setWindowTitle("Arolwg")

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble on the card, with what to do."""
        self.notice.tell(*told(trouble), "bad")

    def leave(self) -> None:
        """Go away quietly: the window is there now."""
        self._is_leaving = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the person closed the sheet, if it was the person."""
        super().closeEvent(event)
        if not self._is_leaving:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the default button, as in a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Do what Return does here; a child says what."""

    def _build(self) -> None:
        self.card = QFrame()
        self.card.setProperty("card", True)
        self._inside = QVBoxLayout(self.card)
        self._inside.addWidget(self.notice)
        self._inside.addLayout(self.body)
        ground = QWidget()
        ground.setProperty("scroll", True)
        across = QHBoxLayout(ground)
        across.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(_mark())
        middle.addWidget(self.card)
        middle.addStretch(2)
        across.addLayout(middle)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(ground)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.addWidget(scroll, 1)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self._other)
        self._foot.addWidget(self._theme)
        everything.addLayout(self._foot)
        self._middle = middle

    def _fit(self) -> None:
        px = self.look.px
        self.card.setFixedWidth(px(460))
        self._inside.setContentsMargins(px(24), px(24), px(24), px(24))
        self._inside.setSpacing(px(12))
        self.body.setSpacing(px(12))
        self._middle.setSpacing(px(16))
        self._foot.setContentsMargins(px(16), px(8), px(16), px(12))
        self._foot.setSpacing(px(8))

    def _language_words(self) -> str:
        return language.LANGUAGES[_other_language()]

    def _theme_words(self) -> str:
        return _(N_("Light")) if self.look.tokens.name == "dark" else _(N_("Dark"))

    def _on_language(self) -> None:
        self.language_asked.emit(_other_language())

    def _on_theme(self) -> None:
        self.scheme_asked.emit(_SCHEMES.get(self.look.tokens.name, "dark"))


class _Spoken(Button):
    """A button whose words depend on the language and the theme in use."""

    def __init__(self, look: Look, icon_name: str, words: Callable[[], str]) -> None:
        self._words = words
        super().__init__(look, "", icon_name)
        look.changed.connect(self._say)

    def _say(self) -> None:
        self.setText(f" {self._words()}")
        self.setAccessibleName(self._words())


def _other_language() -> str:
    codes = list(language.LANGUAGES)
    return codes[(codes.index(language.current()) + 1) % len(codes)]


def _mark() -> Label:
    mark = Label(type="title")
    mark.show_text("Arolwg")
    mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return mark
