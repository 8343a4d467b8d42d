# SPDX-License-Identifier: MIT
"""Questions about letters: a visit's, one with everything in it."""

from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

from storage.model.letter import (
    Letter,
    Paragraph,
    Section,
    Sentence,
    WholeLetter,
    WholeParagraph,
    WholeSection,
)
from storage.model.record import Record
from storage.queries.enclosures import enclosures_of_letter
from storage.queries.rows import one, present, records
from storage.store import Store

R = TypeVar("R", bound=Record)


def letter(store: Store, letter_id: str) -> Letter | None:
    """Return a letter's shell, or None."""
    return one(store, Letter, letter_id)


def letters_of_visit(store: Store, visit_id: str) -> tuple[Letter, ...]:
    """Return a visit's letters, in the order they were drafted."""
    return present(store, Letter, "visit_id", visit_id)


def letters_of_authority(store: Store, authority_id: str) -> tuple[Letter, ...]:
    """Return the letters to an authority, of every visit, by the date they bear."""
    return present(store, Letter, "authority_id", authority_id, "date, id")


def letters(store: Store) -> tuple[Letter, ...]:
    """Return every letter on this laptop, in the order they were drafted."""
    return records(store, Letter, "present")


def whole_letter(store: Store, letter_id: str) -> WholeLetter | None:
    """Return a letter with its sections, paragraphs and sentences in order, or None."""
    shell = letter(store, letter_id)
    if shell is None:
        return None
    sections = present(store, Section, "letter_id", letter_id, '"order", id')
    paragraphs = _by_parent(present(store, Paragraph, "letter_id", letter_id, '"order", id'), "section_id")
    sentences = _by_parent(present(store, Sentence, "letter_id", letter_id, '"order", id'), "paragraph_id")
    return WholeLetter(
        shell,
        tuple(
            WholeSection(
                section,
                tuple(WholeParagraph(each, sentences.get(each.id, ())) for each in paragraphs.get(section.id, ())),
            )
            for section in sections
        ),
        enclosures_of_letter(store, letter_id),
    )


def _by_parent(children: Iterable[R], parent: str) -> dict[str, tuple[R, ...]]:
    ordered = sorted(children, key=lambda child: str(getattr(child, parent)))
    return {key: tuple(group) for key, group in groupby(ordered, key=lambda child: str(getattr(child, parent)))}
