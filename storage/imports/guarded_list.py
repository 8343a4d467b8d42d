# SPDX-License-Identifier: MIT
"""The private list of names out of a text or CSV file: a person a line. What it is looked for in: reports/checks."""

import csv
from pathlib import Path

from resources.language import N_
from storage.errors import BadFile
from storage.imports.sheets import decoded

MOST_BYTES = 2_000_000
_PARTS = ";\t,"


def read_names(path: Path) -> list[str]:
    """Return the lines of a list, the cells of a table parted by semicolons.

    Raise BadFile when it cannot be read, is no text, or is far too large for one visit's list.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as problem:
        raise BadFile(N_("The file cannot be read."), N_("Look whether it is still there.")) from problem
    if data is None:
        raise BadFile(N_("The file is far too large for a list of names."), N_("Keep one person a line."))
    if data.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise BadFile(N_("This file is no text that can be read."), N_("Save it as plain text (UTF-8) or CSV."))
    return lines_of(decoded(data), path.suffix.lower() in (".csv", ".tsv"))


def lines_of(text: str, is_table: bool) -> list[str]:
    """Return a list's lines; of a table each row with its cells parted by semicolons."""
    if not is_table:
        return [line.strip() for line in text.splitlines() if line.strip()]
    part = max(_PARTS, key=text.count)
    rows = csv.reader(text.splitlines(), delimiter=part)
    return ["; ".join(cell.strip() for cell in row if cell.strip()) for row in rows if any(row)]
