# SPDX-License-Identifier: MIT
"""How a letter reads: plainer words, the house's words, abbreviations, length, what is said twice or elsewhere."""

import re
from collections.abc import Iterator

from reports.checks.hit import Hit, Line, hits_in
from reports.checks.phrases import House, house
from reports.checks.subject import Subject
from storage.search.words import words

LONGEST = 35
"""Words of a sentence above which readers lose the thread."""
_FEWEST, _ALIKE, _SAME = 6, 0.6, 0.85
"""Telling words of a point; how alike two are that make one point; how alike the same sentence is elsewhere."""
_CAPITALS = re.compile(r"(?<![\w(-])(?=[A-Z]*[A-Z][A-Z])[A-Z]{2,6}s?(?![\w-])")
_SPACES = re.compile(r"(?<=\S)  +(?=\S)| +(?=[,.;:!?](?:\s|$))")


def hits(subject: Subject) -> Iterator[Hit]:
    """Yield what could read better."""
    shell = subject.letter.letter
    rules = house(shell.language)
    yield from _acronyms(subject, rules)
    for each in subject.sentences:
        line = Line(each.id, each.text)
        yield from _worded(line, rules)
        if len(each.text.split()) > LONGEST and not each.standard:
            yield from hits_in(line, "long_sentence", [(0, len(each.text))])
    count = sum(len(each.text.split()) for each in subject.sentences)
    if count > (most := rules.length.get(shell.kind, rules.length["other"])):
        yield Hit("length", about=f"{count} > {most}")
    yield from _repeated(subject)


def _worded(line: Line, rules: House) -> Iterator[Hit]:
    for check, table in (("plain", rules.plain), ("house_style", rules.house)):
        for said, better in table.items():
            pattern = rf"(?<!\w){re.escape(said)}(?!\w)"
            cased = 0 if said.isupper() else re.IGNORECASE
            yield from hits_in(line, check, [each.span() for each in re.finditer(pattern, line.text, cased)], better)
    yield from hits_in(line, "house_style", [each.span() for each in _SPACES.finditer(line.text)], "␣")


def _acronyms(subject: Subject, rules: House) -> Iterator[Hit]:
    """Yield the first place of each abbreviation that was not put in brackets after its words before."""
    known = set(rules.explained)
    for line in subject.lines():
        for found in re.finditer(r"\((?:[^()]*\s)?([A-Z]{2,6})\)", line.text):
            known.add(found[1])
        for found in _CAPITALS.finditer(line.text):
            word = found[0].rstrip("s")
            if word not in known:
                known.add(word)
                yield from hits_in(line, "acronym", [found.span()])


def _repeated(subject: Subject) -> Iterator[Hit]:
    """Yield sentences that make a point made before, and those that other letters hold."""
    elsewhere = [_telling(each) for each in subject.others]
    exact = set(elsewhere)
    before: list[frozenset[str]] = []
    for each in subject.sentences:
        point = _telling(each.text)
        if len(point) < _FEWEST or subject.is_wording(each.text):
            continue
        line, whole = Line(each.id, each.text), [(0, len(each.text))]
        if any(_likeness(point, other) >= _ALIKE for other in before):
            yield from hits_in(line, "twice", whole)
        if point in exact or any(_likeness(point, other) >= _SAME for other in elsewhere):
            yield from hits_in(line, "reused", whole)
        before.append(point)


def _telling(text: str) -> frozenset[str]:
    return frozenset(each for each in words(text) if len(each) > 3)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    if not 0.5 < (len(one) + 1) / (len(other) + 1) < 2:
        return 0.0
    return len(one & other) / len(one | other)
