# SPDX-License-Identifier: MIT
"""Two laptops pair: each saves its card, takes the other's, and their people read six words to each other.

What the words are made of, and what pairing is good for: storage/sync/pairing.py.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.language import N_, _
from storage.acts.members import Card, my_card
from storage.errors import Trouble
from storage.job import Job, Tick
from storage.store import Store
from storage.sync import pairing
from ui.desk import Desk
from ui.doing import Doing
from ui.widgets.buttons import Button
from ui.widgets.card import Card as Frame
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet


class PairingDialog(Sheet):
    """Stays open for both halves, and for another colleague."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with this laptop's own card."""
        super().__init__(desk.look, N_("Pair with a laptop"), parent)
        self._desk, look = desk, desk.look
        self._theirs: Card | None = None
        self.save, self.choose = Button(look, N_("&Save my card…"), "download"), Button(look, N_("&Take their card…"))
        self.asked, self.words = Label(wrap=True), Label(type="code", wrap=True)
        self.same = Button(look, N_("They are the sa&me"), "circle-check", primary=True)
        self.differ = Button(look, N_("They &differ"), "circle-x")
        self.known = Label(type="small", tone="muted", wrap=True)
        self.shut = Button(look, N_("&Close"))
        self.line = ProgressLine(look)
        self._doing = Doing(desk, self.line, self)
        self._build()
        self._connect()
        self._show_words(())
        self._show_known()

    def save_to(self, path: Path) -> None:
        """Write this laptop's card; tell trouble here."""
        try:
            pairing.write_card(self._desk.store, path)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.note(
            _(N_("Saved: {file}")).format(file=path), _(N_("Give it to your colleague: there is no secret in it."))
        )

    def take(self, path: Path) -> None:
        """Take their card, and show the words as soon as they are worked out."""
        self.notice.hide()
        try:
            self._theirs = pairing.card_in(path)
        except Trouble as trouble:
            self._theirs = None
            self._show_words(())
            self.tell(trouble)
            return
        self._doing.start(Job(self._cards, _worked_out, _as_they_are), N_("Working out the words"), self._show_words)

    def _cards(self, store: Store) -> tuple[Card, ...]:
        return (my_card(store), self._theirs) if self._theirs is not None else ()

    def _show_words(self, words: tuple[str, ...]) -> None:
        if self._theirs is not None and words:
            self.asked.say(
                N_("Read these words aloud to {name}. The same six must stand on the other screen."),
                name=self._theirs.name,
            )
        self.words.show_text("  ".join(words))
        self.words.setAccessibleName(", ".join(words))
        for part in (self.asked, self.words, self.same, self.differ):
            part.setVisible(bool(words))
        self.later.setVisible(not words)
        if words:
            self.same.setFocus()
        self.fit()

    def _show_known(self) -> None:
        names = ", ".join(dict.fromkeys(each.card.name for each in pairing.paired(self._desk.store)))
        self.known.say(N_("Paired with: {names}") if names else N_("Not paired with anybody yet."), names=names)

    def _on_same(self) -> None:
        theirs = self._theirs
        if theirs is None:
            return
        try:
            pairing.remember(self._desk.store, theirs)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self._theirs = None
        self._show_words(())
        self._show_known()
        said = _(N_("Paired with {name}.")).format(name=theirs.name)
        self.note(said, _(N_("Give the laptop a seat in a visit; parcels then go either way.")))

    def _on_differ(self) -> None:
        self._theirs = None
        self._show_words(())
        self.note(
            _(N_("Nothing was paired: one of the two cards is not what its owner wrote.")),
            _(N_("Hand both cards over again, by another way.")),
            "bad",
        )

    def _on_save(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _(N_("Save my card")), str(Path.home() / _(N_("Arolwg card.json"))), "JSON (*.json)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def _on_choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _(N_("Take their card")), "")
        if chosen:
            self.take(Path(chosen))

    def _build(self) -> None:
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        why = N_("Each laptop saves its card and takes the other's, on a stick or by mail. It is done once.")
        cards, words = Frame(self.look, N_("1 · Hand cards over")), Frame(self.look, N_("2 · Compare six words"))
        cards.body.addLayout(self.row(self.save, self.choose))
        self.later = Label(N_("The words appear when their card has been taken."), tone="muted", wrap=True)
        for part in (self.later, self.asked, self.words):
            words.body.addWidget(part)
        words.body.addLayout(self.row(self.same, self.differ))
        self.add(Label(why, wrap=True), cards, words, self.known)
        self.work_in(self.line)
        self.close_with(self.shut)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.choose.clicked.connect(self._on_choose)
        self.same.clicked.connect(self._on_same)
        self.differ.clicked.connect(self._on_differ)
        self.shut.clicked.connect(self.accept)


def _worked_out(cards: tuple[Card, ...], _tick: Tick) -> tuple[str, ...]:
    return pairing.words_of(cards) if cards else ()


def _as_they_are(_store: Store, words: tuple[str, ...]) -> tuple[str, ...]:
    return words
