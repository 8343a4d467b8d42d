# SPDX-License-Identifier: MIT
"""Reads rows of notes from text, CSV and Word files. What becomes of them is notes.py's.

Everything is only words here: a formula stays the text it is written as, nothing is ever computed or followed.
"""

import csv
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path

from resources.language import N_
from storage.errors import BadFile
from storage.imports.dates import STYLES, read_day, read_time
from storage.imports.files import read_at_most
from storage.queries.session_codes import CODE

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
"""Of a Word file, which is packed."""
MOST_ROWS = 2000

COLUMNS = {
    "text": N_("What was said or seen"),
    "date": N_("Date"),
    "time": N_("Time"),
    "session": N_("Session"),
    "role": N_("Who, by role"),
    "case": N_("Case"),
    "areas": N_("Areas"),
    "polarity": N_("Strength or weakness"),
    "kind": N_("Kind of source"),
    "author": N_("Written by"),
}
"""Column → what it holds. A file needs the first."""

_HEADS: Mapping[str, str] = {
    "text": "text note notes words evidence nodyn nodiadau testun tystiolaeth",
    "date": "date day when dyddiad diwrnod pryd",
    "time": "time amser",
    "session": "session code sesiwn cod",
    "role": "role who source speaker rôl pwy ffynhonnell",
    "case": "case child achos",
    "areas": "area areas criterion criteria code(s) maes meysydd",
    "polarity": "strength polarity rating cryfder",
    "kind": "kind type math",
    "author": "author inspector awdur arolygydd",
}
"""Column → words that its head may begin with, English and Welsh."""
_LINE = re.compile(r"(\d{1,2}[:.]\d{2})\s+(?:([^\W\d][^:.!?\n]{1,40}): )?(.+)", re.DOTALL)
"""A note of the printed forms typed up: "09:40 Social worker C: words"."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds, as rows of text."""

    digest: str
    """SHA-256 of the file, hex."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As long as the head each."""
    columns: Mapping[str, int]
    """Column of COLUMNS → where it seems to stand in a row."""
    is_mapped: bool
    """True where the columns are somebody's guess that a person should look at: a CSV."""


def read_sheet(path: Path) -> Sheet:
    """Read rows of notes from a file. Raise BadFile when it cannot be read, is too big or of another kind."""
    data = read_at_most(path, MOST_BYTES, N_("Split it, or save it without pictures."))
    return sheet_of(data, path.suffix.lower())


def sheet_of(data: bytes, suffix: str) -> Sheet:
    """Return the rows in a file's bytes; what it is, is seen from them, text or CSV from the suffix. Raise BadFile."""
    digest = sha256(data).hexdigest()
    if data.startswith(b"PK\x03\x04"):
        return _ruled(digest, _word(data))
    for start, trouble in _NOT_THESE.items():
        if data.startswith(start):
            raise BadFile(trouble, N_("Save it as Word (.docx), CSV or plain text first."))
    text = decoded(data)
    if suffix in (".csv", ".tsv"):
        return _csv(digest, text)
    return _ruled(digest, _lines(text))


_NOT_THESE = {
    b"%PDF": N_("This is a PDF; notes cannot be read from it."),
    b"\xd0\xcf\x11\xe0": N_("This file is of an older Office program."),
    b"{\\rtf": N_("This is a rich text file."),
    b"\x89PNG": N_("This is a picture."),
    b"\xff\xd8\xff": N_("This is a picture."),
}


