# SPDX-License-Identifier: MIT
"""What a PDF says: read from our own and others', with remarks and what it says of itself; what is lost is said."""

import pytest

from reports.checks.pdf_words import pdf_words
from reports.pdf.flowables import Run
from reports.pdf.render import render
from tests.reports.checks.files import a_pdf, a_scan, locked, with_a_file, with_a_remark
from tests.reports.pdf.letters import WELSH, a_letter, expected
from tests.reports.pdf.samples import a_picture, a_report


def said(data: bytes) -> str:
    return " ".join(" ".join(pdf_words(data)[0]).split())


def test_a_letter_of_ours_is_read_word_for_word_welsh_letters_too() -> None:
    letter = a_letter(re_line=f"Re: {WELSH}")
    words, whole = pdf_words(render(letter))
    assert whole
    assert WELSH in words[0]
    for each in expected(letter):
        assert each in " ".join(words[0].split())


def test_a_font_without_a_table_is_read_by_its_encoding() -> None:
    assert said(a_pdf("Siân (Rees) at 50%", "next \\ line")).startswith("Siân (Rees) at 50% next \\ line")


def test_every_page_and_what_the_file_says_of_itself_is_read() -> None:
    report = a_report()
    report.h(1, "One")
    report.h(1, "Two", new_page=True)
    words, whole = pdf_words(report.render())
    assert whole
    assert [each.split("\n")[0] for each in words[:2]] == ["One", "Two"]
    assert any("Taflen ŵ & <sheet>" in each for each in words[2:])
    assert "Megan" in said(a_pdf("x", author="Megan"))
    assert "Look here" in said(with_a_remark(a_pdf("x"), "Look here"))


def test_words_in_several_faces_and_beside_a_picture_are_whole() -> None:
    report = a_report()
    report.p("Me", Run("gan", bold=True), " Prit", Run("chard", italic=True))
    report.figure(a_picture(), "A blue rectangle", 60)
    assert "Megan Pritchard" in said(report.render())
    assert pdf_words(report.render())[1]


@pytest.mark.parametrize("data", [a_scan(), locked(a_pdf("x")), with_a_file(a_pdf("x")), b"%PDF-1.7 broken", b""])
def test_what_cannot_be_read_whole_is_said(data: bytes) -> None:
    assert not pdf_words(data)[1]


def test_a_damaged_file_never_breaks_its_reader() -> None:
    good = render(a_letter())
    for at in range(0, len(good), len(good) // 40):
        words, whole = pdf_words(good[:at] + b"\xff<<[(" + good[at + 5 :])
        assert isinstance(words, list)
        assert whole in (True, False)
