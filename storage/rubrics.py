# SPDX-License-Identifier: MIT
"""Rubric files → Rubric, checked. Their words are in resources/rubrics, the dataclasses in model/rubric.py."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from resources import paths
from resources.language import LANGUAGES, N_
from storage.errors import BadFile
from storage.model.rubric import Area, Criterion, Rubric


def load(path: Path) -> Rubric:
    """Return the rubric in the TOML file, named after it. Raise BadFile, naming file and place, when it is faulty."""
    plain = _read(path)
    title = _title(path, plain.get("title"), "the rubric")
    areas = tuple(_area(path, number, each) for number, each in enumerate(_tables(path, plain, "areas"), 1))
    _refuse_repeats(path, areas)
    crosswalk = _crosswalk(path, plain.get("crosswalk", {}), areas)
    reviewed = {language: bool(done) for language, done in plain.get("reviewed", {}).items()}
    replaces = _replaces(path, plain.get("replaces", {}), areas)
    return Rubric(path.stem, title, str(plain.get("source", "")), areas, crosswalk, reviewed, replaces)


def rubrics() -> tuple[Rubric, ...]:
    """Return every rubric shipped, by name, after checking that each crosswalk leads to codes that exist."""
    known = tuple(load(path) for path in paths.rubric_files())
    for each in known:
        check_crosswalk(each, known)
    return known


def rubric(name: str) -> Rubric:
    """Return the shipped rubric with the name. Raise BadFile when no such edition is shipped."""
    path = next((path for path in paths.rubric_files() if path.stem == name), None)
    if path is None:
        raise BadFile(N_("There is no rubric named “{name}”."), N_("Check the name, or add its file."), name=name)
    return load(path)


def across(rubric: Rubric, other_name: str, code: str) -> tuple[str, ...]:
    """Return the codes in the other rubric that a criterion, or a whole area, of this one speaks to; empty if none."""
    area = next((area for area in rubric.areas if area.code == code), None)
    codes = [each.code for each in area.criteria] if area else [code]
    there = rubric.crosswalk.get(other_name, {})
    return tuple(dict.fromkeys(other for each in codes for other in there.get(each, ())))


def carried(old: Rubric, new: Rubric) -> Mapping[str, tuple[str, ...]]:
    """Return code of the old edition → codes of the new one that take its place; what has none is left out.

    The new edition's `replaces` decides; a code that it does not name goes on under the same code, if that is there.
    """
    said = {**new.replaces.get("", {}), **new.replaces.get(old.name, {})}
    there = set(new.codes())
    found = {code: said.get(code, (code,) if code in there else ()) for code in old.codes()}
    return {code: codes for code, codes in found.items() if codes}


def check_crosswalk(rubric: Rubric, known: tuple[Rubric, ...]) -> None:
    """Raise BadFile when the rubric's crosswalk names a rubric, or a code of one, that `known` lacks."""
    file = f"{rubric.name}.toml"
    by_name = {each.name: each for each in known}
    for other_name, pairs in rubric.crosswalk.items():
        other = by_name.get(other_name)
        if other is None:
            _refuse(
                file,
                N_("The crosswalk of the rubric file {file} names the rubric “{what}”, which is not here."),
                what=other_name,
            )
        for code in (code for codes in pairs.values() for code in codes):
            if other.area_of(code) is None:
                _refuse(
                    file,
                    N_("The crosswalk of the rubric file {file} leads to “{what}”, which {other} lacks."),
                    what=code,
                    other=other_name,
                )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise BadFile(
            N_("The rubric file {file} cannot be read: {reason}."),
            N_("Check that it is there and that you may read it."),
            file=path.name,
            reason=problem.strerror,
        ) from problem
    except ValueError as problem:  # TOML and UTF-8 mistakes alike; the first names line and column
        _refuse(path.name, N_("The rubric file {file} is not TOML: {reason}."), cause=problem, reason=problem)


