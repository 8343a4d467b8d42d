# SPDX-License-Identifier: MIT
"""Does a line tell who somebody is? Names, initials, births, addresses, references, small groups: each with its place.

Signs that nobody can see are read over, so that none hides a name. What is known of whom: known.py.
"""

from collections.abc import Callable, Iterable

from reports.checks import marks
from reports.checks.hidden import seen
from reports.checks.hit import Hit, Line, hits_in
from reports.checks.known import Known
from reports.checks.names import Names, Ordinary

Span = tuple[int, int]


class Finder:
    """Looks for the people of one visit."""

    def __init__(self, known: Known, ordinary: Ordinary) -> None:
        """Keep who is known, and what says whether a word is an ordinary one."""
        self._known, self._names = known, Names(known, ordinary)

    def hits(self, line: Line) -> list[Hit]:
        """Return what in a line tells who somebody is; a place is told once, by the first check that sees it."""
        text, places = seen(line.text)
        found: list[Hit] = []
        taken: list[Span] = []
        for check, look in self._looks():
            spans = [(places[start], places[end - 1] + 1) for start, end in look(text)]
            free = [span for span in spans if all(span[1] <= start or span[0] >= end for start, end in taken)]
            made = hits_in(line, check, free)
            taken += [(each.start, each.end) for each in made]
            found += made
        return sorted(found, key=lambda each: each.start)

    def _looks(self) -> Iterable[tuple[str, Callable[[str], list[Span]]]]:
        known = self._known
        return (
            ("case_reference", lambda text: marks.references(text, known)),
            ("birth", lambda text: marks.births(text, known)),
            ("address", lambda text: marks.addresses(text, known)),
            ("name", self._names.spans),
            ("initials", self._names.initials),
            ("small_group", marks.small_groups),
        )

    def masked(self, text: str, mark: str) -> str:
        """Return a text with whatever tells who somebody is replaced by a mark: for sheets that show notes."""
        for hit in reversed(self.hits(Line("", text))):
            text = text[: hit.start] + mark + text[hit.end :]
        return text
