# SPDX-License-Identifier: MIT
"""Reads a rubric from a TOML file or a spreadsheet (XLSX, CSV). What is wrong with its rows: rubric_rows.py.

Nothing is recorded here: acts/rubrics.py lets a visit use what was read.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from resources.language import LANGUAGES, N_
from storage.errors import BadFile
from storage.imports.case_files import Table, table_of
from storage.imports.files import read_at_most
from storage.imports.rubric_rows import Problem, Read, Row, assembled
from storage.job import Job, Tick
from storage.model.rubric import Rubric
from storage.store import Store

MOST_BYTES = 4 * 1024 * 1024
COLUMNS: Mapping[str, str] = {
    "code": "code cod",
    "parent": "parent area rhiant maes",
    "en": "title english criterion titleenglish titleen teitlsaesneg saesneg",
    "cy": "welsh cymraeg teitl titlewelsh titlecy teitlcymraeg maenprawf",
    "descriptors": "descriptors descriptorsenglish descriptorsen disgrifyddionsaesneg",
    "descriptors_cy": "disgrifyddion descriptorswelsh descriptorscy disgrifyddioncymraeg",
    "replaces": "replaces disodli",
}
"""Column → heads under which it is known, English and Welsh, without blanks and brackets."""
_KEYS = frozenset(("title", "source", "reviewed", "areas", "criteria", "crosswalk", "replaces", "name", "edition"))
_ROW_KEYS = frozenset(("code", "title", "criteria", "descriptors", "parent", *LANGUAGES))


def reading(path: Path) -> Job[Store, None, Read, Read]:
    """Return reading a file as a job: a long spreadsheet takes a second."""
    return Job(_nothing, partial(_worked, path), _as_it_is)


def read_rubric(path: Path) -> Read:
    """Read a rubric's file. Raise BadFile when it cannot be read, is too big, or is no TOML file or spreadsheet."""
    return _worked(path, None, _unwatched)


def named(read: Read, name: str, title: str, title_cy: str) -> Read:
    """Return what was read under another name with its edition, and other titles; empty ones stay as they are.

    Raise BadFile when the name has no letter or figure.
    """
    slug = slug_of(name)
    if not slug:
        raise BadFile(N_("The framework has no name."), N_("Name it with its edition, such as care-homes-2026."))
    given = {language: words.strip() for language, words in (("en", title), ("cy", title_cy)) if words.strip()}
    return replace(read, rubric=replace(read.rubric, name=slug, title={**read.rubric.title, **given}))


