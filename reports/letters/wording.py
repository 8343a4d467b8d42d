# SPDX-License-Identifier: MIT
"""The wording of letters, loaded from resources/letters and checked whole. What is said, and when, is in each type.

A type's own file holds its sentences and headings; `words/<language>.toml` what all types share: names, numbers,
how to join a list, a phrase for each criterion. Letter wording is content, not interface (HOUSE.md, "Language").
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, NoReturn

from resources import paths
from resources.language import N_
from storage.errors import BadFile

Slots = Mapping[str, frozenset[str]]
"""Each slot a wording must fill → the placeholders that its words must hold: a fact dropped in silence is a fault."""

SHARED = (
    "amounts",
    "numbers",
    "inspectorates",
    "short",
    "visits",
    "meetings",
    "activities",
    "methods",
    "work",
    "sources",
    "directions",
    "levels",
    "points",
    "dates",
)
"""Tables of the shared words. `terms` may be empty; all others may not."""
SHELL: Slots = {
    "re_line": frozenset({"service", "authority"}),
    "salutation": frozenset({"name"}),
    "close": frozenset(),
    "contact": frozenset(),
    "welsh": frozenset(),
    "formats": frozenset(),
}
"""Slots of every letter type (domain (d), "Common shell")."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one letter type in one language."""

    kind: str
    language: str
    edition: str
    reviewed: bool
    """Whether a speaker has cleared them."""
    sentences: Mapping[str, str]
    headings: Mapping[str, str]
    """Section code → heading; empty for a section without one."""
    copies: tuple[str, ...]
    words: Mapping[str, Any]
    """The shared words of the language."""
    texts: tuple[str, str] = ("", "")
    """Both files as they are: the type's own, and the shared words."""

    @property
    def name(self) -> str:
        """Return the edition as a letter keeps it: `improvement_conference/en 2018.1`."""
        return f"{self.kind}/{self.language} {self.edition}"

    def table(self, name: str) -> Mapping[str, str]:
        """Return one table of the shared words."""
        found: Mapping[str, str] = self.words.get(name, {})
        return found

    def lines(self, name: str) -> tuple[str, ...]:
        """Return one list of the shared words."""
        return tuple(self.words.get(name, ()))


def load(kind: str, language: str, slots: Slots, sections: Sequence[str]) -> Wording:
    """Return a type's wording. Raise BadFile naming file and slot when one is missing, unknown or wrongly filled."""
    path = paths.wording(kind, language)
    plain = _read(path)
    wanted = {**SHELL, **slots}
    sentences = _texts(path, plain, "sentences", wanted)
    for slot, text in sentences.items():
        _check_placeholders(path, slot, text, wanted[slot])
    words_path = paths.wording("words", language)
    return Wording(
        kind,
        language,
        str(plain.get("edition", "")),
        bool(plain.get("reviewed", False)),
        sentences,
        _texts(path, plain, "headings", dict.fromkeys(sections, frozenset()), may_be_empty=True),
        _lines(path, plain, "copies"),
        _shared(words_path, _read(words_path)),
        (_text(path), _text(words_path)),
    )


def texts(kind: str, language: str) -> tuple[str, str] | None:
    """Return both files of a wording as they are here now, unchecked; None where one is missing."""
    try:
        return _text(paths.wording(kind, language)), _text(paths.wording("words", language))
    except OSError:
        return None


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    name = f"{path.parent.name}/{path.name}"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise BadFile(
            N_("There is no wording for this letter in this language: {file} is missing or cannot be read."),
            N_("Choose another language, or add the file."),
            file=name,
        ) from problem
    except ValueError as problem:
        _refuse(path, N_("The wording file {file} is not TOML: {reason}."), reason=problem)


