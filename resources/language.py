# SPDX-License-Identifier: MIT
"""One mechanism for every word on screen and page: gettext. Letter wording is content: resources/letters."""

import gettext
from datetime import date
from functools import cache
from io import BytesIO

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from resources import paths

LANGUAGES = {"en": "English", "cy": "Cymraeg"}
"""Language codes in use, each with its own name for itself."""

_current = "en"


def use(code: str) -> None:
    """Speak this language from now on. Raise KeyError for a code that LANGUAGES lacks."""
    global _current
    LANGUAGES[code]
    _current = code


def current() -> str:
    """Return the code of the language in use."""
    return _current


def _(message: str) -> str:
    """Return the message in the language in use, or itself where the catalogue lacks it."""
    return _catalogue(_current).gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the right plural in the language in use (Welsh has six)."""
    return _catalogue(_current).ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark a message to be translated later, at the last moment."""
    return message


def long_date(day: date, language: str | None = None) -> str:
    """Return the day written out: "12 October 2018", "12 Hydref 2018"."""
    return format_date(day, "d MMMM y", locale=_LOCALES[language or _current])


def month(day: date, language: str | None = None) -> str:
    """Return the month and year written out: "July 2018", "Gorffennaf 2018"."""
    return format_date(day, "MMMM y", locale=_LOCALES[language or _current])


_LOCALES = {"en": "en_GB", "cy": "cy"}


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    source = paths.catalogue(code)
    if not source.exists():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
