# SPDX-License-Identifier: MIT
"""Lists of names out of files: lines as they are, rows with their cells parted, anything else refused."""

from datetime import date
from io import BytesIO
from pathlib import Path
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

import openpyxl
import pytest

from storage.errors import BadFile
from storage.imports.guarded_list import MOST_BYTES, read_names, reading_names
from storage.job import run_now
from storage.store import Store


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_lines_are_kept_as_they_are(tmp_path: Path) -> None:
    data = "Pritchard, Megan; 2009-03-04\r\n\r\nSiân Rees\r\n".encode("cp1252")
    assert read_names(_file(tmp_path, "list.txt", data)) == ["Pritchard, Megan; 2009-03-04", "Siân Rees"]


@pytest.mark.parametrize("part", [",", ";", "\t"])
def test_the_cells_of_a_table_are_parted_by_semicolons(part: str, tmp_path: Path) -> None:
    data = part.join(("Megan Pritchard", "2009-03-04", "WX-20431")).encode() + b"\n" + (part * 2).encode()
    assert read_names(_file(tmp_path, "list.csv", data)) == ["Megan Pritchard; 2009-03-04; WX-20431"]


def test_what_columns_are_called_is_no_name(tmp_path: Path) -> None:
    data = b"Enw,Dyddiad geni\nMegan Pritchard,2009-03-04\nCase,Rees\n"
    assert read_names(_file(tmp_path, "list.csv", data)) == ["Megan Pritchard; 2009-03-04", "Case; Rees"]


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Name", "Date of birth", "Ref"), ("Megan Pritchard", date(2009, 3, 4), 20431.0), (None, None, None)):
        book.active.append(row)
    book.create_sheet("Staff").append(("Siân Rees", "Team 2"))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_every_sheet_of_a_workbook_is_read_dates_as_days(tmp_path: Path, store: Store) -> None:
    path = _file(tmp_path, "list.xlsx", _workbook())
    assert read_names(path) == ["Megan Pritchard; 2009-03-04; 20431", "Siân Rees; Team 2"]
    assert run_now(reading_names(path), store) == read_names(path)


def test_a_damaged_workbook_and_a_word_file_are_refused(tmp_path: Path) -> None:
    broken = BytesIO(_workbook())
    with ZipFile(broken, "a") as packed, catch_warnings():
        simplefilter("ignore")  # the part is there twice on purpose
        packed.writestr("xl/workbook.xml", "<broken")
    word = BytesIO()
    with ZipFile(word, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    with pytest.raises(BadFile, match="damaged"):
        read_names(_file(tmp_path, "list.xlsx", broken.getvalue()))
    with pytest.raises(BadFile, match="no text"):
        read_names(_file(tmp_path, "list.xlsx", word.getvalue()))


@pytest.mark.parametrize("data", [b"PK\x03\x04zip", b"%PDF-1.7", b"\x00\x01\x02" * 400, b"a" * (MOST_BYTES + 1)])
def test_what_is_no_list_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        read_names(_file(tmp_path, "list.txt", data))


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        read_names(tmp_path / "gone.txt")
