# SPDX-License-Identifier: MIT
"""Questions about a letter in two languages: which letter is its pair, and which of the two came first."""

from storage.model.letter import Letter, WholeLetter
from storage.model.pair import Row, aligned
from storage.queries.letters import letter, letters_of_visit, whole_letter
from storage.store import Store


def pair_of(store: Store, seen: Letter) -> Letter | None:
    """Return the same letter in the other language, or None."""
    if seen.pair_id:
        found = letter(store, seen.pair_id)
        return found if found and found.present else None
    return next((each for each in letters_of_visit(store, seen.visit_id) if each.pair_id == seen.id), None)


def joinable(store: Store, seen: Letter) -> tuple[Letter, ...]:
    """Return the visit's letters that could be the same letter in another language: drafted apart, and still open."""
    if seen.document_id or pair_of(store, seen) is not None:
        return ()
    return tuple(
        each
        for each in letters_of_visit(store, seen.visit_id)
        if each.kind == seen.kind
        and each.language != seen.language
        and not each.document_id
        and pair_of(store, each) is None
    )


def both(store: Store, seen: Letter) -> tuple[WholeLetter, WholeLetter] | None:
    """Return (the first letter, the one that names it as its pair), or None for a letter that stands alone."""
    other = pair_of(store, seen)
    if other is None:
        return None
    first, second = (other, seen) if seen.pair_id else (seen, other)
    whole = whole_letter(store, first.id), whole_letter(store, second.id)
    return (whole[0], whole[1]) if whole[0] and whole[1] else None


def rows(store: Store, seen: Letter) -> tuple[Row, ...]:
    """Return a letter's paragraphs beside those of its pair; none for a letter that stands alone."""
    found = both(store, seen)
    return aligned(*found) if found else ()
