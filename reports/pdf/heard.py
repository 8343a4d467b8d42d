# SPDX-License-Identifier: MIT
"""What a screen reader says of a letter: the tree of its PDF read in the order of its tags. Nothing is laid out.

That the finished file is read out so, the tests show with another library (tests/reports/pdf/test_heard.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.pdf.metadata import TAGS
from reports.pdf.render import told
from reports.pdf.report import Report
from reports.pdf.structure import Elem
from resources.language import N_
from storage.model.letter import WholeLetter

ROLES = {
    "H1": N_("Heading, level 1"),
    "H2": N_("Heading, level 2"),
    "H3": N_("Heading, level 3"),
    "L": N_("List"),
    "LBody": N_("List item"),
    "Form": N_("Place for a signature"),
    "Figure": N_("Picture"),
    "TH": N_("Column heading"),
    "Note": N_("Note"),
    "P": "",
}
"""Tag → what a reader announces before its words (a gettext key); empty for plain paragraphs."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that is said."""

    tag: str
    text: str
    """Its words; of a list how many items it has, as a number."""
    lang: str
    """The voice it is said in: "cy-GB"."""


def heard(letter: WholeLetter, *, practice: bool = False) -> tuple[Heard, ...]:
    """Return what is heard of a letter, from first to last. Raise as `render`: a character that no font has."""
    report = told(letter, practice=practice)
    return tuple(_heard(report, report.root, TAGS[letter.letter.language]))


def _heard(report: Report, elem: Elem, lang: str) -> Iterator[Heard]:
    lang = elem.lang or lang
    if elem.tag == "L":
        yield Heard("L", str(len(elem.kids)), lang)
    if elem.tag == "Note":  # its number was said with its mark
        yield Heard("Note", report.said[elem.kids[-1]], lang)
        return
    words = report.said.get(elem) or elem.alt
    if words:
        yield Heard(elem.tag, words, lang)
    for kid in elem.kids:
        yield from _heard(report, kid, lang)
