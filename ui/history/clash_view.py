# SPDX-License-Identifier: MIT
"""One difference: each wording with who left it and when, and what stands until somebody settles it. It writes nothing.

What a wording took away is struck out, what it added is bold and underlined; colour only helps.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.queries.differences import Clash, Wording
from ui.desk import Desk
from ui.history.changes import pieces, write_side
from ui.history.clash_rows import title_of
from ui.history.fields import shown
from ui.history.moments import local_time
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class ClashView(QWidget):
    """Asks which words shall stand; who keeps the panel answers."""

    settled = Signal(object)
    """The value that shall stand."""
    later = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk = desk
        self.clash: Clash | None = None
        self.title = Label(type="heading", wrap=True)
        self.wordings: list[tuple[QTextBrowser, Button]] = []
        self.until = Label(type="strong", wrap=True)
        self.words = QPlainTextEdit()
        self.use = Button(desk.look, N_("Let &these words stand"), "check", primary=True)
        self.next = Button(desk.look, N_("Settle it &later"), "chevron-down")
        self._holder, self._grid = QWidget(), QGridLayout()
        self._build()
        self.use.clicked.connect(self._on_words)
        self.next.clicked.connect(self.later)
        desk.look.changed.connect(self._again)

    def show_clash(self, clash: Clash | None) -> None:
        """Show a difference, or none; words that are being typed stay while the same one is shown unaltered."""
        if clash is not None and self.clash == clash:
            return
        self.clash = clash
        self.setVisible(clash is not None)
        if clash is not None:
            self._show(clash)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._again()

    def _again(self) -> None:
        if self.clash is not None:
            typed = self.words.toPlainText()
            self._show(self.clash)
            self.words.setPlainText(typed)

    def _show(self, clash: Clash) -> None:
        self.title.show_text(title_of(clash))
        self.wordings.clear()
        self._middle.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder, self._grid = QWidget(), QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._desk.look.px(8))
        self._holder.setLayout(self._grid)
        self._middle.addWidget(self._holder)
        for at, each in enumerate(clash.wordings):
            self._add(at, each, clash)
        if clash.is_prose:
            self.until.say(N_("Both together, word by word. It holds until somebody settles it; change it if need be:"))
            self.words.setPlainText(str(clash.stands))
        else:
            value = shown(self._desk.store, clash.field, clash.stands)
            self.until.show_text(_("Until somebody settles it, this holds: {value}").format(value=value))
        for part in (self.words, self.use):
            part.setVisible(clash.is_prose)
        self.words.setAccessibleName(_(N_("The words that shall stand")))

    def _add(self, at: int, wording: Wording, clash: Clash) -> None:
        look, store = self._desk.look, self._desk.store
        who = wording.name or _(N_("somebody not on the roster"))
        whose = _(N_("on this laptop")) if wording.is_mine else ""
        head = Label(type="small", tone="muted", wrap=True)
        head.show_text(" · ".join(part for part in (who, whose, local_time(wording.at)) if part))
        page = QTextBrowser()
        page.setProperty("page", True)
        page.setTabChangesFocus(True)
        page.setMinimumHeight(look.px(72))
        page.setAccessibleName(_("Wording of {name}").format(name=who))
        now = shown(store, clash.field, wording.value)
        was = shown(store, clash.field, wording.before) if wording.before is not None else ""
        write_side(self._desk, page.document(), _spaced(was, now), "")
        button = Button(look, N_("Let this wording stand"))
        button.setAccessibleDescription(who)
        button.clicked.connect(partial(self._use, wording.value))
        column, row = at % 2, 3 * (at // 2)
        self._grid.addWidget(head, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(page, row + 1, column)
        self._grid.addWidget(button, row + 2, column, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(row + 1, 1)
        self.wordings.append((page, button))

    def _use(self, value: Any, _checked: bool = False) -> None:
        self.settled.emit(value)

    def _on_words(self) -> None:
        self.settled.emit(self.words.toPlainText())

    def _build(self) -> None:
        px = self._desk.look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.setSpacing(px(8))
        self._middle = QVBoxLayout()
        self.words.setProperty("page", True)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(px(72))
        foot = QHBoxLayout()
        foot.addWidget(self.next)
        foot.addStretch(1)
        foot.addWidget(self.use)
        everything.addWidget(self.title)
        everything.addLayout(self._middle, 1)
        everything.addWidget(self.until)
        everything.addWidget(self.words, 1)
        everything.addLayout(foot)


def _spaced(was: str, now: str) -> list[tuple[str, str]]:
    """Return the pieces of a wording, with a gap between what was taken away and what came in its place."""
    found: list[tuple[str, str]] = []
    for kind, words in pieces(was, now) if was else [("same", now)]:
        if kind == "new" and found and found[-1][0] == "gone" and not found[-1][1][-1:].isspace():
            found.append(("same", " "))
        found.append((kind, words))
    return found
