# SPDX-License-Identifier: MIT
"""The areas of the note under the hand: chips, and the picker that adds one. What is linked is editor.py's to do."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from resources.language import N_, _
from storage.model.link import Link
from storage.model.rubric import Rubric
from ui.look import Look
from ui.models.places import places_of, words_of
from ui.notes.editor_card import EditorCard
from ui.widgets.chips import Chip, cut
from ui.widgets.picker import Picker

Span = tuple[int, int]


class Linking(QObject):
    """Says what the person wants linked or unlinked."""

    wanted = Signal(str, object)
    """"rubric:code", and the span of the words it was asked for, or None for the whole note."""
    unwanted = Signal(str)
    """A link's identifier, or "rubric:code"."""

    def __init__(self, look: Look, card: EditorCard, over: QWidget) -> None:
        """Show areas in the card's chips; open the picker over a widget."""
        super().__init__(over)
        self.picker = Picker(
            look, N_("Code or words of an area"), N_("No area is called that. Try fewer letters."), over
        )
        self._chips, self._page = card.chips, card.page
        self._rubrics: Sequence[Rubric] = ()
        self._span: Span | None = None
        self._linked: Collection[str] = ()
        card.chips.taken_off.connect(self.unwanted)
        self.picker.picked.connect(self._on_picked)
        self.picker.dropped.connect(self.unwanted)

    def offer(self, rubrics: Sequence[Rubric]) -> None:
        """Tell which rubrics the visit uses."""
        self._rubrics = rubrics

    def show_areas(self, links: Sequence[Link], pending: Sequence[str], fixed: bool) -> None:
        """Show what is linked, and what will be once there is a note; fixed chips cannot be taken off."""
        self._linked = {f"{each.rubric}:{each.area}" for each in links if not each.span} | set(pending)
        chips = [Chip(each.id, each.area, self._words(each.rubric, each.area), each.quoted) for each in links]
        for key in pending:
            rubric, _colon, code = key.partition(":")
            chips.append(Chip(key, code, self._words(rubric, code)))
        self._chips.show_chips(chips, fixed)

    def ask(self) -> None:
        """Open the picker for the whole note."""
        self._span = None
        self.picker.ask(_(N_("Link the whole note to an area")), places_of(self._rubrics), self._linked)

    def ask_for_selection(self) -> None:
        """Open the picker for the words that are selected; for the whole note where none are."""
        self._span = self._page.span()
        if self._span is None:
            self.ask()
            return
        quoted = cut(self._page.text()[slice(*self._span)], 40)
        about = _(N_("Link “{words}” to an area")).format(words=quoted)
        self.picker.ask(about, places_of(self._rubrics), ())

    def ask_to_unlink(self) -> None:
        """Open the picker with nothing but what the whole note is linked to."""
        self._span = None
        mine = [each for each in places_of(self._rubrics) if each.key in self._linked]
        self.picker.ask(_(N_("Unlink the note from an area")), mine, self._linked)

    def _words(self, rubric: str, code: str) -> str:
        known = next((each for each in self._rubrics if each.name == rubric), None)
        if known is None:
            return _(N_("from the earlier edition {name}")).format(name=rubric)
        place = known and (known.criterion(code) or known.area_of(code))
        return words_of(place) if place else ""

    def _on_picked(self, key: str) -> None:
        self.wanted.emit(key, self._span)
