# SPDX-License-Identifier: MIT
"""Sheets made with the builder and read back: tables, figures, links, other languages, headings."""

from io import BytesIO

import pikepdf
import pytest

from reports.pdf.flowables import Run
from reports.pdf.fonts import MissingGlyph
from reports.pdf.structure import BadStructure
from tests.reports.pdf.readout import readout
from tests.reports.pdf.samples import a_picture, a_report


def test_a_table_says_its_head_once_and_shows_it_on_every_page() -> None:
    report = a_report()
    report.table(["Sentence", "Source"], [[f"Sentence {n}", f"note {n}"] for n in range(120)], [0.7, 0.3], "Sources")
    data = report.render()
    heard = readout(data)
    assert heard.problems == []
    assert heard.texts("Caption") == ["Sources"]
    assert heard.texts("TH") == ["Sentence", "Source"]
    assert heard.texts("TD") == [text for n in range(120) for text in (f"Sentence {n}", f"note {n}")]
    assert len(heard.artifacts) > 2
    assert ["Sentence\nSource" in page for page in heard.artifacts] == [False] + [True] * (len(heard.artifacts) - 1)
    with pikepdf.open(BytesIO(data)) as pdf:
        heads = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TH"]
        assert [str(each.A.Scope) for each in heads] == ["/Column", "/Column"]


def test_a_table_starts_under_its_heading_not_on_a_new_page() -> None:
    report = a_report()
    report.h(1, "Trace")
    report.p("A line.")
    report.h(2, "Where each sentence comes from")
    report.table(["A"], [["b"]] * 100, [1.0])
    with pikepdf.open(BytesIO(report.render())) as pdf:
        assert len(pdf.pages) == 4


def test_an_empty_cell_is_no_trouble() -> None:
    report = a_report()
    report.table(["A", "B"], [["", "b"]], [0.5, 0.5])
    heard = readout(report.render())
    assert heard.problems == []
    assert heard.texts("TD") == ["b"]


def test_a_link_is_read_in_its_place_and_leads_somewhere() -> None:
    report = a_report()
    report.p("See ", Run("the code of practice " * 12, url="https://example.org/a?b=(c)"), "and act.")
    report.p(Run("Only this", url="https://example.org/2"))
    data = report.render()
    heard = readout(data)
    assert heard.problems == []
    assert heard.texts("P") == ["See " + "the code of practice " * 12 + "and act.", "Only this"]
    with pikepdf.open(BytesIO(data)) as pdf:
        links = pdf.pages[0].Annots
        assert len(links) == 4  # three lines of the first, one of the second
        assert {str(each.A.URI) for each in links} == {"https://example.org/a?b=(c)", "https://example.org/2"}
        assert all(int(each.F) == 4 and str(each.Contents) for each in links)


def test_words_of_another_language_are_marked_and_no_link() -> None:
    report = a_report()
    report.p("It is called ", Run("Arolygiaeth Gofal Cymru", lang="cy-GB"), " here, and ", Run("bold", bold=True), ".")
    data = report.render()
    assert readout(data).texts("P") == ["It is called Arolygiaeth Gofal Cymru here, and bold."]
    with pikepdf.open(BytesIO(data)) as pdf:
        spans = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Span"]
        assert [str(each.Lang) for each in spans] == ["cy-GB"]
        assert "/Annots" not in pdf.pages[0]


def test_a_figure_says_what_it_shows_and_where_it_stands() -> None:
    report = a_report()
    report.figure(a_picture(), "A blue rectangle", 120, "Figure 1")
    data = report.render()
    assert "A blue rectangle" in readout(data).texts("Figure")
    with pikepdf.open(BytesIO(data)) as pdf:
        figure = next(
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        )
        left, low, right, high = (float(each) for each in figure.A.BBox)
        assert (right - left, high - low) == pytest.approx((120, 60))


def test_a_figure_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot see"):
        a_report().figure(a_picture(), " ", 120)


def test_headings_become_bookmarks() -> None:
    report = a_report()
    for level, text in ((1, "Ŵythnos"), (2, "Monday"), (2, "Tuesday"), (3, "Morning")):
        report.h(level, text)
    with pikepdf.open(BytesIO(report.render())) as pdf, pdf.open_outline() as outline:
        (week,) = outline.root
        assert (week.title, [day.title for day in week.children]) == ("Ŵythnos", ["Monday", "Tuesday"])
        assert week.children[1].children[0].title == "Morning"


def test_headings_that_skip_a_level_are_a_mistake() -> None:
    report = a_report()
    report.h(2, "Too deep")
    with pytest.raises(BadStructure, match="level 2"):
        report.render()


def test_a_missing_glyph_is_refused_when_it_is_given() -> None:
    report = a_report()
    report.p("Fine.")
    with pytest.raises(MissingGlyph, match="paragraph 2"):
        report.p("猫")


def test_mark_up_in_the_words_is_only_words() -> None:
    report = a_report()
    report.p("<b>5 < 6 & 7</b> <a href='x'>")
    assert readout(report.render()).texts("P") == ["<b>5 < 6 & 7</b> <a href='x'>"]


def test_a_heading_can_begin_a_page() -> None:
    report = a_report()
    report.h(1, "One")
    report.h(1, "Two", new_page=True)
    data = report.render()
    assert readout(data).problems == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2
