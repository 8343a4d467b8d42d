# SPDX-License-Identifier: MIT
"""How content finds its element, and how one kid is written."""

from reports.pdf.structure import Elem
from reports.pdf.tree import Content, Drawn


def test_an_inline_element_keeps_its_first_place() -> None:
    drawn, paragraph, link = Drawn(), Elem("P"), Elem("Link")
    for piece in (Content("Page1", 0), link, Content("Page1", 2), link):
        drawn.attach(paragraph, piece)
    assert drawn.pieces[paragraph] == [Content("Page1", 0), link, Content("Page1", 2)]


def test_pages_and_annotations_share_one_count() -> None:
    drawn, elem = Drawn(), Elem("Form")
    assert [drawn.new_key([elem]), drawn.new_key(elem), drawn.new_key([])] == [0, 1, 2]
