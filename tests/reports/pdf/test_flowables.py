# SPDX-License-Identifier: MIT
"""Flowables that know their element, taken one by one; their looks on a page are looked at, not tested."""

import pytest

from reports.pdf import page
from reports.pdf.flowables import Label, Run, SignatureBox, TwoColumns, paragraph
from reports.pdf.structure import Elem


def test_a_split_paragraph_shares_element_and_gives_label_to_the_first_part() -> None:
    body = paragraph([Run("Some words again and again. " * 60)], page.style("item"), Elem("LBody"))
    body.label = Label(Elem("Lbl"), "•", 3)
    body.wrap(300, 1000)
    first, second = body.split(300, 100)
    assert first.elem is second.elem is body.elem
    assert (first.label, second.label) == (body.label, None)
    assert 0 < second.set_before < len(body.plain)


def test_a_paragraph_split_twice_goes_on_counting() -> None:
    body = paragraph([Run("Some words again and again. " * 60)], page.style("body"), Elem("P"))
    body.wrap(300, 1000)
    _first, rest = body.split(300, 100)
    rest.wrap(300, 1000)
    middle, last = rest.split(300, 100)
    assert 0 < middle.set_before < last.set_before


def test_two_columns_are_as_tall_as_the_taller() -> None:
    lines = [paragraph([Run("line")], page.style("line"), Elem("P")) for _ in range(3)]
    columns = TwoColumns(lines[:1], lines[1:], 0.5)
    width, height = columns.wrap(400, 800)
    assert (width, height) == (400, pytest.approx(2 * page.style("line").leading))


def test_a_signature_box_takes_the_room_it_was_given() -> None:
    assert SignatureBox(Elem("Form"), "Sig1", "Signature", (250, 68)).wrap(400, 800) == (250, 68)
