# SPDX-License-Identifier: MIT
"""A letter in two languages: which paragraphs say the same, and which must follow the other. Pure; asks no store.

The second letter (the one that names a pair) keeps, in each paragraph, its twin and the digests of both as they stood
when somebody last said that the two say the same. Whose words have another digest since has moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from resources.language import N_
from storage.model.letter import WholeLetter, WholeParagraph

SAME, FIRST, SECOND, BOTH, ONLY_FIRST, ONLY_SECOND = "same", "first", "second", "both", "only_first", "only_second"
PAIR_STATES = {
    SAME: N_("Says the same"),
    FIRST: N_("Changed here: the other language must follow"),
    SECOND: N_("Changed there: this language must follow"),
    BOTH: N_("Changed in both languages"),
    ONLY_FIRST: N_("Not there in the other language"),
    ONLY_SECOND: N_("Not here in this language"),
}
"""State of two paragraphs → what it means, as seen from the first letter."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two paragraphs side by side; None where one is missing."""

    first: WholeParagraph | None
    second: WholeParagraph | None
    state: str
    """One of PAIR_STATES."""
    section: str = ""
    """The heading they stand under, of whichever is there; empty for none."""


def digest(text: str) -> str:
    """Return what stands for a paragraph's words."""
    return sha256(text.encode()).hexdigest()[:32]


def aligned(first: WholeLetter, second: WholeLetter) -> tuple[Row, ...]:
    """Return the paragraphs of both in the first letter's order; what only the second has stands after its neighbour.

    `second` is the letter that names the other as its pair.
    """
    known = {each.paragraph.id for each, _title in paragraphs(first)}
    twins = {each.paragraph.twin_id: each for each, _title in paragraphs(second) if each.paragraph.twin_id in known}
    alone: dict[str, list[Row]] = {}
    before = ""
    for each, title in paragraphs(second):
        if each.paragraph.twin_id in twins:
            before = each.paragraph.twin_id
        else:
            alone.setdefault(before, []).append(Row(None, each, ONLY_SECOND, title))
    rows = list(alone.get("", ()))
    for each, title in paragraphs(first):
        twin = twins.get(each.paragraph.id)
        rows.append(Row(each, twin, _state(each, twin) if twin else ONLY_FIRST, title))
        rows += alone.get(each.paragraph.id, ())
    return tuple(rows)


def is_settled(rows: tuple[Row, ...]) -> bool:
    """Say whether both letters say the same throughout."""
    return all(row.state == SAME for row in rows)


def paragraphs(letter: WholeLetter) -> Iterator[tuple[WholeParagraph, str]]:
    """Yield each paragraph that says anything, with its section's heading."""
    for section in letter.sections:
        for each in section.paragraphs:
            if each.text.strip():
                yield each, section.section.title


def _state(first: WholeParagraph, second: WholeParagraph) -> str:
    moved = digest(first.text) != second.paragraph.twin_words, digest(second.text) != second.paragraph.own_words
    return {(False, False): SAME, (True, False): FIRST, (False, True): SECOND, (True, True): BOTH}[moved]
