# SPDX-License-Identifier: MIT
"""The shapes of a letter's copy: each made, and none guessed."""

import pytest

from reports.exports.letter_files import SHAPES, made
from storage.errors import Refused
from tests.reports.pdf.letters import a_letter


def test_every_shape_is_made() -> None:
    starts = {"html": b"<!DOCTYPE html>", "docx": b"PK\x03\x04", "pdf": b"%PDF-"}
    assert set(starts) == set(SHAPES)
    for shape, start in starts.items():
        assert made(shape, a_letter(), a_letter(language="cy")).startswith(start)


def test_the_pdf_of_both_needs_both_and_an_unknown_shape_is_refused() -> None:
    with pytest.raises(Refused, match="no pair"):
        made("pdf", a_letter())
    with pytest.raises(Refused, match="html, docx, pdf"):
        made("rtf", a_letter())
