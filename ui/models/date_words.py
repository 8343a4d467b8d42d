# SPDX-License-Identifier: MIT
"""Fuzzy dates as people read and type them: "10 to 11 July 2018", "early December 2017". Their meaning: model/clock."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from resources import language
from resources.language import LANGUAGES, N_, _, month
from storage.model import clock
from storage.model.clock import Span

_WORDS = {
    "early": N_("early {when}"),
    "mid": N_("mid {when}"),
    "late": N_("late {when}"),
    "spring": N_("spring {when}"),
    "summer": N_("summer {when}"),
    "autumn": N_("autumn {when}"),
    "winter": N_("winter {when}"),
}
_SEASONS = {"gwanwyn": "spring", "haf": "summer", "tymor yr hydref": "autumn", "gaeaf": "winter"}
_PARTS = {"dechrau": "early", "canol": "mid", "diwedd": "late"}
"""As _WORDS has them in Welsh, for who types them: "hydref" alone is October."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DIGITS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_TYPED = re.compile(r"(?:(\d{1,2}|early|mid|late) )?([^\W\d]+) (\d{4})", re.IGNORECASE)
_SEASON = re.compile(rf"({'|'.join(_SEASONS)}) (\d{{4}})", re.IGNORECASE)
_LOCALES = {"en": "en_GB", "cy": "cy"}
_LEAST = 3
"""Letters of a month's name that tell it: "Oct"."""


def date_words(text: str) -> str:
    """Return a fuzzy date in words; nothing for none, and what is no date as it was given."""
    return _words_of(text, language.current())


@lru_cache(4096)
def _words_of(text: str, _code: str) -> str:
    """In the language in use, which is `_code`: a list of thousands says the same days again and again."""
    try:
        span = clock.span_of(text)
    except ValueError:
        return text
    parts = text.strip().split("/")
    if not all(_DAY.fullmatch(part) for part in parts):
        words = [_fuzzy(part) for part in parts]
        return words[0] if len(words) == 1 else _from_to(*words)
    return span_words(span)


def span_words(span: Span) -> str:
    """Return a day in words, or the days between which it lies."""
    first, last = span.earliest, span.latest
    if first == last:
        return _said(first, "d MMMM y")
    start = "d" if (first.year, first.month) == (last.year, last.month) else "d MMMM"
    return _from_to(_said(first, start if first.year == last.year else "d MMMM y"), _said(last, "d MMMM y"))


def typed(text: str) -> str:
    """Return what a person typed as the record keeps dates: "8 Oct 2018" → "2018-10-08"; what is none as it is."""
    given = " ".join(text.split())
    if found := _DIGITS.fullmatch(given):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _SEASON.fullmatch(given):
        return f"{_SEASONS[found[1].lower()]} {found[2]}"
    first, _space, rest = given.partition(" ")
    given = f"{_PARTS[first.lower()]} {rest}" if first.lower() in _PARTS else given
    found = _TYPED.fullmatch(given)
    number = _month(found[2]) if found else 0
    if not found or not number:
        return given
    before, when = (found[1] or "").lower(), f"{found[3]}-{number:02}"
    return f"{when}-{int(before):02}" if before.isdecimal() else f"{before} {when}".strip()


def to_type(text: str) -> str:
    """Return a date of the record as a person would type it, "8 October 2018", where that is understood the same."""
    words = date_words(text)
    return words if typed(words) == text else text


def _month(name: str) -> int:
    """Return the number of a month by its name, or the beginning of it, in any of our languages; 0 for no month."""
    sought = name.casefold()
    for code in LANGUAGES:
        for number in range(1, 13):
            known = month(date(2000, number, 1), code).partition(" ")[0].casefold()
            if len(sought) >= _LEAST and known.startswith(sought):
                return number
    return 0


def _from_to(first: str, last: str) -> str:
    return _(N_("{first} to {last}")).format(first=first, last=last)


def _fuzzy(text: str) -> str:
    """Return one fuzzy date in words; a bare year stays itself."""
    if _DAY.fullmatch(text):
        return _said(clock.span_of(text).earliest, "d MMMM y")
    word, _space, rest = text.rpartition(" ")
    named = _said(clock.span_of(rest).earliest, "MMMM y") if "-" in rest else rest
    return _(_WORDS[word.lower()]).format(when=named) if word.lower() in _WORDS else named


def _said(day: date, form: str) -> str:
    return format_date(day, form, locale=_LOCALES[language.current()])
