# SPDX-License-Identifier: MIT
"""Rows of codes and titles → a rubric, with every problem and the line it stands in. Reading files: rubrics.py.

All or nothing: a rubric with one problem is shown but cannot be used (acts/rubrics.py is given whole ones only).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from resources.language import LANGUAGES, N_
from storage.errors import BadFile
from storage.model.rubric import Area, Criterion, Rubric

MOST = 2000
"""Criteria in a rubric: several times the largest framework known."""
_MOST_CODE, _MOST_TITLE = 20, 500
_CODE = re.compile(r"[^\s,;:#“”\"]+")
"""No blanks, so that #QA1 can be typed; no colons, which part a link's identifier."""


@dataclass(frozen=True, slots=True)
class Row:
    """One area or criterion as a file gives it."""

    line: int
    """In the file, from 1; 0 where it is not known."""
    code: str
    parent: str = ""
    """The area's code; empty for an area."""
    title: Mapping[str, str] = field(default_factory=dict)
    descriptors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    """Codes of the earlier edition that it takes the place of."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file cannot be used, and where."""

    line: int
    """From 1; 0 for the file as a whole."""
    words: str
    """A gettext key."""
    what: str = ""
    """What to put in for {what}."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds."""

    rubric: Rubric
    """What could be understood of it."""
    problems: tuple[Problem, ...]
    untranslated: int
    """Titles that are there in one language only: the same words stand for the other."""

    @property
    def is_whole(self) -> bool:
        """Say whether it can be used."""
        return not self.problems

    @property
    def criteria(self) -> int:
        """Return how many criteria it has."""
        return sum(len(area.criteria) for area in self.rubric.areas)


def assembled(about: Rubric, rows: Sequence[Row], known: Sequence[Problem] = ()) -> Read:
    """Return the rows as a rubric that is otherwise like `about`, with every problem in the order of lines.

    Raise BadFile when there are more rows than a rubric can have.
    """
    if len(rows) > MOST:
        raise BadFile(
            N_("The file holds {count} codes; a framework may have {limit}."),
            N_("Look whether it is the right file, or split it into several frameworks."),
            count=len(rows),
            limit=MOST,
        )
    rows = _listed(about, rows)
    problems = [*known, *_problems(rows), *_led_astray(about, rows)]
    found: dict[str, list[Criterion]] = {}
    tops: dict[str, Row] = {}
    for row in rows:
        if not row.parent and row.code:
            tops.setdefault(row.code, row)
    for row in rows:
        if row.parent in tops and row.code:
            found.setdefault(row.parent, []).append(Criterion(row.code, _both(row.title), row.descriptors))
    areas = tuple(Area(code, _both(row.title), tuple(found.get(code, ()))) for code, row in tops.items())
    titled = [about.title, *(row.title for row in rows if row.title is not about.title)]
    rubric = replace(about, title=_both(about.title), areas=areas, replaces=_replaces(about, rows))
    lacking = sum(1 for title in titled if len(_there(title)) == 1)
    return Read(rubric, tuple(sorted(problems, key=lambda each: each.line)), lacking)


def _listed(about: Rubric, rows: Sequence[Row]) -> Sequence[Row]:
    """Return a plain list of themes as the criteria of one area, called what the rubric is called."""
    if not rows or any(row.parent for row in rows):
        return rows
    code = "".join(part[0] for part in about.name.split("-") if part[:1].isalpha()).upper() or "ALL"
    while any(row.code == code for row in rows):
        code += "0"
    return [Row(0, code, title=about.title), *(replace(row, parent=code) for row in rows)]


def _problems(rows: Sequence[Row]) -> Iterator[Problem]:
    if not rows:
        yield Problem(0, N_("There are no codes in the file."))
    tops = {row.code for row in rows if not row.parent}
    below = {row.code for row in rows if row.parent}
    parents = {row.parent for row in rows}
    seen: set[str] = set()
    for row in rows:
        yield from _own_problems(row)
        if row.code and row.code in seen:
            yield Problem(row.line, N_("The code “{what}” is used twice."), row.code)
        seen.add(row.code)
        if row.parent and row.parent not in tops:
            deep = N_("Its parent “{what}” is a criterion itself: there are areas and criteria, no third level.")
            none = N_("Its parent “{what}” is not in the file.")
            yield Problem(row.line, deep if row.parent in below else none, row.parent)
        elif not row.parent and row.code and row.code not in parents:
            yield Problem(row.line, N_("The area “{what}” has no criteria."), row.code)


def _own_problems(row: Row) -> Iterator[Problem]:
    if not row.code:
        yield Problem(row.line, N_("There is no code."))
    elif len(row.code) > _MOST_CODE or not _CODE.fullmatch(row.code):
        words = N_("“{what}” is no code: at most 20 letters, figures, dots and hyphens, without blanks.")
        yield Problem(row.line, words, row.code[:_MOST_CODE])
    if not _there(row.title):
        yield Problem(row.line, N_("“{what}” has no title."), row.code)
    elif any(len(words) > _MOST_TITLE for words in row.title.values()):
        yield Problem(row.line, N_("The title of “{what}” is too long."), row.code)


def _led_astray(about: Rubric, rows: Sequence[Row]) -> Iterator[Problem]:
    codes = {row.code for row in rows}
    for pairs in about.replaces.values():
        for code in sorted({each for there in pairs.values() for each in there} - codes):
            yield Problem(0, N_("“replaces” leads to the code “{what}”, which is not in the file."), code)
    for code in sorted({each for pairs in about.crosswalk.values() for each in pairs} - codes):
        yield Problem(0, N_("“crosswalk” starts from the code “{what}”, which is not in the file."), code)


def _replaces(about: Rubric, rows: Sequence[Row]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    said: dict[str, tuple[str, ...]] = dict(about.replaces.get("", {}))
    for row in rows:
        for old in row.replaces:
            said[old] = (*said.get(old, ()), row.code)
    return {**about.replaces, **({"": said} if said else {})}


def _there(title: Mapping[str, str]) -> list[str]:
    return [language for language in LANGUAGES if title.get(language, "").strip()]


def _both(title: Mapping[str, str]) -> dict[str, str]:
    """Return a title in every language; where one lacks, the other's words stand for it."""
    there = _there(title)
    return (
        {language: title[language if language in there else there[0]] for language in LANGUAGES}
        if there
        else {"en": ""}
    )
