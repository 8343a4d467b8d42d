# SPDX-License-Identifier: MIT
"""Files within a PDF: whole, by their titles, the same bytes every time; a PDF without any says PDF/A-2a as before."""

from io import BytesIO

import pikepdf

from reports.pdf.attached import Carried, names
from tests.reports.pdf.samples import META, a_report

_FILES = (
    Carried("Atodiad B: Tŷ/ŵyn", ".pdf", "application/pdf", b"%PDF-1.4 \r\n not a page"),
    Carried("Annex A", ".txt", "text/plain", b"endstream\nwords"),
)


def _file(*files: Carried) -> bytes:
    report = a_report(meta=META._replace(files=files))
    report.p("Words.")
    return report.render()


def test_a_file_stands_in_the_pdf_byte_for_byte_under_its_title() -> None:
    with pikepdf.open(BytesIO(_file(*_FILES))) as pdf:
        found = {spec.filename: (spec.description, spec.get_file()) for spec in pdf.attachments.values()}
        assert [each.read_bytes() for _title, each in found.values()] == [each.data for each in _FILES]
        assert [title for title, _file in found.values()] == [each.title for each in _FILES]
        assert [str(each.mime_type) for _title, each in found.values()] == ["application/pdf", "text/plain"]
        assert list(found) == ["Atodiad B Tŷ ŵyn.pdf", "Annex A.txt"]
        assert [str(each.AFRelationship) for each in pdf.Root.AF] == ["/Supplement"] * 2
        assert str(pdf.Root.AF[0].F) == "Atodiad B Ty wyn.pdf"


def test_only_a_pdf_with_files_says_that_it_may_have_some() -> None:
    for files, part in ((_FILES, b"<pdfaid:part>3<"), ((), b"<pdfaid:part>2<")):
        data = _file(*files)
        assert part in data
        assert (b"/EmbeddedFiles" in data, b"/AF " in data) == (bool(files), bool(files))


def test_the_same_files_give_the_same_bytes_and_others_another_file() -> None:
    assert _file(*_FILES) == _file(*_FILES)
    other = _FILES[0]._replace(data=b"%PDF-1.4 \r\n not a leaf")
    ids = [pikepdf.open(BytesIO(_file(each))).trailer.ID[0] for each in (_FILES[0], other)]
    assert bytes(ids[0]) != bytes(ids[1])


def test_no_two_files_have_one_name_and_none_a_name_that_a_system_refuses() -> None:
    titles = ("Annex A", "annex a", "Annex A", "..", "a" * 200, "Con\u202etrol\nA")
    made = names([Carried(each, ".pdf", "application/pdf", b"") for each in titles])
    assert made == [*("Annex A.pdf", "annex a 2.pdf", "Annex A 3.pdf", "file.pdf"), f"{'a' * 80}.pdf", "Con trol A.pdf"]
