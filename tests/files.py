# SPDX-License-Identifier: MIT
"""Files as people attach them, made for a test: pictures, PDFs, Word and Excel, archives. No tests here."""

import zipfile
from io import BytesIO

import docx
import openpyxl
from PIL import Image

CAMERA = "Practice Camera 7"


def a_picture(
    form: str = "JPEG", size: tuple[int, int] = (64, 48), colour: str = "teal", turned: bool = False
) -> bytes:
    """Return a picture with what a camera adds: its own name, a place, and which side is up."""
    image = Image.new("RGB", size, colour)
    exif = Image.Exif()
    exif[0x0110] = CAMERA
    exif[0x0112] = 6 if turned else 1
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    image.save(out, form, exif=exif)
    return out.getvalue()


def noise(size: tuple[int, int] = (900, 700)) -> bytes:
    """Return a picture that no format makes small."""
    image = Image.effect_noise(size, 90)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """Return a PDF with a line of words on each page."""
    import pikepdf

    out = BytesIO()
    with pikepdf.new() as made:
        font = made.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for words in pages:
            page = made.add_blank_page(page_size=(300, 200))
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.obj.Contents = made.make_stream(f"BT /F1 12 Tf 20 150 Td ({words}) Tj ET".encode())
        made.save(out)
    return out.getvalue()


def a_word_file(words: str = "Six of eight files held a plan.") -> bytes:
    """Return a Word document."""
    made, out = docx.Document(), BytesIO()
    made.add_paragraph(words)
    made.save(out)
    return out.getvalue()


def a_table() -> bytes:
    """Return an Excel workbook."""
    made, out = openpyxl.Workbook(), BytesIO()
    made.save(out)
    return out.getvalue()


def an_archive(*parts: tuple[str, bytes]) -> bytes:
    """Return a zip file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        for name, data in parts:
            whole.writestr(name, data)
    return out.getvalue()
