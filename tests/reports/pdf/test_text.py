# SPDX-License-Identifier: MIT
"""Where a line ends between two words, and where in the middle of one."""

from reports.pdf.structure import Elem
from reports.pdf.text import Cursor, Turn
from tests.reports.pdf.readout import readout
from tests.reports.pdf.samples import a_report


def test_a_cursor_knows_a_space_from_the_middle_of_a_word() -> None:
    cursor = Cursor("eleven people met")
    cursor.take("eleven")
    assert cursor.between_words
    cursor.take("peo")
    assert not cursor.between_words
    assert Cursor("eleven people met", start=12).between_words


def test_a_turn_prints_as_nothing() -> None:
    elem = Elem("Link")
    assert (str(Turn(elem)), Turn(elem).elem, Turn(None).elem) == ("", elem, None)


def test_a_word_too_long_for_its_line_is_broken_without_a_space() -> None:
    report, word = a_report(), "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 4
    report.p(f"At {word} station.")
    assert readout(report.render()).texts("P") == [f"At {word} station."]
