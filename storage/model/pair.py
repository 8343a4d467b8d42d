# SPDX-License-Identifier: MIT
"""A letter in two languages: which paragraphs say the same, and which must follow the other. Pure; asks no store.

The second letter (the one that names a pair) keeps, in each paragraph, its twin and the digests of both as they stood
when somebody last said that the two say the same. Whose words have another digest since has moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest

from resources.language import N_
from storage.model.letter import WholeLetter, WholeParagraph

SAME, FIRST, SECOND, BOTH, ONLY_FIRST, ONLY_SECOND = "same", "first", "second", "both", "only_first", "only_second"
UNSEEN = "unseen"
PAIR_STATES = {
    SAME: N_("Says the same"),
    FIRST: N_("Changed here: the other language must follow"),
    SECOND: N_("Changed there: this language must follow"),
    BOTH: N_("Changed in both languages"),
    UNSEEN: N_("Nobody has said yet that they say the same"),
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


def proposed(first: WholeLetter, second: WholeLetter) -> tuple[Row, ...]:
    """Return how the paragraphs of two letters drafted apart go together: by section, and by place within it."""
    there = _by_code(second)
    rows: list[Row] = []
    for key, (title, paragraphs) in _by_code(first).items():
        others = there.pop(key, (title, ()))[1]
        rows += (_beside(one, other, title) for one, other in zip_longest(paragraphs, others))
    return (*rows, *(_beside(None, each, title) for title, others in there.values() for each in others))


def rearranged(rows: Sequence[Row], at: int, step: int) -> tuple[Row, ...]:
    """Return the rows with the second side of one moved a row up (-1) or down (1); what stood there changes places.

    Beyond the first and the last row it stands alone.
    """
    sides = [(row.first, row.second, row.section) for row in rows]
    if not 0 <= at < len(sides) or sides[at][1] is None:
        return tuple(rows)
    if not 0 <= at + step < len(sides):
        sides.insert(0 if step < 0 else len(sides), (None, None, sides[at][2]))
        at += step < 0
    here, there = sides[at], sides[at + step]
    sides[at], sides[at + step] = (here[0], there[1], here[2]), (there[0], here[1], there[2])
    return tuple(_beside(*each) for each in sides if each[0] or each[1])


def _beside(first: WholeParagraph | None, second: WholeParagraph | None, title: str) -> Row:
    return Row(first, second, UNSEEN if first and second else ONLY_FIRST if first else ONLY_SECOND, title)


def _by_code(letter: WholeLetter) -> dict[tuple[str, int], tuple[str, list[WholeParagraph]]]:
    """Return heading and paragraphs of each section by its code, and how often the code stood before it."""
    found: dict[tuple[str, int], tuple[str, list[WholeParagraph]]] = {}
    for each in letter.sections:
        count = sum(code == each.section.code for code, _number in found)
        said = [paragraph for paragraph in each.paragraphs if paragraph.text.strip()]
        found[each.section.code, count] = (each.section.title, said)
    return found


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
    if not (second.paragraph.twin_words or second.paragraph.own_words):
        return UNSEEN
    moved = digest(first.text) != second.paragraph.twin_words, digest(second.text) != second.paragraph.own_words
    return {(False, False): SAME, (True, False): FIRST, (False, True): SECOND, (True, True): BOTH}[moved]
