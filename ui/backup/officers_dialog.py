# SPDX-License-Identifier: MIT
"""Recovery officers in the window: appoint them, rehearse with them, and be one of them for a colleague.

What goes round, and why two are needed: storage/officers.py. Whose passphrase is lost asks in ui/unlock/asking.py.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _, long_date
from storage import officers
from storage.errors import Trouble
from storage.model.clock import read_stamp
from storage.sync.pairing import card_in
from ui.desk import Desk
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.grown import grow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice

_FILES = "JSON (*.json)"


class OfficersDialog(QDialog):
    """Above one's own officers, below what an officer does for others."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show who the officers are."""
        super().__init__(parent)
        self._desk, self._paper = desk, officers.Paper("", "", "", False, "", "", "", ())
        self.setWindowTitle(_(N_("Recovery officers")))
        look = desk.look
        self.notice, self.who, self.tried = Notice(look), Label(wrap=True), Label(type="small", tone="muted", wrap=True)
        self.appoint = Button(look, N_("&Choose their cards…"), "users")
        self.rehearse = Button(look, N_("&Rehearse…"))
        self.answer = Button(look, N_("Take the &answer…"))
        self.words = Label(type="code", wrap=True)
        self.request = Button(look, N_("&Open a colleague's request…"), "folder-open")
        self.asks, self.heard = Label(wrap=True), QLineEdit()
        self.heard_label = Label(N_("The &six words that she reads aloud"))
        self.go = Button(look, N_("Open the seal and sa&ve…"), primary=True)
        self.shut = Button(look, N_("C&lose"))
        self._build()
        self._connect()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need."""
        super().showEvent(event)
        grow(self)

    def use_cards(self, paths: list[Path]) -> None:
        """Appoint the officers of these cards."""
        if self._attempt(lambda: officers.appoint(self._desk.store, [card_in(each) for each in paths])):
            self.notice.tell(_(N_("Any two of them can open this store together now.")), tone="ok")
        self._show()

    def write_request(self, path: Path) -> None:
        """Write a request to rehearse with, and show its words."""
        self._attempt(lambda: self._write_request(path))

    def take_answer(self, path: Path) -> None:
        """Take the answer to a rehearsal."""
        if self._attempt(lambda: officers.take_trial(self._desk.store, officers.read(path))):
            self.notice.tell(_(N_("The rehearsal went well: these two can open this store together.")), tone="ok")
        self._show()

    def open_request(self, path: Path) -> None:
        """Show who asks, and ask for the words."""
        if not self._attempt(lambda: self._read(path)):
            return
        self.asks.say(
            N_("{name} asks, {day}. Speak with her before you go on: whoever has the file could ask in her name."),
            name=self._paper.name,
            day=_day(self._paper.at),
        )
        for part in (self.asks, self.heard_label, self.heard, self.go):
            part.show()
        grow(self)
        self.heard.setFocus()

    def help_to(self, path: Path) -> None:
        """Open the seal that is this officer's, and write what comes next."""
        is_first = self._paper.format == officers.REQUEST
        if self._attempt(lambda: self._help(path)):
            passed = N_("Saved. Pass it on to another officer.")
            self.notice.tell(_(passed if is_first else N_("Saved. Give it back to who asked.")), tone="ok")

    def _help(self, path: Path) -> None:
        store, said = self._desk.store, self.heard.text()
        step = officers.open_first if self._paper.format == officers.REQUEST else officers.open_second
        officers.write(step(store, self._paper, said), path)

    def _read(self, path: Path) -> None:
        self._paper = officers.read(path)

    def _write_request(self, path: Path) -> None:
        request = officers.ask_to_try(self._desk.store)
        officers.write(request, path)
        self.words.show_text("  ".join(request.words))
        self.words.setAccessibleName(", ".join(request.words))
        self.words.show()
        self.notice.tell(
            _(N_("Saved. Give it to one officer, who passes it on to another.")),
            _(N_("Read the six words aloud to both.")),
            "ok",
        )

    def _show(self) -> None:
        known = officers.officers(self._desk.store)
        names = ", ".join(card.name for card in known.cards)
        none = N_("There are none yet. Two or more, appointed by the office, can give a forgotten passphrase back.")
        self.who.say(N_("Any two of these: {names}") if names else none, names=names)
        tried = N_("Last tried out on {day}.") if known.tried else N_("They have never been tried out.")
        self.tried.say(tried, day=_day(known.tried) if known.tried else "")
        self.tried.setVisible(bool(names))
        self.rehearse.setEnabled(bool(names))
        self.answer.setEnabled(bool(names))
        grow(self)

    def _attempt(self, deed: Callable[[], object]) -> bool:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            deed()
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            return False
        finally:
            QApplication.restoreOverrideCursor()
            grow(self)
        return True

    def _on_appoint(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, _(N_("Choose their cards")), "")
        if chosen:
            self.use_cards([Path(each) for each in chosen])

    def _on_rehearse(self) -> None:
        if path := self._saved_as(N_("Arolwg rehearsal.json")):
            self.write_request(path)

    def _on_answer(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _(N_("Take the answer")), "", _FILES)
        if chosen:
            self.take_answer(Path(chosen))

    def _on_open(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _(N_("Open a colleague's request")), "", _FILES)
        if chosen:
            self.open_request(Path(chosen))

    def _on_go(self) -> None:
        if path := self._saved_as(N_("Arolwg recovery.json")):
            self.help_to(path)

    def _saved_as(self, key: str) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self, _(N_("Save")), str(Path.home() / _(key)), _FILES)
        return Path(chosen) if chosen else None

    def _build(self) -> None:
        px = self._desk.look.px
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heard_label.setBuddy(self.heard)
        self.heard.setAccessibleName(_(N_("The six words that she reads aloud")))
        own, foot = QHBoxLayout(), QHBoxLayout()
        for part in (self.appoint, self.rehearse, self.answer):
            own.addWidget(part)
        own.addStretch(1)
        foot.addWidget(self.go)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(12))
        for above in (Label(N_("Recovery officers"), "title"), self.notice, self.who, self.tried):
            everything.addWidget(above)
        everything.addLayout(own)
        everything.addWidget(self.words)
        everything.addWidget(Label(N_("For a colleague"), "heading"))
        everything.addWidget(self.request, 0, Qt.AlignmentFlag.AlignLeft)
        for below in (self.asks, self.heard_label, self.heard):
            everything.addWidget(below)
        everything.addStretch(1)
        everything.addLayout(foot)
        for hidden in (self.words, self.asks, self.heard_label, self.heard, self.go):
            hidden.hide()
        self.setMinimumWidth(px(600))

    def _connect(self) -> None:
        self.appoint.clicked.connect(self._on_appoint)
        self.rehearse.clicked.connect(self._on_rehearse)
        self.answer.clicked.connect(self._on_answer)
        self.request.clicked.connect(self._on_open)
        self.go.clicked.connect(self._on_go)
        self.shut.clicked.connect(self.accept)


def _day(at: str) -> str:
    try:
        return long_date(read_stamp(at).astimezone().date())
    except ValueError:
        return at[:10]
