# SPDX-License-Identifier: MIT
"""Reads an authority's list of cases, CSV or XLSX, as rows of text with their places. What becomes of them: cases.py.

A formula is never computed: the value kept with it is taken, and where none was kept its cell is named.
"""

import csv
import re
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path

from resources.language import N_
from storage.errors import BadFile
from storage.imports.files import read_at_most
from storage.imports.sheets import decoded
from storage.job import Tick

MOST_BYTES = 48 * 1024 * 1024
MOST_UNPACKED = 600 * 1024 * 1024
"""Of a workbook, which is packed."""
MOST_ROWS = 200_000
_STEP = 2000
"""Rows between two words about progress."""

_HEADS: Mapping[str, str] = {
    "reference": "reference ref id identifier number case client cyfeirnod rhif",
    "age": "age oed",
    "legal": "legal order cyfreithiol",
    "status": "plan status category statws cynllun",
    "team": "team tîm tim",
    "worker": "worker employment gweithiwr",
    "area": "area ward locality patch ardal ward",
    "opened": "opened open start referral referred agorwyd",
    "reviewed": "reviewed review adolygiad",
    "supervised": "supervised supervision goruchwyliaeth",
}
"""Column → words that its head may hold, English and Welsh."""
_TEXTUAL = re.compile(r'="(.*)"', re.DOTALL)
"""How spreadsheets keep leading noughts in a CSV: ="00123"."""
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"))
_CONTROL = re.compile("[\x00-\x1f\x7f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds."""

    digest: str
    """SHA-256 of the file, hex."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As long as the head each."""
    numbers: tuple[int, ...]
    """Where each row stands in the file, from 1."""
    valueless: Mapping[tuple[int, int], str]
    """(row, column), both from 0 as in `rows` → why its cell has no value: "formula" or "error"."""
    columns: Mapping[str, int]
    """Column of cases.COLUMNS → where it seems to stand."""
    mixed: int = 0
    """Lines that were not in the encoding of the others."""

    def address(self, row: int, column: int) -> str:
        """Return how a spreadsheet calls a cell: "B14"."""
        return f"{letters(column)}{self.numbers[row]}"


def letters(column: int) -> str:
    """Return how a spreadsheet calls a column, from 0: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def read_table(path: Path, tick: Tick) -> Table:
    """Read an authority's list. Raise BadFile when it cannot be read, is too big, locked or of another kind."""
    data = read_at_most(path, MOST_BYTES, N_("Leave out the columns that are not needed."))
    return table_of(data, tick)


def table_of(data: bytes, tick: Tick) -> Table:
    """Return the rows in a file's bytes; what it is, is seen from them. Raise BadFile."""
    digest = sha256(data).hexdigest()
    if data.startswith(b"PK\x03\x04"):
        return _table(digest, _workbook(data, tick), 0)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise BadFile(
                N_("The workbook is locked by a password."),
                N_("Open it in its own program, save a copy without the password and choose that; delete it after."),
            )
        raise BadFile(
            N_("This file is of an older Office program."), N_("Save it as a workbook (.xlsx) or as CSV first.")
        )
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")):
        raise BadFile(N_("This file is no list."), N_("Ask for the list as a workbook (.xlsx) or as CSV."))
    text, mixed = _text(data)
    return _table(digest, _csv(text, tick), mixed)


def _text(data: bytes) -> tuple[str, int]:
    """Return the file's text, and how many lines were not in the encoding of the rest (pasted from elsewhere)."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4000]:
            return decoded(data), 0
        lines = data.split(b"\n")
        plain = [_is_utf8(line) for line in lines]
        # Where no line with more than ASCII is UTF-8 the whole file is in the other encoding, and nothing is mixed.
        if not any(good and not line.isascii() for good, line in zip(plain, lines, strict=True)):
            return decoded(data), 0
        whole = b"\n".join(line if good else decoded(line).encode() for good, line in zip(plain, lines, strict=True))
        return decoded(whole), plain.count(False)
    return decoded(data), 0


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


Raw = tuple[int, Sequence[str], frozenset[int]]
"""Number of the row in the file, its cells, those that are a formula without a value."""


def _csv(text: str, tick: Tick) -> Iterator[Raw]:
    first = text[:4000]
    delimiter = max(",;\t|", key=first.count)
    size = max(1, len(text))
    read = 0
    try:
        for number, row in enumerate(csv.reader(StringIO(text), delimiter=delimiter, strict=True), 1):
            read += sum(map(len, row)) + len(row)
            if number % _STEP == 0:
                tick(min(1.0, read / size))
            cells = [_uncovered(cell.strip()) for cell in row]
            yield number, cells, frozenset(at for at, cell in enumerate(cells) if cell.startswith("=") and cell != "=")
    except csv.Error as problem:
        raise BadFile(
            N_("The CSV file is damaged: a quotation mark stands in the wrong place, or a cell is too long."),
            N_("Save it again as CSV."),
        ) from problem


def _uncovered(cell: str) -> str:
    found = _TEXTUAL.fullmatch(cell) if cell.startswith("=") else None
    return found[1] if found else cell


_STUMBLES = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, EOFError),
    *(SyntaxError, zipfile.BadZipFile, zlib.error),
)
"""What the library raises when a file makes it stumble; a syntax error is the XML's."""


def _workbook(data: bytes, tick: Tick) -> Iterator[Raw]:
    """Yield the rows of a workbook's first sheet that has any. Raise BadFile."""
    has_formulas = _look_inside(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that a list does not need
            without = _formulas(data) if has_formulas else {}
            yield from _values(data, without, tick)
    except BadFile:
        raise
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
        zipfile.BadZipFile,
    ) as bad:
        # The library raises whatever the file makes it stumble over; a syntax error is the XML's.
        raise BadFile(
            N_("The workbook is damaged."), N_("Open it in its own program and save it again, or save it as CSV.")
        ) from bad


def _values(data: bytes, formulas: Mapping[int, frozenset[int]], tick: Tick) -> Iterator[Raw]:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            whole, any_row = max(1, sheet.max_row or 1), False
            sheet.reset_dimensions()
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                if number % _STEP == 0:
                    tick(min(1.0, number / whole))
                any_row = any_row or any(value is not None for value in row)
                at = formulas.get(number, frozenset())
                yield (
                    number,
                    [_cell(value) for value in row],
                    frozenset(each for each in at if each < len(row) and row[each] is None),
                )
            if any_row:
                return
    finally:
        book.close()


def _formulas(data: bytes) -> dict[int, frozenset[int]]:
    """Return row → columns that hold a formula, of the first sheet that has any row."""
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False)
    found: dict[int, frozenset[int]] = {}
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            any_row = False
            for number, row in enumerate(sheet.iter_rows(), 1):
                at = frozenset(column for column, cell in enumerate(row) if cell.data_type == "f")
                any_row = any_row or any(cell.value is not None for cell in row)
                if at:
                    found[number] = at
            if any_row:
                break
    finally:
        book.close()
    return found


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _look_inside(data: bytes) -> bool:
    """Say whether the workbook may hold formulas. Raise BadFile when it is none, or holds too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise BadFile(N_("The workbook holds too much."), N_("Leave out the columns that are not needed."))
            if "xl/workbook.xml" not in names:
                raise BadFile(N_("This file is no list."), N_("Ask for the list as a workbook (.xlsx) or as CSV."))
            sheets = [name for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
            return any(re.search(rb"<(?:\w+:)?f[ >/]", packed.read(name)) for name in sheets)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as problem:
        raise BadFile(
            N_("The workbook is damaged."), N_("Open it in its own program and save it again, or save it as CSV.")
        ) from problem


def _table(digest: str, raw: Iterator[Raw], mixed: int) -> Table:
    head: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    valueless: dict[tuple[int, int], str] = {}
    for number, cells, formulas in raw:
        row = tuple(_tidy(cell) for cell in cells)
        if not any(row) and not formulas:
            continue
        if not head:
            if _is_head(row) or number > _TITLES:
                head = _trimmed(row)
            continue
        if len(rows) >= MOST_ROWS:
            raise BadFile(N_("The file holds more than {limit} cases."), N_("Ask for a shorter list."), limit=MOST_ROWS)
        wide = len(head)
        for at, cell in enumerate(row[:wide]):
            if at in formulas or cell in _ERRORS:
                valueless[len(rows), at] = "formula" if at in formulas else "error"
        rows.append((row + ("",) * (wide - len(row)))[:wide])
        numbers.append(number)
    if not rows:
        raise BadFile(
            N_("The list has no rows below its head."), N_("The first line names the columns, each case has a line.")
        )
    return Table(digest, head, tuple(rows), tuple(numbers), valueless, guessed(head), mixed)


_TITLES = 10
"""Lines with one cell at most that may stand above the head."""


def _is_head(row: tuple[str, ...]) -> bool:
    told = [cell for cell in row if cell]
    return len(told) > 1 or (len(told) == 1 and len(told[0].split()) <= 2 and bool(guessed(row)))


def _trimmed(head: tuple[str, ...]) -> tuple[str, ...]:
    while head and not head[-1]:
        head = head[:-1]
    return head


def _tidy(cell: str) -> str:
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    return " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", cell)).split())


def guessed(head: Sequence[str]) -> dict[str, int]:
    """Return where each column seems to stand, by the words of its head; a head that speaks of names is none."""
    found: dict[str, int] = {}
    said = [set(re.findall(r"[^\W\d_]+", title.casefold())) for title in head]
    for column, words in _HEADS.items():
        known = set(words.split())
        at = next(
            (
                at
                for at, each in enumerate(said)
                if at not in found.values() and each & known and not _names(each) and _is_for(column, each)
            ),
            -1,
        )
        if at >= 0:
            found[column] = at
    return found


_PERSONAL = frozenset(
    (
        *("surname", "forename", "forenames", "firstname", "lastname", "initials", "dob", "birth", "birthday"),
        *("address", "postcode", "cyfenw", "geni", "cyfeiriad"),
    )
)
_OF_A_PLACE = frozenset(
    ("team", "ward", "area", "locality", "patch", "service", "office", "plan", "tîm", "tim", "ardal")
)
_DATED = frozenset(("date", "last", "dyddiad", "opened", "reviewed", "supervised", "when"))


def is_personal(title: str) -> bool:
    """Say whether a column's head speaks of names, birthdays or addresses: such a column is never read."""
    return _names(set(re.findall(r"[^\W\d_]+", title.casefold())))


def _names(said: set[str]) -> bool:
    return bool(said & _PERSONAL) or bool(said & {"name", "names", "enw", "enwau"} and not said & _OF_A_PLACE)


def _is_for(column: str, said: set[str]) -> bool:
    """Keep “Review status” from being a date, and “Date of plan” from being a status."""
    if column in ("reviewed", "supervised"):
        return bool(said & _DATED) or len(said) == 1
    return column in ("opened", "reference") or not said & _DATED
