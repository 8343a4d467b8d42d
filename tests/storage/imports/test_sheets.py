# SPDX-License-Identifier: MIT
"""Files become rows of plain words: encodings, CSV, typed-up forms, Word; what is none of these is refused clearly."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from storage.errors import BadFile
from storage.imports.sheets import MOST_BYTES, MOST_ROWS, Sheet, decoded, guessed, read_sheet, sheet_of

WELSH = "Mae’r tîm yn cwrdd: ŵyn, ŷd."


def _cells(sheet: Sheet, name: str) -> list[str]:
    return [row[sheet.columns[name]] for row in sheet.rows]


def _word(*paragraphs: str, table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for at, row in enumerate(table):
            for below, cell in enumerate(row):
                made.cell(at, below).text = cell
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_welsh_survives_every_unicode_encoding(encoding: str) -> None:
    assert decoded(WELSH.encode(encoding)) == WELSH


def test_windows_text_is_read_and_letters_are_composed() -> None:
    assert decoded("Café – “yes”".encode("cp1252")) == "Café – “yes”"
    assert decoded("w\u0302\r\nx\ry\x0bz and more words".encode()) == "ŵ\nx\ny z and more words"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x81\x8d" * 9, b"a\x00b\x00\x00\x00"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        decoded(data)


def test_a_csv_keeps_its_words_and_guesses_its_columns() -> None:
    text = 'Date;Time;Who;Note;Areas\n10/07/2018;09:40;Social worker C;"Words; with ""quotes""\nand a line";QA1\n'
    sheet = sheet_of(text.encode("utf-16"), ".csv")
    assert sheet.columns == {"date": 0, "time": 1, "role": 2, "text": 3, "areas": 4}
    assert _cells(sheet, "text") == ['Words; with "quotes"\nand a line']
    assert sheet.is_mapped


def test_a_formula_is_only_words() -> None:
    sheet = sheet_of(b'text,date\n"=HYPERLINK(""http://example.org"")",@SUM(A1)\n', ".csv")
    assert _cells(sheet, "text") == ['=HYPERLINK("http://example.org")']
    assert _cells(sheet, "date") == ["@SUM(A1)"]


def test_welsh_heads_are_known_and_short_rows_are_filled() -> None:
    assert guessed(("Dyddiad", "Amser", "Nodyn", "Weather")) == {"date": 0, "time": 1, "text": 2}
    assert sheet_of(b"Nodyn,Dyddiad\nGeiriau\n", ".csv").rows == (("Geiriau", ""),)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b'text\n"never closed\n', ".csv"),
        (b"text\n", ".csv"),
        (b"", ".txt"),
        (b" \n\n ", ".txt"),
        (b"%PDF-1.7", ".txt"),
        (b"\xd0\xcf\x11\xe0 old", ".doc"),
        (b"{\\rtf1", ".rtf"),
        (b"PK\x03\x04 broken", ".docx"),
        (b"text\n" + b"words\n" * (MOST_ROWS + 1), ".csv"),
        (b"text\n" + b"x" * 200_000, ".csv"),
    ],
)
def test_other_files_are_refused_in_a_sentence(data: bytes, suffix: str) -> None:
    with pytest.raises(BadFile) as refused:
        sheet_of(data, suffix)
    assert str(refused.value).endswith(".")


def test_a_spreadsheet_is_refused_with_advice() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(BadFile, match="CSV"):
        sheet_of(file.getvalue(), ".xlsx")


def test_a_word_file_that_unpacks_too_far_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", " " * (61 * 1024 * 1024))
    with pytest.raises(BadFile, match="too much"):
        sheet_of(file.getvalue(), ".docx")


def test_a_damaged_word_file_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<broken")
    with pytest.raises(BadFile, match="damaged"):
        sheet_of(file.getvalue(), ".docx")


def test_a_typed_up_form_is_read_by_its_codes_and_times() -> None:
    text = (
        "S02\n09:40 Social worker C: First words #QA1\ngoing on.\n9.55 Second words.\n\n10 July 2018\nA third\nnote.\n"
    )
    sheet = sheet_of(text.encode(), ".txt")
    assert _cells(sheet, "text") == ["First words #QA1\ngoing on.", "Second words.", "A third\nnote."]
    assert _cells(sheet, "time") == ["09:40", "9.55", ""]
    assert _cells(sheet, "role") == ["Social worker C", "", ""]
    assert _cells(sheet, "session") == ["S02", "S02", "S02"]
    assert _cells(sheet, "date") == ["", "", "10 July 2018"]
    assert not sheet.is_mapped


def test_a_word_file_gives_a_note_a_paragraph_and_a_note_a_row() -> None:
    data = _word("S01", "09:40 First.", "", "Second.", table=[["Time", "Note"], ["11:00", "In a table."]])
    sheet = sheet_of(data, ".docx")
    assert _cells(sheet, "text") == ["First.", "Second.", "In a table."]
    assert _cells(sheet, "time") == ["09:40", "", "11:00"]


def test_a_table_without_a_known_head_loses_no_words() -> None:
    assert _cells(sheet_of(_word(table=[["a", "b"], ["c", "d"]]), ".docx"), "text") == ["a · b", "c · d"]


def test_a_file_that_is_too_big_or_gone_is_told(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"x" * (MOST_BYTES + 1))
    with pytest.raises(BadFile, match="larger than 5 MB"):
        read_sheet(big)
    with pytest.raises(BadFile, match="cannot be read"):
        read_sheet(tmp_path / "gone.txt")
