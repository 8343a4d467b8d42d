# SPDX-License-Identifier: MIT
"""What will become of an authority's list of cases: which columns are read, what cannot be, what stands there twice.

Only the fields of population.FIELDS are ever read. Reading files is case_files.py's, bringing in cases_in.py's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.language import N_
from storage.errors import BadFile
from storage.imports.case_files import Table, is_personal
from storage.imports.dates import STYLES, part_day_and_time, read_day, style_of
from storage.job import Tick
from storage.model.population import DATES, FIELDS, GROUPS

COLUMNS = {"reference": N_("Case reference"), **FIELDS}
"""Column that may be read → its name. A list needs the first; there is none for a name."""
LONGEST = 60
"""Characters of a value: more is a text, and texts tell of people."""
_MANY = 20
"""Cases below which a column with a different value for each says nothing about it."""
_STEP = 2000
_AGE = re.compile(r"(\d{1,2})(?:\.0)?(?: ?(?:years?|yrs?|oed))?", re.IGNORECASE)
_BANDS = ((0, "0"), (4, "1-4"), (9, "5-9"), (15, "10-15"), (17, "16-17"))


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody says of a list."""

    columns: Mapping[str, int]
    """Column of COLUMNS → where it stands."""
    style: str = ""
    """How its dates are written, one of dates.STYLES; empty: found out where the dates tell."""
    merge: bool = False
    """True: rows with one reference become one case, the first row's values first. False: such a list is refused."""
    leave_out: bool = False
    """True: rows that cannot be read are left out. False: such a list is refused."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be read."""

    row: int
    """In the file, from 1."""
    address: str
    """As a spreadsheet calls it: "B14"."""
    words: str
    """A gettext key with {cell}; it never holds what stands there."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Rows with one reference. Shown to whoever brings the list in, kept nowhere."""

    reference: str
    rows: tuple[int, ...]
    differs: bool
    """True when they do not say the same of the case."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What will become of a list."""

    fields: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The reference, then a value for each field."""
    problems: tuple[Problem, ...]
    duplicates: tuple[Duplicate, ...]
    style: str
    """Empty: the dates make sense in two ways, somebody must say."""
    choices: Choices
    digest: str
    left_out: int = 0
    merged: int = 0

    @property
    def is_ready(self) -> bool:
        """Say whether it can be brought in as it is."""
        settled = (self.choices.merge or not self.duplicates) and (self.choices.leave_out or not self.problems)
        return bool(self.style and self.rows and settled)


NO_REFERENCE = N_("{cell}: the case has no reference.")
NO_VALUE = N_("{cell}: a formula whose result is not kept in the file.")
NO_CELL = N_("{cell}: the sheet shows an error here.")
NO_DAY = N_("{cell}: this is no day that can be read.")
TOO_LONG = N_("{cell}: more than {limit} characters; a text may tell of people.")


def plan(table: Table, choices: Choices, tick: Tick) -> Planned:
    """Return what will become of a list; nothing is recorded. Raise BadFile when a column is missing or not to be read.

    Pure and slow: 50,000 rows take about a second. Call it off the main thread.
    """
    columns = {name: at for name, at in choices.columns.items() if name in COLUMNS and 0 <= at < len(table.head)}
    if "reference" not in columns:
        raise BadFile(
            N_("No column of the list is known to hold the case reference."),
            N_("Say which it is; without it cases cannot be told apart."),
        )
    fields = tuple(name for name in FIELDS if name in columns)
    _refuse_persons(table, columns, fields)
    style = choices.style or _style(table, columns)
    read = _Rows(table, columns, fields, style or "day_first")
    for at in range(len(table.rows)):
        if at % _STEP == 0:
            tick(at / len(table.rows))
        read.read(at)
    _refuse_lists_of_persons(fields, read.rows)
    counts = {"left_out": read.left_out, "merged": read.merged}
    return Planned(
        fields, tuple(read.rows), tuple(read.problems), read.duplicates(), style, choices, table.digest, **counts
    )


class _Rows:
    """The rows of a list as they are read."""

    def __init__(self, table: Table, columns: Mapping[str, int], fields: tuple[str, ...], style: str) -> None:
        self._table, self._columns, self._fields, self._style = table, columns, fields, style
        self.rows: list[tuple[str, ...]] = []
        self.problems: list[Problem] = []
        self.left_out = self.merged = 0
        self._where: dict[str, int] = {}
        self._numbers: dict[str, list[int]] = {}
        self._differing: set[str] = set()
        self._known: dict[tuple[str, str], str | None] = {}

    def read(self, at: int) -> None:
        """Read one row: a case, more of a case, or a problem."""
        row = self._table.rows[at]
        before = len(self.problems)
        reference = self._reference(at, row)
        values = tuple(self._value(at, row, field) for field in self._fields)
        if len(self.problems) > before:
            self.left_out += 1
            return
        same = folded(reference)
        self._numbers.setdefault(same, []).append(self._table.numbers[at])
        if same in self._where:
            self._merge(same, values)
        else:
            self._where[same] = len(self.rows)
            self.rows.append((reference, *values))

    def duplicates(self) -> tuple[Duplicate, ...]:
        """Return the references that stand in several rows."""
        return tuple(
            Duplicate(self.rows[self._where[same]][0], tuple(numbers), same in self._differing)
            for same, numbers in self._numbers.items()
            if len(numbers) > 1
        )

    def _merge(self, same: str, values: tuple[str, ...]) -> None:
        self.merged += 1
        reference, *first = self.rows[self._where[same]]
        if any(one and other and one != other for one, other in zip(first, values, strict=True)):
            self._differing.add(same)
        self.rows[self._where[same]] = (
            reference,
            *(one or other for one, other in zip(first, values, strict=True)),
        )

    def _reference(self, at: int, row: Sequence[str]) -> str:
        column = self._columns["reference"]
        if self._is_lost(at, column):
            return ""
        if not row[column]:
            self._problem(at, column, NO_REFERENCE)
        return row[column]

    def _value(self, at: int, row: Sequence[str], field: str) -> str:
        column = self._columns[field]
        if self._is_lost(at, column):
            return ""
        text = row[column]
        if (field, text) not in self._known:
            self._known[field, text] = _day(text, self._style) if field in DATES else _word(field, text)
        value = self._known[field, text]
        if value is None:
            self._problem(at, column, NO_DAY if field in DATES else TOO_LONG)
        return value or ""

    def _is_lost(self, at: int, column: int) -> bool:
        why = self._table.valueless.get((at, column))
        if why:
            self._problem(at, column, NO_VALUE if why == "formula" else NO_CELL)
        return bool(why)

    def _problem(self, at: int, column: int, words: str) -> None:
        self.problems.append(Problem(self._table.numbers[at], self._table.address(at, column), words))


def folded(reference: str) -> str:
    """Return a reference as it is compared: “ab 12” is “AB12”."""
    return "".join(reference.casefold().split())


def band(text: str) -> str:
    """Return the age band of an age in years, or a band as it is given."""
    found = _AGE.fullmatch(text)
    if not found:
        return re.sub(r"\s*[–—-]\s*|\s+to\s+", "-", text)
    return next((name for most, name in _BANDS if int(found[1]) <= most), "18+")


def _word(field: str, text: str) -> str | None:
    return None if len(text) > LONGEST else band(text) if field == "age" else text


def _day(text: str, style: str) -> str | None:
    if not text:
        return ""
    day = read_day(part_day_and_time(text)[0], style)
    return day.isoformat() if day else None


def _style(table: Table, columns: Mapping[str, int]) -> str:
    texts = {row[columns[field]] for field in DATES if field in columns for row in table.rows}
    days = [part_day_and_time(text)[0] for text in texts]
    return style_of(day for day in days if any(read_day(day, style) for style in STYLES))


def _refuse_persons(table: Table, columns: Mapping[str, int], fields: Sequence[str]) -> None:
    for name in ("reference", *fields):
        if is_personal(table.head[columns[name]]):
            raise BadFile(
                N_("The column chosen for “{field}” speaks of names, birthdays or addresses: it is not read."),
                N_("Choose another column, or none."),
                field=COLUMNS[name],
            )
    if "age" in fields:
        ages = {row[columns["age"]] for row in table.rows} - {""}
        if any(read_day(part_day_and_time(age)[0], style) for age in list(ages)[:500] for style in STYLES):
            raise BadFile(
                N_("The column chosen for the age band holds dates; birthdays are not read."),
                N_("Ask for ages or age bands, kept as text so that no program turns “5-9” into a day."),
            )


def _refuse_lists_of_persons(fields: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Refuse a column that says something different of nearly every case: it may name people."""
    for at, field in enumerate(fields, 1):
        if field in GROUPS and len(rows) >= _MANY:
            different = len({row[at] for row in rows} - {""})
            if different > max(_MANY, len(rows) // 4) or different * 2 > len(rows):
                raise BadFile(
                    N_("The column chosen for “{field}” says something different of nearly every case."),
                    N_("It may name people: choose another column, or none."),
                    field=COLUMNS[field],
                )
