# SPDX-License-Identifier: MIT
"""Fuzzy dates as a letter writes them: "Monday 8 October 2018", "early December 2017". Meaning: model/clock."""

import re
from datetime import date, timedelta

from reports.letters.wording import Wording
from resources.language import long_date, month
from storage.model.clock import Span, span_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PART = re.compile(r"(?:(early|mid|late) )?(\d{4})-(\d{2})")
_SEASON = re.compile(r"(spring|summer|autumn|winter) (\d{4})")


def in_words(text: str, wording: Wording, *, weekday: bool = False) -> str:
    """Return a fuzzy date in words, or "" for an empty one. Raise ValueError for text that is no date."""
    if not text:
        return ""
    span_of(text)
    first, slash, last = text.strip().partition("/")
    return _range(first, last, wording) if slash else _one(first, wording, weekday)


def _one(text: str, wording: Wording, weekday: bool = False) -> str:
    if _DAY.fullmatch(text):
        return day_in_words(date.fromisoformat(text), wording, weekday=weekday)
    if found := _PART.fullmatch(text.lower()):
        named = month(date(int(found[2]), int(found[3]), 1), wording.language)
        return wording.table("dates")[found[1]].format(month=named) if found[1] else named
    if found := _SEASON.fullmatch(text.lower()):
        return wording.table("dates")[found[1]].format(year=found[2])
    return text


def day_in_words(day: date, wording: Wording, *, weekday: bool = False) -> str:
    """Return a day in words, with its weekday where asked."""
    written = long_date(day, wording.language)
    return f"{wording.lines('weekdays')[day.weekday()]} {written}" if weekday else written


def span_in_words(span: Span, wording: Wording) -> str:
    """Return a day in words, or the days between which it lies where it rests on a fuzzy date."""
    first, last = (day_in_words(day, wording) for day in (span.earliest, span.latest))
    return last if first == last else wording.table("dates")["range"].format(first=first, last=last)


def _range(first: str, last: str, wording: Wording) -> str:
    next_to = span_of(first).latest + timedelta(1) == span_of(last).earliest
    start, end = _one(first, wording).split(), _one(last, wording).split()
    tail: list[str] = []
    # "10 July 2018" and "11 July 2018" share their tail: "10 and 11 July 2018".
    while len(start) > 1 and len(end) > len(tail) + 1 and start[-1] == end[-1 - len(tail)]:
        tail.append(start.pop())
    pattern = wording.table("dates")["and" if next_to else "to"]
    return pattern.format(first=" ".join(start), last=" ".join(end))
