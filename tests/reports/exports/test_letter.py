# SPDX-License-Identifier: MIT
"""A letter told block by block: the page's order, nothing empty, and what kind of copy it is."""

from dataclasses import replace

from reports.exports.letter import blocks, status, title
from tests.reports.pdf.letters import a_letter


def test_the_blocks_stand_in_the_order_of_the_page() -> None:
    kinds = [each.kind for each in blocks(a_letter(illustration=True, language="cy", second_signatory="Siân Parry"))]
    assert kinds[:8] == ["letterhead", "notice", "notice", "notice", "addressee", "date", "p", "h1"]
    assert kinds[-5:] == ["close", "name", "role", "name", "copies"]
    assert kinds.count("bullet") == kinds.count("numbered") == 1


def test_a_draft_says_so_and_a_copy_names_the_signed_file() -> None:
    letter = a_letter()
    assert "not signed" in status(letter.letter)
    signed = replace(letter.letter, document_id="d")
    assert "PDF" in status(signed)
    assert status(replace(signed, language="cy")) != status(signed)


def test_what_says_nothing_is_left_out() -> None:
    bare = a_letter((), letterhead=("Office",), addressee=(), date="", copies=(), signatory_role="", re_line="")
    assert [each.kind for each in blocks(bare)] == ["letterhead", "notice", "p", "close", "name"]
    assert title(bare.letter) == "Office"


def test_notes_go_with_their_lines_and_part_no_list() -> None:
    body = (("a", "", (("numbered", "one"), ("note", "Of one."), ("numbered", "two"), ("prose", "End."))),)
    told = [each for each in blocks(a_letter(body)) if each.notes]
    assert [each.noted() for each in told] == [(("one", ("Of one.",)), ("two", ())), (("End.", ()),)]
    assert next(blocks(a_letter(body))).noted()[0] == ("Arolwg practice letter", ())


def test_a_heading_with_nothing_below_it_is_left_out() -> None:
    told = [
        each.lines
        for each in blocks(a_letter((("a", "Empty", (("prose", " "),)), ("b", "Said", (("prose", "One."),)))))
    ]
    assert ("Said",) in told
    assert ("Empty",) not in told