def _texts(
    path: Path, plain: Mapping[str, Any], table: str, wanted: Slots, *, may_be_empty: bool = False
) -> Mapping[str, str]:
    found = plain.get(table, {})
    if not isinstance(found, dict):
        _refuse(path, _NO_TEXT, slot=table)
    for slot in wanted:
        text = found.get(slot)
        if not isinstance(text, str) or not (text.strip() or may_be_empty):
            _refuse(path, N_("The wording file {file} lacks the slot “{slot}” in [{table}]."), slot=slot, table=table)
    for slot in found:
        if slot not in wanted:
            _refuse(
                path, N_("The wording file {file} has an unknown slot “{slot}” in [{table}]."), slot=slot, table=table
            )
    return {slot: found[slot] for slot in wanted}


def _check_placeholders(path: Path, slot: str, text: str, allowed: frozenset[str]) -> None:
    used = _used(path, slot, text)
    for name in used - allowed:
        _refuse(
            path,
            N_("In the wording file {file}, the slot “{slot}” has an unknown place “{name}”."),
            slot=slot,
            name=name,
        )
    for name in allowed - used:
        _refuse(
            path, N_("In the wording file {file}, the slot “{slot}” lacks the place “{name}”."), slot=slot, name=name
        )


def _used(path: Path, slot: str, text: str) -> set[str]:
    try:
        return _places(text)
    except ValueError as problem:
        _refuse(
            path, N_("In the wording file {file}, the slot “{slot}” is broken: {reason}."), slot=slot, reason=problem
        )


def _places(text: str) -> set[str]:
    """Return the names of the places in a text. Raise ValueError for one that is broken, or asks for another form."""
    found = list(Formatter().parse(text))
    if any(form or conversion for _before, _name, form, conversion in found):
        raise ValueError("a place has a name and nothing else")
    return {name for _before, name, _form, _conversion in found if name is not None}


def _lines(path: Path, plain: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = plain.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        _refuse(path, _NO_LIST, slot=name)
    return tuple(found)


def _shared(path: Path, plain: dict[str, Any]) -> Mapping[str, Any]:
    for table in SHARED:
        if not isinstance(plain.get(table), dict) or not plain[table]:
            _refuse(path, N_("The wording file {file} lacks the slot “{slot}” in [{table}]."), slot="*", table=table)
    for name in ("letterhead", "practice_letterhead", "weekdays", "comma", "last", "strong", "strong_last", "unknown"):
        if not plain.get(name):
            _refuse(path, N_("The wording file {file} lacks “{slot}”."), slot=name)
    for name in ("letterhead", "practice_letterhead", "weekdays"):
        _lines(path, plain, name)
    if len(plain["weekdays"]) != 7:
        _refuse(path, _NO_LIST, slot="weekdays")
    for name in ("comma", "last", "strong", "strong_last", "unknown"):
        _check_shared(path, name, plain[name], frozenset({"text"}) if name == "unknown" else None)
    for table in (*SHARED, "terms"):
        for name, text in dict(plain.get(table, {})).items():
            allowed = {"dates": _FILLED.get(name, frozenset()), "amounts": frozenset({"number"})}.get(table)
            _check_shared(path, f"{table}.{name}", text, allowed)  # words of other tables are taken as they are
    return plain


_NO_TEXT = N_("In the wording file {file}, “{slot}” is no text.")
_NO_LIST = N_("In the wording file {file}, “{slot}” is no list of texts, or not as long as it must be.")
_FILLED = {
    **dict.fromkeys(("early", "mid", "late"), frozenset({"month"})),
    **dict.fromkeys(("spring", "summer", "autumn", "winter"), frozenset({"year"})),
    **dict.fromkeys(("and", "to", "range"), frozenset({"first", "last"})),
}
"""Shared words for dates → the places that they may have."""


def _check_shared(path: Path, name: str, text: object, allowed: frozenset[str] | None) -> None:
    if not isinstance(text, str):
        _refuse(path, _NO_TEXT, slot=name)
    if allowed is None:
        return
    used = _used(path, name, text)
    for place in used - allowed:
        _refuse(
            path,
            N_("In the wording file {file}, the slot “{slot}” has an unknown place “{name}”."),
            slot=name,
            name=place,
        )


def _refuse(path: Path, message: str, **values: object) -> NoReturn:
    file = f"{path.parent.name}/{path.name}"
    raise BadFile(message, N_("Correct the file and draft the letter again."), file=file, **values)
