# SPDX-License-Identifier: MIT
"""What strains a layout: tall rows, lists in lists, notes, two signatures; and what is refused, in words."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfbase.pdfmetrics import stringWidth

from reports.checks.pdf_words import pdf_words
from reports.pdf import fonts, page
from reports.pdf.flowables import Run
from reports.pdf.render import FIELD, SECOND_FIELD, Signatory, render
from reports.pdf.report import Report
from reports.signing.identity import Identity, read_identity
from reports.signing.sign import Occasion, sign
from reports.signing.verify import verify
from storage.errors import BadFile, Refused, Trouble
from tests.reports.pdf.letters import a_letter, a_long_letter
from tests.reports.pdf.readout import readout
from tests.reports.pdf.samples import a_picture, a_report
from tests.reports.pdf.verapdf import VeraPdf
from tests.reports.signing.paper import PASSWORD, pkcs12_file

_NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)
_WELCOME = "You are welcome to reply in Welsh, in English or in both, and to do so will never lead to any delay."
_TALL = "A cell that does not end on this page. " * 160


def everything() -> Report:
    """Return one document with all that the engine can do."""
    report = a_report()
    report.h(1, "A hard document")
    report.p("Seen twice", Run(note="On both days."), " and told ", Run("unwaith", lang="cy-GB"), " by one.")
    report.p("See ", Run("the code", url="https://example.org/code"), Run(note="Of 2023."), ".")
    report.h(2, "Lists")
    report.items(["one", ("two", ["a", ("b", ["deep"]), "c"]), "three"], numbered=True)
    report.h(3, "Tables")
    report.table(["What", "Where"], [[_TALL, "short"], ["next", "short too"]], [0.6, 0.4], "A caption")
    report.figure(a_picture(), "A blue rectangle", 120, "Figure 1")
    return report


def elements(data: bytes, tag: str) -> list[Any]:
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == tag]
        return [{str(key): str(value) for key, value in each.items() if key in ("/ID", "/Alt")} for each in found]


def test_everything_at_once_conforms_and_is_read_in_order(verapdf: VeraPdf) -> None:
    data = everything().render()
    heard = readout(data)
    assert heard.problems == []
    assert verapdf.broken(data) == []
    assert heard.texts("H1", "H2", "H3") == ["A hard document", "Lists", "Tables"]


def test_a_row_taller_than_a_page_goes_on_and_stays_one_row() -> None:
    report = a_report()
    report.table(["What", "Where"], [[_TALL, "short"], ["next", "short too"]], [0.6, 0.4])
    data = report.render()
    heard = readout(data)
    assert heard.problems == []
    assert heard.texts("TD") == [_TALL.strip(), "short", "next", "short too"]
    assert ["What\nWhere" in page for page in heard.artifacts] == [False] + [True] * (len(heard.artifacts) - 1)
    assert len(elements(data, "/TR")) == 3


def test_lists_stand_within_items_and_no_deeper_than_can_be_followed() -> None:
    report = a_report()
    report.items(["one", ("two", ["a", ("b", ["deep"])])])
    paths = [each.path for each in readout(report.render()).said if each.role == "LBody"]
    assert [path.count("L/LI") for path in paths] == [1, 1, 2, 2, 3]
    with pytest.raises(ValueError, match="within 3"):
        a_report().items([("1", [("2", [("3", ["4"])])])])


def _on_last_page(data: bytes) -> list[str]:
    """Return what the structure shows on the last page, a line each."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf_words(data)[0][len(pdf.pages) - 1].split("\n")


@pytest.mark.parametrize("fill", range(18, 34))
def test_a_signature_never_stands_alone_on_its_page(fill: int) -> None:
    lines = tuple(("prose", f"Line {number}.") for number in range(fill))
    ends = (("prose", "If you have questions, contact me."), ("prose", f"{_WELCOME} Ask me."), ("prose", "Formats."))
    shown = _on_last_page(render(a_letter((("a", "", lines), ("next", "Next steps", ends)))))
    assert shown[shown.index("Signature") - 1] == "Yours sincerely,"
    assert {"Ask me.", "Formats."} <= {each[-8:].strip() for each in shown}
    assert ("Next steps" in shown) == ("If you have questions, contact me." in shown)


def test_a_long_last_paragraph_goes_with_the_signature() -> None:
    said = "This sentence is one of many in the last paragraph of all. " * 20
    for fill in range(14, 30):
        lines = tuple(("prose", f"Line {number}.") for number in range(fill))
        assert any(
            "many in the last" in line
            for line in _on_last_page(render(a_letter((("a", "", (*lines, ("prose", said))),))))
        )


@pytest.mark.parametrize("shares", [[0.7, 0.7], [0.05] * 20])
def test_a_table_wider_than_the_page_is_refused_before_anything_is_laid_out(shares: list[float]) -> None:
    report = a_report()
    with pytest.raises(Refused, match=f"these {len(shares)} columns is wider than the page"):
        report.table(["A"] * len(shares), [], shares)
    report.p("The report goes on.")
    assert readout(report.render()).texts() == ["The report goes on."]


