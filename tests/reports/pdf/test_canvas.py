# SPDX-License-Identifier: MIT
"""The canvas refuses words that belong to nothing, and keeps ReportLab's own habits out of the file."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc

from reports.pdf import fonts
from reports.pdf.canvas import TaggedCanvas, UntaggedContent
from reports.pdf.structure import Elem
from tests.reports.pdf.readout import readout
from tests.reports.pdf.samples import META, a_report


def _canvas() -> tuple[TaggedCanvas, Elem]:
    root = Elem("Document")
    canvas = TaggedCanvas(META, root)
    canvas.setFont(fonts.REGULAR, 10)
    return canvas, root


def test_words_outside_the_structure_are_a_mistake() -> None:
    canvas, _root = _canvas()
    with pytest.raises(UntaggedContent, match="page 1"):
        canvas.drawString(50, 50, "lost")


def test_words_belong_where_they_were_drawn_whatever_the_order() -> None:
    canvas, root = _canvas()
    first, second = root.add("P"), root.add("P")
    with canvas.within(second):
        canvas.drawString(50, 50, "second")
    with canvas.within(first):
        canvas.drawString(50, 90, "first")
        with canvas.artifact():
            canvas.drawString(50, 10, "page 1")
    canvas.save()
    heard = readout(canvas.data)
    assert (heard.texts(), heard.artifacts, heard.problems) == (["first", "second"], ["page 1\n"], [])


def test_only_our_fonts_are_in_the_file_and_all_embedded() -> None:
    report = a_report()
    report.h(1, "Title")
    report.table(["A"], [["b"]], [1.0])
    with pikepdf.open(BytesIO(report.render())) as pdf:
        fonts_used = [
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        ]
        assert {str(each.BaseFont).split("+")[1] for each in fonts_used} == {"NotoSans-Regular", "NotoSans-Bold"}
        assert all("/FontFile2" in each.FontDescriptor for each in fonts_used)


def test_every_stream_ends_on_a_line_and_reportlab_is_left_as_it_was() -> None:
    plain = pdfdoc.PDFStream.format
    canvas, root = _canvas()
    with canvas.within(root.add("P")):
        canvas.drawString(50, 50, "words")
    canvas.save()
    assert canvas.data.count(b"endstream") == canvas.data.count(b"\nendstream\n")
    assert pdfdoc.PDFStream.format is plain


def test_a_reader_shows_the_title_and_follows_the_structure_with_the_tab_key() -> None:
    report = a_report()
    report.p("Words.")
    with pikepdf.open(BytesIO(report.render())) as pdf:
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.pages[0].Tabs) == "/S"
