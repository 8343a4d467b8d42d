# SPDX-License-Identifier: MIT
"""The tree refuses what the standards forbid, before anything is drawn."""

import pytest

from reports.pdf.structure import BadStructure, Elem, check_headings


@pytest.mark.parametrize(("parent", "kid"), [("L", "P"), ("LI", "P"), ("Document", "TR"), ("P", "LI"), ("Form", "P")])
def test_an_element_where_it_may_not_be_is_a_mistake(parent: str, kid: str) -> None:
    with pytest.raises(BadStructure, match=f"{kid} may not stand in {parent}"):
        Elem(parent).add(kid)


def test_a_tag_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(BadStructure):
        Elem("Marquee")


def test_a_walk_goes_in_reading_order() -> None:
    root = Elem("Document")
    first = root.add("Sect")
    first.add("H1")
    first.add("P")
    root.add("L").add("LI").add("Lbl")
    assert [each.tag for each in root.walk()] == ["Document", "Sect", "H1", "P", "L", "LI", "Lbl"]


@pytest.mark.parametrize("levels", [(2,), (1, 3), (1, 2, 1, 3)])
def test_skipped_headings_are_a_mistake(levels: tuple[int, ...]) -> None:
    root = Elem("Document")
    for level in levels:
        root.add(f"H{level}")
    with pytest.raises(BadStructure):
        check_headings(root)


def test_headings_may_climb_back_at_once() -> None:
    root = Elem("Document")
    for level in (1, 2, 3, 1, 2):
        root.add(f"H{level}")
    check_headings(root)
