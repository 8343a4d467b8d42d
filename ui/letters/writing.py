# SPDX-License-Identifier: MIT
"""What a person does to the sentence she stands on: reword, add, withdraw, move, look again. The acts do it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from storage.acts import letters as acts
from ui.letters import pen
from ui.letters.pieces import Piece

if TYPE_CHECKING:
    from ui.letters.letters import Letters

_ADD = {"paragraph": pen.add_paragraph, "note": pen.add_note}
"""Name of a new piece → what adds it; else it is a sentence."""


class Writing(QObject):
    """The hand that writes on one panel's letter; trouble is told in that panel."""

    def __init__(self, panel: "Letters") -> None:
        """Write on the letter that the panel shows."""
        super().__init__(panel)
        self._panel, self._store = panel, panel.desk.store

    def place(self) -> pen.Place | None:
        """Return where the sentence stood on is; None for other rows and for a sealed letter."""
        piece = self._panel.text.piece()
        if piece is None or piece.sentence is None or not self._panel.text.may_type:
            return None
        return pen.place_of(self._panel.letter, piece.key)

    def can_move(self, step: int, whole: bool) -> bool:
        """Say whether there is a place a step up (-1) or down (1) from here."""
        place = self.place()
        return place is not None and pen.can_move(place, step, whole)

    def add_sentence(self) -> None:
        """Open a place to type a sentence after the one stood on."""
        place = self._settled()
        if place is not None:
            self._begin("sentence", place, place.sentence.id)

    def add_paragraph(self) -> None:
        """Open a place to type a paragraph, or an item of the list, after the one stood on."""
        place = self._settled()
        if place is not None:
            self._begin("paragraph", place, place.paragraph.sentences[-1].id)

    def add_note(self) -> None:
        """Open a place to type a note to the paragraph stood on, for the foot of its page."""
        place = self._settled()
        if place is not None:
            self._begin("note", place, place.paragraph.sentences[-1].id)

    def withdraw(self) -> None:
        """Withdraw the sentence stood on; undo brings it back."""
        place = self._settled()
        if place is not None:
            self._panel.attempt(lambda: pen.withdraw(self._store, place))

    def move(self, step: int, whole: bool) -> None:
        """Move the sentence, or its paragraph, a step up (-1) or down (1)."""
        place = self._settled()
        if place is not None and pen.can_move(place, step, whole):
            self._panel.attempt(lambda: pen.move(self._store, place, step, whole))

    def hold(self) -> None:
        """Say that the sources of the sentence stood on still hold: somebody looked."""
        place = self._settled()
        if place is not None and place.sentence.check:
            self._panel.attempt(lambda: acts.clear(self._store, place.sentence, place.sentence.sources))

    def keep(self, piece: Piece, text: str) -> None:
        """Record what was typed and put the editor away; where that fails it stays open, with every word."""
        made: list[str] = []

        def record() -> None:
            if piece.sentence is not None:
                acts.reword(self._store, piece.sentence, text)
            elif place := pen.place_of(self._panel.letter, self._panel.text.typed_after):
                act = _ADD.get(piece.key.rpartition(":")[2], pen.add_sentence)
                made.append(act(self._store, place, text))

        if self._panel.attempt(record):
            self._panel.text.close_editor()  # the panel then asks again: it heard of this while one typed
            key = pen.first_of(self._panel.letter, made[0]) if made else piece.key
            self._panel.text.stand_on(key)

    def _settled(self) -> pen.Place | None:
        """Return where one stands once what is being typed is kept, or None."""
        return self.place() if self._panel.text.keep() else None

    def _begin(self, name: str, place: pen.Place, after: str) -> None:
        self._panel.text.begin_new(name, name == "note" or place.paragraph.paragraph.kind != "prose", after)
