# SPDX-License-Identifier: MIT
"""Words that may tell who a child is: names, dates of birth. A hint for the hand that types; it never forbids."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

_NUMBERS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b")
_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_WRITTEN = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:o\s+)?({_MONTHS})\s+(\d{{4}})\b", re.IGNORECASE)
_BIRTH = re.compile(r"\b(?:d\.?o\.?b\.?|born|date of birth|dyddiad geni|ganwyd|ganed)\b\W*$", re.IGNORECASE)
_GREAT = r"[A-ZÂÊÎÔÛŴŶ][a-zâêîôûŵŷéëïöü]+(?:['’-][A-Za-zâêîôûŵŷ]+)*"
_PAIR = re.compile(rf"(?<![\w#])({_GREAT})[ \t]+(?:(?:ap|ab|ferch)[ \t]+)?({_GREAT})(?![\w])")
_TITLED = re.compile(rf"(?<!\w)(?:Mr|Mrs|Miss|Ms|Mx|Master|Bnr)\.?[ \t]+{_GREAT}(?![\w])")
_KNOWN = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "dydd",
        "llun",
        "mawrth",
        "mercher",
        "iau",
        "gwener",
        "sadwrn",
        "sul",
        "ionawr",
        "chwefror",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
        "case",
        "achos",
        "team",
        "tîm",
        "worker",
        "manager",
        "officer",
        "head",
        "director",
        "service",
        "services",
        "council",
        "county",
        "borough",
        "city",
        "panel",
        "board",
        "act",
        "order",
        "plan",
        "review",
        "conference",
        "children",
        "child",
        "care",
        "inspectorate",
        "wales",
        "cymru",
        "welsh",
        "english",
        "social",
        "independent",
        "reviewing",
        "chair",
        "head",
        "teacher",
        "school",
        "ysgol",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "of",
        "and",
        "i",
        "he",
        "she",
        "they",
        "we",
        "it",
        "this",
        "that",
        "there",
        "when",
        "after",
        "before",
        "both",
        "one",
        "two",
    ]
)
YOUNGEST, OLDEST = 1, 25
"""Years ago between which a full date may be a young person's birthday; events of a case are mostly newer."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Some words that may say too much."""

    kind: str
    """name or birth."""
    start: int
    end: int
    words: str


def slips(
    text: str, today: date, allowed: Collection[str] = (), is_word: Callable[[str], bool] | None = None
) -> tuple[Slip, ...]:
    """Return what may be a name or a date of birth, in the order of the text.

    `allowed` are words that may stand (roles, places, in lower case); `is_word` says what any dictionary holds in
    lower case: two such words side by side are no name.
    """
    found = [*_births(text, today), *_names(text, {*_KNOWN, *allowed}, is_word or (lambda _word: False))]
    return tuple(sorted(found, key=lambda each: each.start))


def _births(text: str, today: date) -> Iterator[Slip]:
    for pattern in (_NUMBERS, _WRITTEN):
        for match in pattern.finditer(text):
            year = int(match.group(3))
            if year < 100:
                year += 2000 if 2000 + year <= today.year else 1900
            is_said = bool(_BIRTH.search(text[max(0, match.start() - 24) : match.start()]))
            if is_said or YOUNGEST < today.year - year < OLDEST:
                yield Slip("birth", match.start(), match.end(), match.group())


def _names(text: str, allowed: Collection[str], is_word: Callable[[str], bool]) -> Iterator[Slip]:
    titled = [match.span() for match in _TITLED.finditer(text)]
    for start, end in titled:
        yield Slip("name", start, end, text[start:end])
    at = 0
    while match := _PAIR.search(text, at):
        both = [word.casefold() for word in match.groups()]
        is_titled = any(start <= match.start() < end for start, end in titled)
        if is_titled or any(word in allowed for word in both) or all(map(is_word, both)):
            at = match.end(1)  # the second word may begin a name
            continue
        yield Slip("name", match.start(), match.end(), match.group())
        at = match.end()