def decoded(data: bytes) -> str:
    """Return text from UTF-8, UTF-16 or Windows-1252 bytes, composed, lines ended by \\n. Raise BadFile for others."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        tidy = text.replace("\r\n", "\n").replace("\r", "\n")
        if "\x00" not in text and len(_CONTROL.findall(tidy)) <= 2 + len(tidy) // 50:
            return _tidy(tidy)
    raise BadFile(N_("This file is no text that can be read."), N_("Save it as plain text (UTF-8) or CSV."))


def _encodings(data: bytes) -> Sequence[str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\x00" in data[:4000]:
        return ("utf-16-le", "utf-16-be") if data[1:2] == b"\x00" else ("utf-16-be", "utf-16-le")
    return ("utf-8-sig", "cp1252")


def _tidy(text: str) -> str:
    return _CONTROL.sub(" ", unicodedata.normalize("NFC", text))


def _csv(digest: str, text: str) -> Sheet:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        lines = [
            row for row in csv.reader(StringIO(text), delimiter=delimiter, strict=True) if any(map(str.strip, row))
        ]
    except csv.Error as problem:
        raise BadFile(
            N_("The CSV file is damaged: a quotation mark stands in the wrong place, or a cell is too long."),
            N_("Save it again as CSV."),
        ) from problem
    if len(lines) < 2:
        raise BadFile(N_("The CSV file has no rows below its head."), N_("Its first line names the columns."))
    wide = max(map(len, lines))
    head, *rows = (tuple(cell.strip() for cell in row) + ("",) * (wide - len(row)) for row in lines)
    return Sheet(digest, head, _few(rows), guessed(head), is_mapped=True)


def guessed(head: Sequence[str]) -> dict[str, int]:
    """Return where each column seems to stand, by the words its head begins with."""
    found: dict[str, int] = {}
    for at, title in enumerate(head):
        words = title.lower().replace(",", " ").replace("_", " ").split()
        whole = " ".join(words)
        for column, names in _HEADS.items():
            named = any(word in names.split() for word in words[:1])
            if (named or whole == COLUMNS[column].lower().replace(",", "")) and column not in found:
                found[column] = at
                break
    return found


def _few(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    if len(rows) > MOST_ROWS:
        raise BadFile(N_("The file holds more than {limit} notes."), N_("Split it."), limit=MOST_ROWS)
    return tuple(rows)


def _ruled(digest: str, rows: Iterable[Mapping[str, str]]) -> Sheet:
    """Return rows that know their columns as a sheet that needs no mapping. Raise BadFile when there are none."""
    listed = [tuple(row.get(column, "") for column in COLUMNS) for row in rows]
    if not listed:
        raise BadFile(N_("There are no words in the file."), N_("Choose another."))
    return Sheet(digest, tuple(COLUMNS), _few(listed), {name: at for at, name in enumerate(COLUMNS)}, is_mapped=False)


def _lines(text: str) -> Iterable[dict[str, str]]:
    """Yield notes of running text: a blank line or a time begins one; a session's code or a day alone is for all below.

    An indented or plain line that follows goes on with the note.
    """
    session = day = ""
    for block in re.split(r"\n\s*\n", text):
        note: dict[str, str] = {}
        for line in filter(None, map(str.strip, block.split("\n"))):
            timed = _LINE.fullmatch(line)
            if CODE.fullmatch(line):
                session = line
            elif any(read_day(line, style) for style in STYLES):
                day = line
            elif timed and read_time(timed[1]) is not None:
                if note:
                    yield note
                note = {"time": timed[1], "role": timed[2] or "", "text": timed[3], "session": session, "date": day}
            elif note:
                note["text"] += f"\n{line}"
            else:
                note = {"text": line, "session": session, "date": day}
        if note:
            yield note


def _word(data: bytes) -> Iterable[dict[str, str]]:
    """Yield notes of a Word file: a paragraph each, or a table's row each. Raise BadFile."""
    import docx
    from docx.table import Table

    must_be_word(data)
    try:
        document = docx.Document(BytesIO(data))
        parts = list(document.iter_inner_content())
        told: list[str | list[list[str]]] = [
            [[cell.text for cell in row.cells] for row in part.rows] if isinstance(part, Table) else part.text
            for part in parts
        ]
    except Exception as problem:  # the library raises whatever the file makes it stumble over
        raise BadFile(N_("The Word file is damaged."), N_("Open it in Word and save it again.")) from problem
    yield from _lines("\n\n".join(_tidy(each) for each in told if isinstance(each, str)))
    for table in told:
        if isinstance(table, list) and table:
            yield from _table([[_tidy(cell).strip() for cell in row] for row in table])


def _table(rows: Sequence[Sequence[str]]) -> Iterable[dict[str, str]]:
    columns = guessed(rows[0])
    for row in rows[1:] if "text" in columns else rows:
        cells = {name: row[at] for name, at in columns.items() if at < len(row)} if "text" in columns else {}
        words = cells.get("text") or ("" if cells else " · ".join(filter(None, dict.fromkeys(row))))
        if words:
            yield {**cells, "text": words}


def must_be_word(data: bytes) -> None:
    """Raise BadFile for what is no Word document, or unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
            unpacked = sum(each.file_size for each in packed.infolist())
    except zipfile.BadZipFile as problem:
        raise BadFile(N_("The Word file is damaged."), N_("Open it in Word and save it again.")) from problem
    if "word/document.xml" not in names:
        raise BadFile(
            N_("This is no Word document."),
            N_("A spreadsheet comes in as CSV: in its program choose Save as, CSV (UTF-8)."),
        )
    if unpacked > MOST_UNPACKED:
        raise BadFile(N_("The Word file holds too much."), N_("Save it without pictures."))
