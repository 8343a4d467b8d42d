# SPDX-License-Identifier: MIT
"""An authority's list is read whatever it was saved as; what is no list says so in a sentence."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from storage.errors import BadFile
from storage.imports.case_files import guessed, is_personal, letters, read_table, table_of
from storage.job import Cancelled
from tests.case_lists import HEAD, as_csv, as_xlsx, quiet, some_rows

MORNING = datetime.fromisoformat("2018-06-01T09:30")
"""As a workbook keeps a moment: without a zone."""
WELSH = "Cyfeirnod;Oed;Tîm\r\nLA/1;4;Tŷ Gwyn\r\nLA/2;11;Dwyrain\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_list_is_read_in_any_encoding(encoding: str) -> None:
    table = table_of(WELSH.encode(encoding), quiet)
    assert table.head == ("Cyfeirnod", "Oed", "Tîm")
    assert table.rows == (("LA/1", "4", "Tŷ Gwyn"), ("LA/2", "11", "Dwyrain"))
    assert table.mixed == 0


def test_windows_text_is_read() -> None:
    table = table_of("Reference,Team\r\nLA/1,Tîm Môn – gogledd\r\n".encode("cp1252"), quiet)
    assert table.rows == (("LA/1", "Tîm Môn – gogledd"),)
    assert table.mixed == 0


def test_lines_pasted_from_another_encoding_are_read_and_counted() -> None:
    data = "Reference,Team\nLA/1,Tŷ Gwyn\n".encode() + "LA/2,Môn\n".encode("cp1252")
    table = table_of(data, quiet)
    assert table.rows == (("LA/1", "Tŷ Gwyn"), ("LA/2", "Môn"))
    assert table.mixed == 1


def test_a_workbook_is_read_days_and_whole_numbers_as_such() -> None:
    rows = [("LA/1", 7.0, "CP", "East", date(2018, 7, 10), MORNING), (1002, 12, None, "West")]
    table = table_of(as_xlsx(rows), quiet)
    assert table.rows[0] == ("LA/1", "7", "CP", "East", "2018-07-10", "2018-06-01")
    assert table.rows[1] == ("1002", "12", "", "West", "", "")
    assert table.numbers == (2, 3)
    assert table.address(1, 3) == "D3"


def test_lines_above_the_head_and_empty_lines_are_passed_over() -> None:
    data = b"Practice Borough Council,,\r\n\r\nCase reference,Age\r\nLA/1,4\r\n,\r\nLA/2,5\r\n"
    table = table_of(data, quiet)
    assert table.head == ("Case reference", "Age")
    assert table.rows == (("LA/1", "4"), ("LA/2", "5"))
    assert table.numbers == (4, 6)


def test_a_list_of_one_column_is_a_list() -> None:
    assert table_of(b"Reference\nLA/1\nLA/2\n", quiet).rows == (("LA/1",), ("LA/2",))


def test_the_value_kept_with_a_formula_is_taken_and_one_without_is_named() -> None:
    rows = [("LA/1", "=2+3", "CP"), ("LA/2", "=2+4", "CP")]
    table = table_of(_with_a_kept_result(as_xlsx(rows)), quiet)
    assert table.rows[0][1] == "5"
    assert table.valueless == {(1, 1): "formula"}
    assert table.address(1, 1) == "B3"


def _with_a_kept_result(data: bytes) -> bytes:
    """Keep 5 as the result of the first formula, as a spreadsheet program does."""
    import zipfile

    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(kept, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name.endswith("sheet1.xml"):
                assert b"<f>2+3</f><v />" in part or b"<f>2+3</f><v></v>" in part
                part = part.replace(b"<f>2+3</f><v />", b"<f>2+3</f><v>5</v>")
                part = part.replace(b"<f>2+3</f><v></v>", b"<f>2+3</f><v>5</v>")
            after.writestr(name, part)
    return kept.getvalue()


def test_a_formula_in_a_csv_has_no_value_but_leading_noughts_stay() -> None:
    table = table_of(b'Reference,Age\n"=""00123""",4\n=A2&"x",5\nLA/3,#N/A\n', quiet)
    assert table.rows[0][0] == "00123"
    assert table.valueless == {(1, 0): "formula", (2, 1): "error"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "older Office"),
        (b"%PDF-1.7", "no list"),
        (b"PK\x03\x04 cut short", "damaged"),
        (b"Reference,Age\n", "no rows"),
        (b"", "no rows"),
        (b'Reference,Age\n"LA/1,4\n', "quotation mark"),
        (bytes(range(256)) * 20, "no text"),
    ],
)
def test_what_is_no_list_says_so(data: bytes, words: str) -> None:
    with pytest.raises(BadFile, match=words):
        table_of(data, quiet)


def test_a_word_document_is_no_list_and_a_broken_workbook_is_damaged() -> None:
    import zipfile

    for name, words in (("word/document.xml", "no list"), ("xl/workbook.xml", "damaged")):
        kept = BytesIO()
        with zipfile.ZipFile(kept, "w") as packed:
            packed.writestr(name, "<not/>")
        with pytest.raises(BadFile, match=words):
            table_of(kept.getvalue(), quiet)


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        read_table(tmp_path / "gone.csv", quiet)
    path = tmp_path / "list.csv"
    path.write_bytes(as_csv(some_rows(3)))
    assert len(read_table(path, quiet).rows) == 3


def test_reading_stops_when_nobody_wants_it() -> None:
    def stop(_part: float) -> None:
        raise Cancelled

    for data in (as_csv(some_rows(2001)), as_xlsx(some_rows(2001))):
        with pytest.raises(Cancelled):
            table_of(data, stop)


def test_columns_are_guessed_and_none_that_speaks_of_names() -> None:
    assert guessed(HEAD) == {"reference": 0, "age": 1, "status": 2, "team": 3, "opened": 4, "supervised": 5}
    found = guessed(("Child name", "DOB", "Case ID", "Team name", "Worker name", "Legal status", "Date of last review"))
    assert found == {"reference": 2, "team": 3, "legal": 5, "reviewed": 6}
    assert all(map(is_personal, ("Surname", "Child’s name", "Date of birth", "Enw'r plentyn", "Worker name")))
    assert not any(map(is_personal, ("Team name", "Reference", "Enw tîm", "")))


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
