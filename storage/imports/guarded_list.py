# SPDX-License-Identifier: MIT
"""The private list of names out of a text, CSV or Excel file: a person a line. What it is for: reports/checks."""

import csv
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from resources.language import N_
from storage.errors import BadFile
from storage.imports.sheets import decoded
from storage.job import Job, Tick
from storage.media import MOST_UNPACKED
from storage.store import Store

MOST_BYTES = 2_000_000
_PARTS = ";\t,"
_HEADS = frozenset(
    (
        *("name", "names", "full name", "first name", "forename", "given name", "last name", "surname", "family name"),
        *("child", "person", "born", "birth", "dob", "d.o.b.", "date of birth", "birthday", "address", "postcode"),
        *("reference", "ref", "case", "case reference", "id", "number", "team", "role", "worker", "social worker"),
        *("enw", "enwau", "enw llawn", "enw cyntaf", "cyfenw", "plentyn", "person", "ganwyd", "dyddiad geni"),
        *("cyfeiriad", "cod post", "cyfeirnod", "rhif", "tîm", "rôl", "gweithiwr cymdeithasol"),
    )
)
"""What the first row of a table calls its columns, English and Welsh: nobody is called so."""


def reading_names(path: Path) -> Job[Store, None, list[str], list[str]]:
    """Return the Job that reads a list away from the screen. Raise as `read_names`."""

    def work(_nothing: None, _tick: Tick) -> list[str]:
        return read_names(path)

    return Job(lambda _store: None, work, lambda _store, made: made)


def read_names(path: Path) -> list[str]:
    """Return the lines of a list, the cells of a table parted by semicolons.

    Raise BadFile when it cannot be read, is no list, or is far too large for one visit's.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as problem:
        raise BadFile(N_("The file cannot be read."), N_("Look whether it is still there.")) from problem
    if data is None:
        raise BadFile(N_("The file is far too large for a list of names."), N_("Keep one person a line."))
    if data.startswith(b"PK\x03\x04"):
        return _lines(_workbook(data))
    if data.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise BadFile(N_("This file is no text that can be read."), N_("Save it as plain text (UTF-8) or CSV."))
    return lines_of(decoded(data), path.suffix.lower() in (".csv", ".tsv"))


def lines_of(text: str, is_table: bool) -> list[str]:
    """Return a list's lines; of a table each row with its cells parted by semicolons, without the names of columns."""
    if not is_table:
        return [line.strip() for line in text.splitlines() if line.strip()]
    part = max(_PARTS, key=text.count)
    return _lines(csv.reader(text.splitlines(), delimiter=part))


def _lines(rows: Iterable[Iterable[str]]) -> list[str]:
    told = []
    for row in rows:
        cells = [cell.strip() for cell in row if cell.strip()]
        if cells and not all(" ".join(cell.lower().split()) in _HEADS for cell in cells):
            told.append("; ".join(cells))
    return told


def _workbook(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of all sheets of a workbook: staff often stand on a second one. Raise BadFile."""
    import openpyxl  # takes long to come

    _must_be_workbook(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that a list does not need
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()
                for row in sheet.iter_rows(values_only=True):
                    yield [_cell(each) for each in row]
            book.close()
    except Exception as problem:  # the library raises whatever the file makes it stumble over
        raise BadFile(
            N_("The workbook is damaged."), N_("Open it in its own program and save it again, or save it as CSV.")
        ) from problem


def _must_be_workbook(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
            is_one = "xl/workbook.xml" in packed.namelist()
    except zipfile.BadZipFile:
        unpacked, is_one = 0, False
    if not is_one:
        raise BadFile(
            N_("This file is no text that can be read."),
            N_("Choose a workbook (.xlsx), or save it as plain text (UTF-8) or CSV."),
        )
    if unpacked > MOST_UNPACKED:
        raise BadFile(N_("The file is far too large for a list of names."), N_("Keep one person a line."))


def _cell(value: object) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
