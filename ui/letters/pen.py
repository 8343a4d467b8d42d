# SPDX-License-Identifier: MIT
"""What is done to a letter's pieces from where one reads it: add, withdraw, move. The acts: storage/acts/letters.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from storage.acts import letters as acts
from storage.model.letter import NOTE, Section, Sentence, WholeLetter, WholeParagraph, WholeSection
from storage.store import Store
from ui.letters.places import between


class _Placed(Protocol):
    @property
    def order(self) -> str: ...


P = TypeVar("P", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in its letter."""

    section: WholeSection
    paragraph: WholeParagraph
    sentence: Sentence

    @property
    def is_alone(self) -> bool:
        """Say whether it is all of its paragraph: an item of a list, mostly."""
        return len(self.paragraph.sentences) == 1


def place_of(letter: WholeLetter | None, sentence_id: str) -> Place | None:
    """Return where the sentence stands, or None when the letter has it no longer."""
    for section in letter.sections if letter else ():
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                if sentence.id == sentence_id:
                    return Place(section, paragraph, sentence)
    return None


def first_of(letter: WholeLetter | None, piece_id: str) -> str:
    """Return the first sentence of a paragraph, by identifier; the identifier itself for anything else."""
    for section in letter.sections if letter else ():
        for paragraph in section.paragraphs:
            if paragraph.paragraph.id == piece_id and paragraph.sentences:
                return paragraph.sentences[0].id
    return piece_id


def add_sentence(store: Store, place: Place, text: str) -> str:
    """Add a sentence after the one at the place and return its identifier. Raise Refused when it is empty."""
    order = _after(place.paragraph.sentences, place.sentence)
    return acts.add_sentence(store, place.paragraph.paragraph, order, text)


def add_paragraph(store: Store, place: Place, text: str) -> str:
    """Add a paragraph of the same kind after the place's own; return its identifier. Raise Refused when it is empty."""
    paragraphs = [each.paragraph for each in place.section.paragraphs]
    own = place.paragraph.paragraph
    kind = "prose" if own.kind == NOTE else own.kind
    return acts.add_paragraph(store, place.section.section, _after(paragraphs, own), text, kind)


def add_note(store: Store, place: Place, text: str) -> str:
    """Add a note to the place's paragraph, after what it has; return its identifier. Raise Refused when it is empty."""
    paragraphs = [each.paragraph for each in place.section.paragraphs]
    own = place.paragraph.paragraph
    goal = own.note_to or own.id
    last = [each for each in paragraphs if goal in (each.id, each.note_to)][-1:]
    return acts.add_note(store, own, _after(paragraphs, *last or [own]), text)


def open_section(store: Store, section: Section, text: str) -> str:
    """Add the first paragraph of a section that has none; return its identifier."""
    return acts.add_paragraph(store, section, "0010", text)


def withdraw(store: Store, place: Place) -> None:
    """Withdraw the sentence, and its paragraph with it when it was all there was."""
    acts.withdraw(store, place.paragraph.paragraph if place.is_alone else place.sentence)


def can_move(place: Place, step: int, whole: bool = False) -> bool:
    """Say whether there is a place a step (-1 up, 1 down) from here, within its paragraph or section."""
    siblings, own = _siblings(place, whole)
    return 0 <= siblings.index(own) + step < len(siblings)


def move(store: Store, place: Place, step: int, whole: bool = False) -> None:
    """Move a sentence within its paragraph, or a whole paragraph within its section, a step up (-1) or down (1)."""
    siblings, own = _siblings(place, whole)
    others = [each for each in siblings if each != own]
    at = siblings.index(own) + step
    if 0 <= at <= len(others):
        before = others[at - 1].order if at else ""
        after = others[at].order if at < len(others) else ""
        acts.reorder(store, own, between(before, after))


def _siblings(place: Place, whole: bool) -> tuple[list[Any], Any]:
    if whole or place.is_alone:
        return [each.paragraph for each in place.section.paragraphs], place.paragraph.paragraph
    return list(place.paragraph.sentences), place.sentence


def _after(siblings: Sequence[P], own: P) -> str:
    at = list(siblings).index(own)
    return between(own.order, siblings[at + 1].order if at + 1 < len(siblings) else "")
