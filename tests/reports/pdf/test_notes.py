# SPDX-License-Identifier: MIT
"""Notes stand at the foot of the page that has their mark, are read after their paragraph, and lose no word."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from reports.pdf.flowables import Noted, Run
from reports.pdf.report import Report
from tests.reports.pdf.readout import readout
from tests.reports.pdf.samples import a_report
from tests.reports.pdf.verapdf import VeraPdf

_WORDS = "Words of a paragraph that go on for some lines. " * 10


def _pages_of(data: bytes, tag: str) -> dict[str, set[int]]:
    """Return ID of each Note (or number of each Reference) → the pages that show any of it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        number = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        found = {}
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == tag:
                found[str(each.get("/ID", len(found) + 1))] = {number[page] for page in _shown(each)}
        return found


def _shown(elem: pikepdf.Dictionary) -> set[tuple[int, int]]:
    kids = elem.get("/K", pikepdf.Array([]))
    pages = set()
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            pages.add(elem.Pg.objgen)
        elif "/MCID" in kid or "/Obj" in kid:
            pages.add(kid.Pg.objgen)
        else:
            pages |= _shown(kid)
    return pages


def _heights(data: bytes, page: int) -> list[float]:
    """Return how high each line of a page's structured text stands, in points, in the order of the file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found, base = [], 0.0
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
            if str(operator) == "cm":
                base = float(operands[5]) if float(operands[0]) == 1 else base
            elif str(operator) == "BDC" and "/MCID" in operands[1]:
                found.append(base)
        return found


def _noted(paragraphs: int, note: str, every: int = 2) -> Report:
    report = a_report()
    for number in range(paragraphs):
        notes = [Run(note=f"Note at {number}. {note}".strip())] if number % every == 0 else []
        report.p(f"Paragraph {number}. {_WORDS}", *notes)
    return report


def test_a_note_is_read_after_its_paragraph_and_named_in_the_file() -> None:
    report = a_report()
    report.p("Seen twice", Run(note="On both days."), " by two.")
    report.p("Then this.")
    data = report.render()
    said = [(each.path, each.text) for each in readout(data).said]
    assert said == [
        ("Document/P", "Seen twice[1] by two."),
        ("Document/P/Note/Lbl", "[1] "),
        ("Document/P/Note/P", "On both days."),
        ("Document/P", "Then this."),
    ]
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(each) for each in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]] == ["note-1"]


def test_mark_and_note_lead_to_each_other() -> None:
    report = a_report()
    report.p("Seen twice", Run(note="On both days."), " by two.")
    with pikepdf.open(BytesIO(report.render())) as pdf:
        mark, back = sorted(pdf.pages[0].Annots, key=lambda each: -float(each.Rect[1]))
        assert [str(mark.Contents), str(back.Contents)] == ["Note 1", "Back to the mark of note 1"]
        for link, goal in ((mark, back), (back, mark)):
            page, kind, _left, top, _zoom = link.Dest
            assert (page.objgen, str(kind)) == (pdf.pages[0].obj.objgen, "/XYZ")
            assert float(goal.Rect[3]) < float(top) < float(goal.Rect[3]) + 40


def test_notes_stand_at_the_foot_of_the_page_that_has_their_mark() -> None:
    data = _noted(
        24, "It says a little more than fits on a single line of the page, and then it is at its end."
    ).render()
    notes, marks = _pages_of(data, "/Note"), _pages_of(data, "/Reference")
    assert len(notes) == len(marks) == 12
    assert sorted(map(sorted, notes.values())) == sorted(map(sorted, marks.values()))
    assert all(len(pages) == 1 for pages in notes.values())
    assert readout(data).problems == []


def test_below_the_notes_of_a_page_stands_none_of_its_text() -> None:
    report = a_report()
    report.p("First", Run(note="The note of the first."))
    for number in range(40):
        report.p(f"Line {number}.")
    heights = _heights(report.render(), 0)
    assert min(heights) == heights[-1]  # the note is drawn last, and lowest
    assert heights[-1] < 90


def test_a_long_note_goes_on_at_the_next_pages_foot_and_loses_no_word() -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    report = a_report()
    report.p("Here", Run(note=words), " it begins. ", _WORDS * 6)
    report.p("After it.")
    data = report.render()
    assert readout(data).problems == []
    assert [each.text for each in readout(data).said if each.path.endswith("Note/P")] == [words]
    pages = _pages_of(data, "/Note")["note-1"]
    assert len(pages) > 1
    assert all(after - before == 1 for before, after in pairwise(sorted(pages)))


def test_a_note_that_outlasts_the_text_gets_pages_of_its_own() -> None:
    words = " ".join(f"word{number}" for number in range(4000))
    report = a_report()
    report.p("The end", Run(note=words))
    data = report.render()
    assert [each.text for each in readout(data).said if each.path.endswith("Note/P")] == [words]


@pytest.mark.parametrize("length", range(0, 60, 6))
def test_wherever_the_page_ends_every_note_is_with_its_mark_and_whole(length: int) -> None:
    data = _noted(9, "tail " * length, every=1).render()
    notes, marks = _pages_of(data, "/Note"), _pages_of(data, "/Reference")
    assert [min(each) for each in notes.values()] == [min(each) for each in marks.values()]
    assert readout(data).problems == []
    said = [each.text for each in readout(data).said if each.path.endswith("Note/P")]
    assert said == [f"Note at {number}. {'tail ' * length}".strip() for number in range(9)]


def test_a_list_item_may_have_notes_and_a_kept_block_finds_room_for_its_own() -> None:
    report = a_report()
    for number in range(30):
        report.p(f"Line {number}.")
    with report.together():
        report.p("Kept", Run(note="A note. " * 30))
        report.items([Noted("one", ("Of the item.",)), ("two", [Noted("deep", ("Within.",))])])
    data = report.render()
    assert readout(data).problems == []
    assert [each.path for each in readout(data).said if each.text == "Of the item."] == ["Document/L/LI/LBody/Note/P"]
    marks, notes = _pages_of(data, "/Reference"), _pages_of(data, "/Note")
    assert list(marks.values()) == list(notes.values()) == [{1}, {1}, {1}]


def test_notes_of_all_kinds_conform(verapdf: VeraPdf) -> None:
    report = _noted(12, "It says a little more. " * 20)
    with report.part(lang="cy-GB", new_page=True):
        report.p("Yn Gymraeg", Run(note="Nodyn."), ".")
    report.items([Noted("one", ("Of the item.",))])
    assert verapdf.broken(report.render()) == []


def test_a_part_in_another_language_counts_its_own_notes_in_its_own_words() -> None:
    report = a_report()
    report.p("One", Run(note="First."))
    with report.part(lang="cy-GB", new_page=True):
        report.p("Un", Run(note="Cyntaf."))
    data = report.render()
    assert [each.text for each in readout(data).said if each.role == "Lbl"] == ["[1] ", "[1] "]
    assert len(_pages_of(data, "/Note")) == 2
    with pikepdf.open(BytesIO(data)) as pdf:
        assert {str(each.Contents) for each in pdf.pages[1].Annots} == {"Nodyn 1", "Yn ôl at farc nodyn 1"}
