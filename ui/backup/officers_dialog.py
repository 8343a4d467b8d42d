# SPDX-License-Identifier: MIT
"""Recovery officers in the window: appoint them, rehearse with them, and be one of them for a colleague.

What goes round, and why two are needed: storage/officers.py. Whose passphrase is lost asks in ui/unlock/asking.py.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from resources.language import N_, _, long_date
from storage import officers, recovering
from storage.acts.members import Card as DeviceCard
from storage.errors import Trouble
from storage.job import Job, Tick
from storage.model.clock import read_stamp
from storage.store import Store
from storage.sync.pairing import card_in
from ui.desk import Desk
from ui.doing import Doing
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet

_FILES = "JSON (*.json)"


class OfficersDialog(Sheet):
    """Above one's own officers, below what an officer does for others."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show who the officers are."""
        super().__init__(desk.look, N_("Recovery officers"), parent, wide=640)
        look = desk.look
        self._desk, self._paper = desk, officers.Paper("", "", "", False, "", "", "", ())
        self.who, self.tried = Label(wrap=True), Label(type="small", tone="muted", wrap=True)
        self.appoint = Button(look, N_("&Choose their cards…"), "users")
        self.rehearse = Button(look, N_("&Rehearse…"))
        self.answer = Button(look, N_("Take the &answer…"))
        self.words, self.hear = Label(type="code", wrap=True), Label(wrap=True)
        self.request = Button(look, N_("&Open a colleague's request…"), "folder-open")
        self.asks, self.heard = Label(wrap=True), QLineEdit()
        self.heard_label = Label(N_("The &six words that she reads aloud"))
        self.go = Button(look, N_("Open the seal and sa&ve…"), primary=True)
        self.line = ProgressLine(look)
        self.shut = Button(look, N_("C&lose"))
        self._doing = Doing(desk, self.line, self, aside=True)
        self._build()
        self._connect()
        self._show()

    def use_cards(self, paths: Sequence[Path]) -> None:
        """Appoint the officers of these cards."""
        job = Job(_nothing, partial(_cards, paths), _appointed)
        self._begin(job, N_("Appointing the officers"), self._on_appointed)

    def write_request(self, path: Path) -> None:
        """Write a request to rehearse with, and show its words."""
        self._begin(recovering.rehearsing(path), N_("Writing the request"), self._on_asked)

    def take_answer(self, path: Path) -> None:
        """Take the answer to a rehearsal."""
        self._begin(recovering.trying(path), N_("Opening the answer"), self._on_tried)

    def open_request(self, path: Path) -> None:
        """Show who asks, and ask for the words."""
        self._begin(Job(_nothing, partial(_paper, path), _as_it_is), N_("Opening the request"), self._on_opened)

    def help_to(self, path: Path) -> None:
        """Open the seal that is this officer's, and write what comes next."""
        self._begin(recovering.helping(self._paper, self.heard.text(), path), N_("Opening the seal"), self._on_helped)

    def reject(self) -> None:
        """Close; what is under way is stopped."""
        self._doing.stop()
        super().reject()

    def _begin(self, job: Job, key: str, done: object) -> None:  # type: ignore[type-arg]
        self.notice.hide()
        self._doing.start(job, key, done)  # type: ignore[arg-type]
        self._allow()

    def _on_appointed(self, _nothing: object) -> None:
        self._show()
        any_two = N_("Any two of them can open this store together now.")
        self.note(_(any_two), _(N_("Rehearse it with them: it takes a few minutes, and opens nothing.")))

    def _on_asked(self, asked: recovering.Asked) -> None:
        self.words.show_text("  ".join(asked.words))
        self.words.setAccessibleName(", ".join(asked.words))
        for part in (self.words, self.hear):
            part.show()
        self.note(
            _(N_("Saved. Give it to one officer, who passes it on to another.")),
            _(N_("Read the six words aloud to both.")),
        )

    def _on_tried(self, _nothing: object) -> None:
        for part in (self.words, self.hear):
            part.hide()
        self._show()
        self.note(_(N_("The rehearsal went well: these two can open this store together.")))

    def _on_opened(self, paper: officers.Paper) -> None:
        self._paper = paper
        asks = N_("{name} asks, {day}. Speak with her before you go on: whoever has the file could ask in her name.")
        drill = N_("{name} rehearses, {day}. Speak with her all the same: what you open now opens nothing.")
        self.asks.say(drill if paper.is_drill else asks, name=paper.name, day=_day(paper.at))
        self.heard.clear()
        for part in (self.asks, self.heard_label, self.heard, self.go):
            part.show()
        self.fit()
        self.heard.setFocus()

    def _on_helped(self, _nothing: object) -> None:
        is_first = self._paper.format == officers.REQUEST
        passed, back = N_("Saved. Pass it on to another officer."), N_("Saved. Give it back to who asked.")
        for part in (self.asks, self.heard_label, self.heard, self.go):
            part.hide()
        self.note(_(passed if is_first else back), _(N_("That you helped is noted on this laptop.")))

    def _show(self) -> None:
        known = officers.officers(self._desk.store)
        names = ", ".join(card.name for card in known.cards)
        none = N_("There are none yet. Two or more, appointed by the office, can give a forgotten passphrase back.")
        self.who.say(N_("Any two of these: {names}") if names else none, names=names)
        tried = N_("Last tried out on {day}.") if known.tried else N_("They have never been tried out.")
        self.tried.say(tried, day=_day(known.tried) if known.tried else "")
        self.tried.set_tone("muted" if known.tried else "warn")
        self.tried.setVisible(bool(names))
        self._allow()
        self.fit()

    def _allow(self) -> None:
        busy, some = self._doing.is_busy(), bool(officers.officers(self._desk.store).cards)
        for part, may in ((self.appoint, True), (self.rehearse, some), (self.answer, some), (self.request, True)):
            part.setEnabled(may and not busy)
        self.go.setEnabled(not busy)

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)
        if self.heard.isVisible():
            self.heard.setFocus()

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
        look = self._desk.look
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heard_label.setBuddy(self.heard)
        self.heard.setAccessibleName(_(N_("The six words that she reads aloud")))
        self.hear.say(N_("Each officer hears these words from you before opening a seal. They are no secret."))
        own, others = Card(look, N_("For this store")), Card(look, N_("For a colleague"))
        for part in (self.who, self.tried):
            own.body.addWidget(part)
        own.body.addLayout(self.row(self.appoint, self.rehearse, self.answer))
        for part in (self.words, self.hear):
            own.body.addWidget(part)
        others.body.addLayout(self.row(self.request))
        for field in (self.asks, self.heard_label, self.heard):
            others.body.addWidget(field)
        others.body.addLayout(self.row(self.go))
        self.add(own, others)
        self.work_in(self.line)
        self.close_with(self.shut)
        for hidden in (self.words, self.hear, self.asks, self.heard_label, self.heard, self.go):
            hidden.hide()

    def _connect(self) -> None:
        self.appoint.clicked.connect(self._on_appoint)
        self.rehearse.clicked.connect(self._on_rehearse)
        self.answer.clicked.connect(self._on_answer)
        self.request.clicked.connect(self._on_open)
        self.go.clicked.connect(self._on_go)
        self.shut.clicked.connect(self.reject)
        self._doing.failed.connect(self._on_failed)
        self._doing.idle.connect(self._allow)


def _nothing(_store: Store) -> None:
    return None


def _cards(paths: Sequence[Path], _nothing: None, _tick: Tick) -> list[DeviceCard]:
    return [card_in(each) for each in paths]


def _appointed(store: Store, cards: list[DeviceCard]) -> None:
    officers.appoint(store, cards)


def _paper(path: Path, _nothing: None, _tick: Tick) -> officers.Paper:
    return officers.read(path)


def _as_it_is(_store: Store, paper: officers.Paper) -> officers.Paper:
    return paper


def _day(at: str) -> str:
    try:
        return long_date(read_stamp(at).astimezone().date())
    except ValueError:
        return at[:10]