def _tables(path: Path, plain: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = plain.get(name)
    if not isinstance(found, list) or not found or not all(isinstance(each, dict) for each in found):
        _refuse(path.name, N_("In the rubric file {file}, a list “{what}” is missing or empty."), what=name)
    return found


def _area(path: Path, number: int, plain: Mapping[str, Any]) -> Area:
    code = _code(path, plain, f"area {number}")
    title = _title(path, plain.get("title"), code)
    rows = enumerate(_tables(path, plain, "criteria"), 1)
    return Area(code, title, tuple(_criterion(path, f"criterion {row} of {code}", each) for row, each in rows))


def _criterion(path: Path, place: str, plain: Mapping[str, Any]) -> Criterion:
    code = _code(path, plain, place)
    told = plain.get("descriptors", {})
    descriptors = {name: tuple(told[name]) for name in LANGUAGES if name in told} if isinstance(told, dict) else {}
    return Criterion(code, _title(path, {name: plain[name] for name in LANGUAGES if name in plain}, code), descriptors)


def _code(path: Path, plain: Mapping[str, Any], place: str) -> str:
    code = plain.get("code")
    if not isinstance(code, str) or not code.strip():
        _refuse(path.name, N_("In the rubric file {file}, {place} has no code."), place=place)
    return code


def _title(path: Path, plain: object, place: str) -> Mapping[str, str]:
    words = plain if isinstance(plain, dict) else {}
    for language in LANGUAGES:
        if not isinstance(words.get(language), str) or not words[language].strip():
            _refuse(
                path.name,
                N_("In the rubric file {file}, {place} has no title in {language}."),
                place=place,
                language=LANGUAGES[language],
            )
    return words


def _refuse_repeats(path: Path, areas: tuple[Area, ...]) -> None:
    seen: set[str] = set()
    for code in _codes(areas):
        if code in seen:
            line = _line_of(path, code)
            _refuse(
                path.name,
                N_("In the rubric file {file}, the code {code} is used twice, the second time in line {line}."),
                code=code,
                line=line,
            )
        seen.add(code)


def _codes(areas: tuple[Area, ...]) -> Iterator[str]:
    for area in areas:
        yield area.code
        yield from (each.code for each in area.criteria)


def _line_of(path: Path, code: str) -> int:
    declares = re.compile(rf"""code\s*=\s*["']{re.escape(code)}["']""")
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return max((number for number, line in lines if declares.search(line)), default=0)


def _crosswalk(path: Path, plain: object, areas: tuple[Area, ...]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    if not isinstance(plain, dict) or not all(isinstance(pairs, dict) for pairs in plain.values()):
        _refuse(path.name, N_("In the rubric file {file}, “{what}” is not a table of tables."), what="crosswalk")
    own = set(_codes(areas))
    for code in (code for pairs in plain.values() for code in pairs):
        if code not in own:
            _refuse(
                path.name,
                N_("The crosswalk of the rubric file {file} starts from “{what}”, which the file lacks."),
                what=code,
            )
    return {
        other: {code: tuple([there] if isinstance(there, str) else there) for code, there in pairs.items()}
        for other, pairs in plain.items()
    }


def _replaces(path: Path, plain: object, areas: tuple[Area, ...]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    if not isinstance(plain, dict) or not all(isinstance(pairs, dict) for pairs in plain.values()):
        _refuse(path.name, N_("In the rubric file {file}, “{what}” is not a table of tables."), what="replaces")
    found = {old: {code: tuple(here) for code, here in pairs.items()} for old, pairs in plain.items()}
    own = set(_codes(areas))
    for code in (code for pairs in found.values() for codes in pairs.values() for code in codes):
        if code not in own:
            _refuse(
                path.name, N_("In the rubric file {file}, “replaces” leads to “{what}”, which it lacks."), what=code
            )
    return found


def _refuse(file: str, message: str, cause: Exception | None = None, **values: object) -> NoReturn:
    raise BadFile(message, N_("Correct the file and load it again."), file=file, **values) from cause
