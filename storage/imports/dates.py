# SPDX-License-Identifier: MIT
"""Days and times as other people write them: 31/12/2018, 12/31/2018, 2018-12-31, 31 December 2018; 09:40, 2.15 pm.

Which of day and month comes first is found from the dates themselves; where they do not tell, somebody must be asked.
"""

import re
from collections.abc import Iterable
from datetime import date, time

from resources.language import N_

STYLES = {
    "day_first": N_("Day first: 31/12/2018"),
    "month_first": N_("Month first: 12/31/2018"),
    "year_first": N_("Year first: 2018/12/31"),
}
"""Style → what it is called, with an example."""

_ORDER = {"day_first": (0, 1, 2), "month_first": (1, 0, 2), "year_first": (2, 1, 0)}
"""Style → where day, month and year stand."""
_MONTHS = (
    ("january", "ionawr"),
    ("february", "chwefror"),
    ("march", "mawrth"),
    ("april", "ebrill"),
    ("may", "mai"),
    ("june", "mehefin"),
    ("july", "gorffennaf"),
    ("august", "awst"),
    ("september", "medi"),
    ("october", "hydref"),
    ("november", "tachwedd"),
    ("december", "rhagfyr"),
)
_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_WRITTEN = re.compile(r"(?:[^\W\d]+,? )?(\d{1,2})(?:st|nd|rd|th)? (?:o )?([^\W\d]+),? (\d{4})")
_AMERICAN = re.compile(r"([^\W\d]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(am|pm|yb|yh)?", re.IGNORECASE)


def read_day(text: str, style: str) -> date | None:
    """Return the day that a text names, given a style of STYLES, or None. ISO and written months need no style."""
    text = " ".join(text.split())
    if found := _NUMBERS.fullmatch(text):
        parts = [int(part) for part in found.groups()]
        if len(found[1]) == 4:
            style = "year_first"
        day, month, year = (parts[at] for at in _ORDER[style])
        return _day(day, month, year)
    if found := _WRITTEN.fullmatch(text):
        return _day(int(found[1]), _month(found[2]), int(found[3]))
    if found := _AMERICAN.fullmatch(text):
        return _day(int(found[2]), _month(found[1]), int(found[3]))
    return None


def read_time(text: str) -> time | None:
    """Return the time of day that a text names, or None: "09:40", "9.40", "2.15 pm"."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half in ("pm", "yh") else 0) if half else hour
    try:
        return time(hour, int(found[2]))
    except ValueError:
        return None


def part_day_and_time(text: str) -> tuple[str, str]:
    """Return a text's day and its time: "10/07/2018 09:40" is both, and so is "2018-07-10T09:40Z"."""
    words = " ".join(text.split())
    joined = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)", words)
    if joined:
        return joined[1], joined[2]
    head, _, tail = words.rpartition(" ")
    if tail.lower() in ("am", "pm", "yb", "yh"):
        head, _, hour = head.rpartition(" ")
        tail = f"{hour} {tail}"
    if read_time(tail) is not None and not _NUMBERS.fullmatch(words):
        return head.rstrip(","), tail
    return words, ""


def style_of(texts: Iterable[str]) -> str:
    """Return the style in which all of these days make sense, or an empty text when two do and differ: ask."""
    days = [text for text in texts if text.strip()]
    fitting = [style for style in STYLES if all(read_day(text, style) is not None for text in days)]
    if not fitting:
        return "day_first"
    meanings = {tuple(read_day(text, style) for text in days) for style in fitting}
    return fitting[0] if len(meanings) == 1 else ""


def _month(word: str) -> int:
    word = word.lower()
    return next(
        (
            number
            for number, names in enumerate(_MONTHS, 1)
            if any(name == word or (len(word) >= 3 and name.startswith(word)) for name in names)
        ),
        0,
    )


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
