# SPDX-License-Identifier: MIT
"""What Word files and workbooks say in all of their parts, names parted between two runs too."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from reports.checks.office_words import office_words
from reports.exports.letter_docx import as_docx
from tests.reports.checks.files import a_word_file, a_workbook
from tests.reports.pdf.letters import a_letter


def test_paragraphs_remarks_and_properties_are_read() -> None:
    lines, whole = office_words(a_word_file("Megan Pritchard was seen.", remark="Is it Dafydd?", author="Siân Rees"))
    assert whole
    assert {"Megan Pritchard was seen.", "Is it Dafydd?", "Siân Rees"} <= set(lines)


def test_footnotes_are_read() -> None:
    letter = a_letter((("a", "", (("prose", "One."), ("note", "Of Megan."))),))
    assert "Of Megan." in office_words(as_docx(letter))[0]


def test_every_sheet_of_a_workbook_is_read_and_its_name() -> None:
    lines, whole = office_words(a_workbook(("Name", "Born"), ("Megan Pritchard", "2009-03-04"), sheet="Children"))
    assert whole
    assert {"Megan Pritchard", "2009-03-04", "Children"} <= set(lines)


def _with(data: bytes, name: str) -> bytes:
    file = BytesIO(data)
    with ZipFile(file, "a") as packed:
        packed.writestr(name, b"\x89PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _with(a_word_file("A scan."), "word/media/image1.png"),
        _with(a_word_file("words " * 40), "word/embeddings/sheet.xlsx"),
        a_word_file("x")[:-30],
        b"PK\x03\x04",
    ],
)
def test_what_cannot_be_read_whole_is_said(data: bytes) -> None:
    assert not office_words(data)[1]


def test_a_picture_beside_words_is_let_be() -> None:
    assert office_words(_with(a_word_file("words " * 40), "word/media/image1.png"))[1]
