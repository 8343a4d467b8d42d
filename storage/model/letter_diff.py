# SPDX-License-Identifier: MIT
"""Two wordings of a whole letter, paragraph beside paragraph: what is the same, reworded, moved, gone, new. Pure.

Which wordings there are: queries/letter_moments.py. Word by word within a paragraph: whoever shows it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from resources.language import N_
from storage.model.letter import Letter, WholeLetter

SAME, CHANGED, MOVED, MOVED_CHANGED, GONE, NEW = "same", "changed", "moved", "moved_changed", "gone", "new"
LINE_STATES = {
    SAME: N_("The same"),
    CHANGED: N_("Reworded"),
    MOVED: N_("Moved"),
    MOVED_CHANGED: N_("Moved and reworded"),
    GONE: N_("Taken out"),
    NEW: N_("New"),
}
"""State of two paragraphs → what it means, as seen from the later wording."""
HEAD, HEADING, FOOT = "head", "heading", "foot"
_ALIKE = 0.6
"""The part of their words that two paragraphs without a common origin must share to be taken for one, reworded."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a letter that is read as one: a paragraph, a heading, a line of its head or foot."""

    key: str
    """Its identifier; of a part of the shell its field: "head:re_line"."""
    kind: str
    """head, heading, foot, or a paragraph's: prose, bullet, numbered."""
    text: str
    number: int = 0
    """Which paragraph of the letter it is, from 1; 0 for what is none."""

    @property
    def is_paragraph(self) -> bool:
        """Say whether it is a paragraph, and can have moved."""
        return self.number > 0


@dataclass(frozen=True, slots=True)
class Line:
    """Two parts side by side; None where one is missing."""

    before: Part | None
    after: Part | None
    state: str
    """One of LINE_STATES."""

    @property
    def part(self) -> Part:
        """Return the later part, or the earlier one of what is gone."""
        part = self.after or self.before
        assert part is not None
        return part


def parts_of(letter: WholeLetter) -> tuple[Part, ...]:
    """Return what a letter says, in the order it is read; parts without words are left out."""
    return tuple(_parts(letter))


def _parts(letter: WholeLetter) -> Iterator[Part]:
    yield from _shell(letter.letter, HEAD, ("date", "addressee", "salutation", "re_line"))
    number = 0
    for section in letter.sections:
        if section.section.title.strip():
            yield Part(section.section.id, HEADING, section.section.title)
        for each in section.paragraphs:
            if each.text.strip():
                number += 1
                yield Part(each.paragraph.id, each.paragraph.kind, each.text, number)
    yield from _shell(
        letter.letter,
        FOOT,
        ("close", "signatory", "signatory_role", "second_signatory", "second_signatory_role"),
    )
    for enclosed in letter.enclosures:
        yield Part(enclosed.enclosure.id, FOOT, enclosed.enclosure.title)
    yield from _shell(letter.letter, FOOT, ("copies",))


def _shell(letter: Letter, kind: str, names: Sequence[str]) -> Iterator[Part]:
    for name in names:
        value = getattr(letter, name)
        text = "\n".join(value) if isinstance(value, tuple) else str(value)
        if text.strip():
            yield Part(f"{kind}:{name}", kind, text)


def compare(before: Sequence[Part], after: Sequence[Part]) -> tuple[Line, ...]:
    """Return both side by side in the later order; what is gone stands where it was, after its neighbour.

    Parts of one origin belong together; then paragraphs of the same words; then those that share most of them. Moved
    are the fewest paragraphs that must have moved for the others to have kept their order.
    """
    partner = _partners(before, after)
    moved = _moved(before, after, partner)
    gone: dict[str, list[Line]] = {}
    stands, taken = "", {each.key for each in partner.values()}
    for part in before:
        if part.key in taken:
            stands = part.key
        else:
            gone.setdefault(stands, []).append(Line(part, None, GONE))
    lines = list(gone.get("", ()))
    for part in after:
        earlier = partner.get(part.key)
        if earlier is None:
            lines.append(Line(None, part, NEW))
            continue
        lines.append(Line(earlier, part, _state(earlier, part, part.key in moved)))
        lines += gone.get(earlier.key, ())
    return tuple(lines)


def _state(before: Part, after: Part, has_moved: bool) -> str:
    is_reworded = (before.text, before.kind) != (after.text, after.kind)
    if has_moved:
        return MOVED_CHANGED if is_reworded else MOVED
    return CHANGED if is_reworded else SAME


def _partners(before: Sequence[Part], after: Sequence[Part]) -> dict[str, Part]:
    """Return for each later part, by its key, the earlier one that it was."""
    here = {each.key: each for each in before}
    found = {each.key: here[each.key] for each in after if each.key in here}
    for match in (_same_words, _alike):
        taken = {each.key for each in found.values()}
        old = [each for each in before if each.key not in taken and each.is_paragraph]
        new = [each for each in after if each.key not in found and each.is_paragraph]
        found |= match(old, new)
    return found


def _same_words(old: Sequence[Part], new: Sequence[Part]) -> dict[str, Part]:
    waiting: dict[str, list[Part]] = {}
    for each in old:
        waiting.setdefault(each.text, []).append(each)
    return {each.key: waiting[each.text].pop(0) for each in new if waiting.get(each.text)}


def _alike(old: Sequence[Part], new: Sequence[Part]) -> dict[str, Part]:
    words = {each.key: Counter(_WORD.findall(each.text.lower())) for each in (*old, *new)}
    pairs = sorted(
        (
            (-share, one.number, other.number, one, other)
            for one in old
            for other in new
            if (share := _shared(words[one.key], words[other.key])) >= _ALIKE
        ),
        key=lambda each: each[:3],
    )
    found: dict[str, Part] = {}
    taken: set[str] = set()
    for _share, _old, _new, one, other in pairs:
        if other.key not in found and one.key not in taken:
            found[other.key] = one
            taken.add(one.key)
    return found


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Return which part of all their words two texts share (Dice 1945)."""
    every = one.total() + other.total()
    return 2 * (one & other).total() / every if every else 0.0


def _moved(before: Sequence[Part], after: Sequence[Part], partner: Mapping[str, Part]) -> set[str]:
    """Return the keys of the later paragraphs that are outside a longest run that kept its order."""
    was = {each.key: at for at, each in enumerate(before)}
    kept = [(was[partner[each.key].key], each.key) for each in after if each.is_paragraph and each.key in partner]
    return {key for _at, key in kept} - _longest_run(kept)


def _longest_run(places: Sequence[tuple[int, str]]) -> set[str]:
    """Return the keys of a longest rising run (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    below: list[int] = []
    for number, (place, _key) in enumerate(places):
        pile = bisect_left(tops, place)
        below.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            ends.append(number)
        else:
            tops[pile], ends[pile] = place, number
    run: set[str] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        run.add(places[at][1])
        at = below[at]
    return run
