# SPDX-License-Identifier: MIT
"""Small files of every kind that may go with a letter, made by other libraries than read them. No test stands here."""

from io import BytesIO
from typing import Any

import docx
import openpyxl
import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from storage.media import TABLE, WORD

PDF = "application/pdf"


def a_pdf(*lines: str, **about: str) -> bytes:
    """Return a PDF of one page whose lines are in a font of the reader's own (no table of characters)."""
    file = BytesIO()
    canvas = Canvas(file)
    for at, line in enumerate(lines):
        canvas.drawString(72, 700 - 14 * at, line)
    for name, value in about.items():
        getattr(canvas, f"set{name.title()}")(value)
    canvas.save()
    return file.getvalue()


def a_scan() -> bytes:
    """Return a PDF whose one page is a picture."""
    file = BytesIO()
    Image.new("L", (40, 40)).save(file, "PDF")
    return file.getvalue()


def locked(pdf: bytes) -> bytes:
    """Return the PDF locked with a password."""
    return _saved(pdf, encryption=pikepdf.Encryption(user="secret", owner="secret"))


def with_a_file(pdf: bytes) -> bytes:
    """Return the PDF with a file embedded in it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.attachments["list.txt"] = b"Megan Pritchard"
        file = BytesIO()
        opened.save(file)
    return file.getvalue()


def with_a_remark(pdf: bytes, words: str) -> bytes:
    """Return the PDF with a sticky note on its first page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        remark = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Text, "/Rect": [0, 0, 9, 9], "/Contents": words}
        opened.pages[0].Annots = opened.make_indirect(pikepdf.Array([opened.make_indirect(pikepdf.Dictionary(remark))]))
        file = BytesIO()
        opened.save(file)
    return file.getvalue()


def a_word_file(*paragraphs: str, remark: str = "", author: str = "") -> bytes:
    """Return a Word document; every paragraph in two runs, so that names are parted where they often are."""
    document = docx.Document()
    for each in paragraphs:
        paragraph = document.add_paragraph()
        for part in (each[: len(each) // 2], each[len(each) // 2 :]):
            paragraph.add_run(part)
    if remark:
        document.add_comment(document.paragraphs[0].runs, remark, author="Reader")
    document.core_properties.author = author
    return _kept(document)


def a_workbook(*rows: tuple[Any, ...], sheet: str = "Sheet") -> bytes:
    """Return a workbook whose second sheet holds the rows; its first is empty."""
    book = openpyxl.Workbook()
    second = book.create_sheet(sheet)
    for row in rows:
        second.append(row)
    return _kept(book)


def _kept(what: Any) -> bytes:
    file = BytesIO()
    what.save(file)
    return file.getvalue()


def _saved(pdf: bytes, **how: Any) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        file = BytesIO()
        opened.save(file, **how)
    return file.getvalue()


__all__ = ["PDF", "TABLE", "WORD", "a_pdf", "a_scan", "a_word_file", "a_workbook", "locked", "with_a_file"]