def slug_of(words: str) -> str:
    """Return words as a name: small letters, figures and hyphens, at most 60."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _nothing(_store: Store) -> None:
    return None


def _as_it_is(_store: Store, read: Read) -> Read:
    return read


def _unwatched(_part: float) -> None:
    return None


def _worked(path: Path, _taken: None, tick: Tick) -> Read:
    data = read_at_most(path, MOST_BYTES, N_("Look whether it is the right file, or split it into several frameworks."))
    if path.suffix.lower() == ".toml":
        return _of_toml(path.stem, data)
    return _of_table(path.stem, table_of(data, tick))


def _of_table(stem: str, table: Table) -> Read:
    where, problems = _columns(table)
    rows = [_row(table, at, where) for at in range(len(table.rows))]
    for (at, column), why in table.valueless.items():
        words = N_("Cell {what} is a formula that has no value: type its value there.")
        if why != "formula":
            words = N_("Cell {what} holds an error: type its value there.")
        problems.append(Problem(table.numbers[at], words, table.address(at, column)))
    title = stem.replace("-", " ").replace("_", " ").strip()
    about = Rubric(slug_of(stem), {"en": title[:1].upper() + title[1:]}, stem, ())
    return assembled(about, rows, problems)


def _columns(table: Table) -> tuple[dict[str, int], list[Problem]]:
    where: dict[str, int] = {}
    problems = []
    for at, head in enumerate(table.head):
        plain = re.sub(r"[^\w]|_", "", unicodedata.normalize("NFC", head).casefold())
        column = next((column for column, heads in COLUMNS.items() if plain in heads.split()), "")
        if column and column not in where:
            where[column] = at
        elif plain:
            words = N_("The column “{what}” stands there twice.") if column else N_("The column “{what}” is not known.")
            problems.append(Problem(1, words, head[:40]))
    if "code" not in where:
        problems.append(Problem(1, N_("There is no column “{what}”."), "code"))
    if "en" not in where and "cy" not in where:
        problems.append(Problem(1, N_("There is no column “{what}”."), "title"))
    return where, problems


def _row(table: Table, at: int, where: Mapping[str, int]) -> Row:
    cells = {column: table.rows[at][place] for column, place in where.items()}
    told = {"en": cells.get("descriptors", ""), "cy": cells.get("descriptors_cy", "")}
    return Row(
        table.numbers[at],
        cells.get("code", ""),
        cells.get("parent", ""),
        {language: cells[language] for language in LANGUAGES if cells.get(language)},
        {language: _parts(words, ";") for language, words in told.items() if words},
        _parts(cells.get("replaces", ""), ",;"),
    )


def _parts(words: str, marks: str) -> tuple[str, ...]:
    return tuple(part for part in (each.strip() for each in re.split(f"[{marks}]", words)) if part)


def _of_toml(stem: str, data: bytes) -> Read:
    try:
        text = data.decode("utf-8-sig")
        plain = tomllib.loads(text.replace("\r\n", "\n"))
    except UnicodeDecodeError as problem:
        raise BadFile(
            N_("The file is not in UTF-8, as a TOML file must be."), N_("Save it again as UTF-8 in its editor.")
        ) from problem
    except (ValueError, RecursionError) as problem:  # the words of the first name line and column, and no content
        place = re.search(r"\(at .*\)", str(problem))
        raise BadFile(
            N_("The file is no TOML file {place}."),
            N_("Correct it there, or choose a spreadsheet."),
            place=place[0] if place else "",
        ) from problem
    lines = _Lines(text)
    problems = [Problem(lines.of_key(key), N_("“{what}” is not known here."), key[:40]) for key in {*plain} - _KEYS]
    rows = list(_toml_rows(plain, lines, problems))
    name = "-".join(str(plain[key]) for key in ("name", "edition") if plain.get(key)) if plain.get("name") else stem
    about = Rubric(slug_of(name), _words(plain.get("title")) or {"en": stem}, str(plain.get("source", "")), ())
    walks = {key: _walks(plain.get(key), lines.of_key(key), problems) for key in ("crosswalk", "replaces")}
    return assembled(replace(about, crosswalk=walks["crosswalk"], replaces=walks["replaces"]), rows, problems)


class _Lines:
    """Where things stand in a TOML file, whose reader does not say: each code in the order in which it is declared."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._codes: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines, 1):
            for code in re.findall(r"""\bcode\s*=\s*["']([^"']*)["']""", line):
                self._codes.setdefault(code, []).append(number)

    def of_code(self, code: str) -> int:
        """Return the line that declares the code; asked again, that of the next to declare it."""
        there = self._codes.get(code, [])
        return there.pop(0) if len(there) > 1 else there[0] if there else 0

    def of_key(self, key: str) -> int:
        """Return the first line that begins with the key, or is headed by it."""
        begins = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
        return next((number for number, line in enumerate(self._lines, 1) if begins.match(line)), 0)


def _toml_rows(plain: Mapping[str, Any], lines: _Lines, problems: list[Problem]) -> Iterator[Row]:
    for area in _tables(plain, "areas"):
        row = _toml_row(area, "", lines, problems)
        yield row
        for each in _tables(area, "criteria"):
            yield _toml_row(each, row.code, lines, problems)
    for each in _tables(plain, "criteria"):
        yield _toml_row(each, str(each.get("parent", "")), lines, problems)


def _toml_row(plain: Mapping[str, Any], parent: str, lines: _Lines, problems: list[Problem]) -> Row:
    code = str(plain.get("code", "")).strip()
    line = lines.of_code(code)
    problems += [Problem(line, N_("“{what}” is not known here."), key[:40]) for key in sorted({*plain} - _ROW_KEYS)]
    title = _words(plain.get("title")) or _words(plain)
    told = plain.get("descriptors")
    descriptors = {name: _texts(told[name]) for name in LANGUAGES if name in told} if isinstance(told, dict) else {}
    return Row(line, code, parent, title, descriptors)


def _tables(plain: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    found = plain.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _words(plain: object) -> dict[str, str]:
    if isinstance(plain, str):
        return {"en": plain.strip()} if plain.strip() else {}
    there = plain if isinstance(plain, dict) else {}
    return {name: there[name].strip() for name in LANGUAGES if isinstance(there.get(name), str) and there[name].strip()}


def _texts(plain: object) -> tuple[str, ...]:
    listed = plain if isinstance(plain, list) else [plain]
    return tuple(str(each).strip() for each in listed if str(each).strip())


def _walks(plain: object, line: int, problems: list[Problem]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return other rubric → code → codes; `[replaces] X1 = ["Y1"]`, without a rubric's name, is of whichever."""
    if plain is None:
        return {}
    if not isinstance(plain, dict):
        problems.append(Problem(line, N_("A table of codes is expected there.")))
        return {}
    loose = {str(code): _texts(codes) for code, codes in plain.items() if not isinstance(codes, dict)}
    found = {
        str(other): {str(code): _texts(codes) for code, codes in pairs.items()}
        for other, pairs in plain.items()
        if isinstance(pairs, dict)
    }
    return {**found, **({"": loose} if loose else {})}
