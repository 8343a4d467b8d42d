# SPDX-License-Identifier: MIT
"""Drafting a letter in its other language: which composed paragraph says what which paragraph there says.

What follows from it while both are worked on: storage/model/pair.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reports.letters.draft import Draft
from storage.model.enclosure import WholeEnclosure
from storage.model.letter import WholeLetter, WholeParagraph
from storage.model.pair import digest


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a letter in the other language keeps of the first one."""

    pair_id: str = ""
    twins: Mapping[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    """(section, place) → (the twin's identifier, the words it had when composed)."""
    enclosures: tuple[WholeEnclosure, ...] = ()
    """What goes with the first."""

    @property
    def shell(self) -> dict[str, Any]:
        """Return the fields of the letter's shell."""
        return {"pair_id": self.pair_id}

    def fields(self, code: str, place: int, text: str) -> dict[str, Any]:
        """Return the fields of the paragraph at a place of a section, whose words are these."""
        if (code, place) not in self.twins:
            return {}
        twin, words = self.twins[code, place]
        return {"twin_id": twin, "twin_words": digest(words), "own_words": digest(text)}


NO_PAIR = Pairing()


def pairing_of(first: WholeLetter, composed: Draft) -> Pairing:
    """Return the pairing with a letter, given what composing it in its own language would say now.

    A paragraph that somebody amended since differs from what would be composed: the new letter then says by itself
    that it must follow there.
    """
    twins: dict[tuple[str, int], tuple[str, str]] = {}
    for section in composed.sections:
        there = next((each.paragraphs for each in first.sections if each.section.code == section.code), ())
        free = list(there)
        texts = [each.text for each in section.paragraphs]
        for place, text in enumerate(texts, 1):
            if (same := next((each for each in free if each.text == text), None)) is not None:
                twins[section.code, place] = (same.paragraph.id, text)
                free.remove(same)
        for place, composed_paragraph in enumerate(section.paragraphs, 1):
            if (section.code, place) not in twins and (near := _of_kind(free, composed_paragraph.kind)) is not None:
                twins[section.code, place] = (near.paragraph.id, composed_paragraph.text)
                free.remove(near)
    return Pairing(first.letter.id, twins, first.enclosures)


def _of_kind(free: list[WholeParagraph], kind: str) -> WholeParagraph | None:
    return next((each for each in free if each.paragraph.kind == kind), None)
