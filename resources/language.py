# SPDX-License-Identifier: MIT
"""One mechanism for every word on screen and page: gettext. Letter wording is content: resources/letters."""

import gettext
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import BytesIO
from string import Formatter
from typing import TYPE_CHECKING, Any

from resources import paths

if TYPE_CHECKING:  # it takes long to come, and neither English nor a date needs it
    from babel.messages.catalog import Catalog

LANGUAGES = {"en": "English", "cy": "Cymraeg"}
"""Language codes in use, each with its own name for itself."""

KEYS = "en"
"""The language of the keys themselves: it needs no catalogue."""

_current = KEYS


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence that is marked now and put into words at the last moment, by `str()`: its key and its values."""

    one: str
    many: str = ""
    """The English plural, where the value `count` decides."""
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it in the language in use."""
        words = ngettext(self.one, self.many, self.values["count"]) if self.many else _(self.one)
        return words.format(**self.values)


def phrase(message: str, **values: Any) -> Phrase:
    """Mark a sentence, with its values."""
    return Phrase(message, "", values)


def phrases(one: str, many: str, count: int) -> Phrase:
    """Mark a sentence of which there are as many kinds as a language has plurals; its value is `count`."""
    return Phrase(one, many, {"count": count})


def long_date(day: date, language: str | None = None) -> str:
    """Return the day written out: "12 October 2018", "12 Hydref 2018"."""
    return f"{day.day} {month(day, language)}"


def month(day: date, language: str | None = None) -> str:
    """Return the month and year written out: "July 2018", "Gorffennaf 2018"."""
    return f"{_MONTHS[language or _current][day.month - 1]} {day.year}"


_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "cy": (
        *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
        *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
    ),
}
"""As CLDR has them, and in the order of both languages: day, month, year."""


class _English(gettext.NullTranslations):
    """What stands in for a catalogue that cannot be read."""


_REVIEWED = "# X-Reviewed: yes"


def is_damaged(code: str) -> bool:
    """Return whether the words of a language are missing or cannot be read, so that English stands in for them."""
    return isinstance(_catalogue(code), _English)


@cache
def is_reviewed(code: str) -> bool:
    """Return whether a speaker has reviewed the interface's words in a language, as its catalogue says at its top."""
    if code == KEYS:
        return True
    try:
        top = paths.catalogue(code).read_text("utf-8", "replace").partition("\nmsgid ")[0]
    except OSError:
        return False
    return _REVIEWED in top.splitlines()


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code == KEYS:
        return gettext.NullTranslations()
    from babel.core import UnknownLocaleError
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError

    compiled = BytesIO()
    try:
        write_mo(compiled, _sound(code))
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)
    # A damaged file must not keep anybody from her notes: whatever Babel and gettext say of one, English stands in.
    except (PoFileError, UnknownLocaleError, ValueError, LookupError, TypeError, OSError):
        return _English()


def _sound(code: str) -> "Catalog":
    """Read a catalogue without the texts that lost or invented a {place}: they would fail where they are said."""
    from babel.messages.pofile import read_po

    with paths.catalogue(code).open("rb") as file:
        words = read_po(file, locale=code, abort_invalid=True)
    if not len(words):
        raise ValueError("no words")
    for message in list(words):
        if message.id and any(_places(text) != _places(_forms(message.id)[-1]) for text in _forms(message.string)):
            words.delete(message.id)
    return words


def _forms(words: str | Sequence[str] | None) -> list[str]:
    return [each for each in ([words] if isinstance(words, str) else words or ()) if each]


def _places(words: str) -> set[str] | None:
    try:
        return {name for _text, name, _spec, _how in _PARTS.parse(words) if name is not None}
    except ValueError:  # a brace that is not closed
        return None


_PARTS = Formatter()