def _of_many_dots() -> bytes:
    file = BytesIO()
    Image.new("1", (12_000, 9_000)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (b"no picture", "damaged"),
        (a_picture()[:-40], "damaged"),
        (_of_many_dots(), "more than 100 million dots"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(picture: bytes, sentence: str) -> None:
    with pytest.raises(BadFile, match=sentence):
        a_report().figure(picture, "What it shows", 120)


def test_a_word_longer_than_the_line_is_broken_not_lost() -> None:
    report = a_report()
    report.p("W" * 200)
    assert readout(report.render()).texts("P") == ["W" * 200]


def test_characters_that_cannot_be_seen_are_refused_by_name_and_place() -> None:
    for hidden in ("\u202e", "\ue000", "\x07"):
        with pytest.raises(Trouble, match=f"U\\+{ord(hidden):04X}.*section 1, paragraph 1"):
            render(a_letter((("a", "", (("prose", f"A secret{hidden} stands here."),)),)))


@pytest.fixture(scope="module")
def both() -> tuple[Identity, Identity]:
    names = ("Carys Probert", "Megan Rees")
    first, second = (read_identity(pkcs12_file(name, begins=_NOW), PASSWORD, _NOW) for name in names)
    return first, second


def test_two_signatories_have_a_field_each_with_name_and_role_beside_it() -> None:
    data = render(a_letter(), second=Signatory("Megan Rees", "Second inspector"))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(each.T) for each in pdf.Root.AcroForm.Fields] == [FIELD, SECOND_FIELD]
        assert str(pdf.Root.AcroForm.Fields[1].TU) == "Digital signature of Megan Rees"
        boxes = [[float(side) for side in each.Rect] for each in pdf.Root.AcroForm.Fields]
    assert boxes[0][1] > boxes[1][3], "the second stands below the first"
    said = readout(data).texts()
    assert said[-5:-1] == ["Inspector (practice)", "Signature", "Megan Rees", "Second inspector"]


def test_both_sign_one_after_the_other_and_the_letter_still_conforms(
    verapdf: VeraPdf, both: tuple[Identity, Identity]
) -> None:
    unsigned = render(a_long_letter(12), second=Signatory("Megan Rees"))
    once = sign(unsigned, both[0], Occasion(_NOW))
    twice = sign(once, both[1], Occasion(_NOW + timedelta(hours=1)), field=SECOND_FIELD)
    verdict = verify(
        twice,
        fields=(FIELD, SECOND_FIELD),
        unsigned=unsigned,
        trusted=[each.certificate for each in both],
        now=_NOW + timedelta(hours=2),
    )
    assert [problem.plain() for problem in verdict.problems] == []
    assert [(each.field, each.name, each.intact) for each in verdict.signers] == [
        (FIELD, "Carys Probert", True),
        (SECOND_FIELD, "Megan Rees", True),
    ]
    assert twice.startswith(once)
    assert [verapdf.broken(each) for each in (unsigned, once, twice)] == [[], [], []]


def test_a_letter_that_the_second_has_not_signed_says_so(both: tuple[Identity, Identity]) -> None:
    once = sign(render(a_letter(), second=Signatory("Megan Rees")), both[0], Occasion(_NOW))
    verdict = verify(once, fields=(FIELD, SECOND_FIELD), trusted=[both[0].certificate], now=_NOW)
    assert [problem.plain() for problem in verdict.problems] == ["The place for the signature “Sig2” is empty."]
    assert verify(once, trusted=[both[0].certificate], now=_NOW).is_well


def test_a_letter_for_one_has_no_place_for_a_second(both: tuple[Identity, Identity]) -> None:
    once = sign(render(a_letter()), both[0], Occasion(_NOW))
    with pytest.raises(BadFile, match="no place"):
        sign(once, both[1], Occasion(_NOW), field=SECOND_FIELD)


def test_two_digits_of_a_list_do_not_touch_its_words() -> None:
    def left(count: int) -> float:
        report = a_report()
        report.items([f"Item {number}." for number in range(count)], numbered=True)
        return min(x for x in _lefts(report.render()) if x > 90)

    assert left(9) == pytest.approx(page.SIDE + page.INDENT)
    assert left(12) > page.SIDE + page.INDENT + stringWidth("12.", fonts.REGULAR, 10.5) - page.INDENT


def _lefts(data: bytes) -> list[float]:
    """Return where each text object of the first page begins, from the left, in points."""
    with pikepdf.open(BytesIO(data)) as pdf:
        told = [(str(operator), operands) for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])]
    found, base = [], 0.0
    for operator, operands in told:
        if operator == "cm":
            base = float(operands[4]) if float(operands[4]) else base
        elif operator == "Tm":
            found.append(base + float(operands[4]))
    return found


def test_a_section_with_nothing_to_say_has_no_heading() -> None:
    heard = readout(render(a_letter((("a", "Empty", (("prose", " "),)), ("b", "Said", (("prose", "One."),))))))
    assert heard.texts("H2") == ["Said"]


def test_the_hardest_words_and_the_longest_lists_lose_nothing() -> None:
    place = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    long = " ".join(f"Brawddeg {number} am {place}." for number in range(120))
    asked = tuple(("numbered", f"Rhaid i'r awdurdod, {number}.") for number in range(40))
    body = (("a", place, (*asked, ("prose", long), ("note", f"{place} " * 30), ("bullet", "A" * 300))),)
    heard = readout(render(a_letter(body, language="cy", copies=(place,) * 30, signatory_role=f"{place} {place}")))
    assert heard.problems == []
    said = "".join(heard.texts()).replace(" ", "")
    for words in (long, "A" * 300, f"{place} " * 30, *(text for _kind, text in asked)):
        assert words.replace(" ", "") in said
