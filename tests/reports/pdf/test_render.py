# SPDX-License-Identifier: MIT
"""Letters laid out for real and read back: same bytes, same words, one empty field, a notice on every page."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reports.pdf.fonts import MissingGlyph
from reports.pdf.render import FIELD, render
from storage.errors import Refused
from storage.model.letter import WholeLetter
from tests.reports.pdf.letters import WELSH, a_letter, a_long_letter, expected
from tests.reports.pdf.readout import readout

_NOTICE = {
    "en": "Worked example: invented for illustration from public sources, "
    "not a record or letter of Care Inspectorate Wales",
    "cy": "Enghraifft ymarfer: dyfeisiwyd at ddibenion darlunio o ffynonellau cyhoeddus, "
    "nid cofnod na llythyr gan Arolygiaeth Gofal Cymru",
}
_ROOT = Path(__file__).resolve().parents[3]


def _everything_said(letter: WholeLetter, *, before: list[str], after: list[str]) -> list[str]:
    """What a listener should hear of a letter without lists, from the letter alone."""
    shell = letter.letter
    titles = [section.section.title for section in letter.sections]
    body: list[str] = []
    for title, section in zip(titles, letter.sections, strict=True):
        body += [title] * bool(title) + [paragraph.text for paragraph in section.paragraphs]
    return [*before, shell.salutation, shell.re_line, *body, shell.close, *after]


@pytest.mark.parametrize(
    ("language", "day", "label"),
    [("en", "12 October 2018", "Signature"), ("cy", "12 Hydref 2018", "Llofnod")],
)
def test_reading_in_tag_order_gives_the_letter_and_nothing_else(language: str, day: str, label: str) -> None:
    text = f"Mae {WELSH} yma, “fel hyn” – ac fel ’na… & <b>so</b> on: 5 € • done. "
    body = (("a", "", (("prose", text * 3),)), ("b", "Teitl ŵ", (("prose", text * 20), ("prose", "Diwedd."))))
    letter = a_letter(body, language=language)
    shell = letter.letter
    copies = f"{'Copies' if language == 'en' else 'Copïau'}: Chief Executive; Council Leader; Wales Audit Office"
    heard = readout(render(letter))
    assert heard.problems == []
    assert [each.strip() for each in heard.texts()] == [
        each.strip()
        for each in _everything_said(
            letter,
            before=[*shell.letterhead, *shell.addressee, day],
            after=[label, shell.signatory, shell.signatory_role, copies],
        )
    ]


def test_neighbouring_items_of_a_kind_are_one_list() -> None:
    heard = readout(render(a_letter()))
    roles = [each.path.split("/")[-3] for each in heard.said if each.role == "LBody"]
    labels = [each.text.strip() for each in heard.said if each.role == "Lbl"]
    assert roles == ["L"] * 5
    assert labels == ["•", "•", "•", "1.", "2."]
    with pikepdf.open(BytesIO(render(a_letter()))) as pdf:
        lists = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/L"]
        assert sorted(str(each.A.ListNumbering) for each in lists) == ["/Decimal", "/Disc"]


def test_a_split_paragraph_stays_one_paragraph() -> None:
    letter = a_letter((("a", "", (("prose", "One word after another and on it goes. " * 200),)),))
    data = render(letter)
    heard = readout(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 3
    assert heard.problems == []
    assert [each for each in heard.texts("P") if each.startswith("One word")] == [expected(letter)[0].strip()]


def test_a_split_list_item_keeps_one_label() -> None:
    letter = a_letter((("a", "", (("bullet", "An item that does not end soon enough. " * 200), ("bullet", "Next."))),))
    heard = readout(render(letter))
    assert heard.problems == []
    assert len(heard.texts("Lbl")) == 2
    assert [each.strip() for each in heard.texts("LBody")] == [each.strip() for each in expected(letter)]


def test_a_letter_of_thirty_pages_says_every_paragraph() -> None:
    letter = a_long_letter(200)
    data = render(letter)
    heard = readout(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    assert pages >= 30
    assert heard.problems == []
    assert [each for each in heard.texts("P") if each.startswith("Paragraph ")] == expected(letter)
    assert [f"Page {number} of {pages}" in page for number, page in enumerate(heard.artifacts, 1)] == [True] * pages


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_worked_example_says_so_on_every_page(language: str) -> None:
    heard = readout(render(a_long_letter(20, illustration=True, language=language)))
    codes = ["en"] if language == "en" else ["cy", "en"]
    assert len(heard.artifacts) > 2
    for code in codes:
        assert heard.texts().count(_NOTICE[code]) == 1
        for page in heard.artifacts[1:]:
            assert _NOTICE[code] in " ".join(reversed(page.split("\n"))) or _NOTICE[code] in _upwards(page)
    foreign = [each.lang for each in heard.said if each.text == _NOTICE["en"]]
    assert foreign == ["" if language == "en" else "en-GB"]


def _upwards(page: str) -> str:
    """The head is drawn from its lowest line up."""
    return " ".join(reversed(page.strip().split("\n")))


def test_a_real_letter_bears_no_notice() -> None:
    heard = readout(render(a_letter()))
    assert not [each for each in [*heard.texts(), *heard.artifacts] if "invented" in each]


@pytest.mark.parametrize(("how", "label"), [({"illustration": True}, "Practice signature"), ({}, "Signature")])
def test_a_practice_signature_is_labelled_beside_its_field(how: dict[str, bool], label: str) -> None:
    texts = readout(render(a_letter(**how))).texts()
    assert [each for each in texts if each.startswith(label)]
    assert any(each.startswith("Practice signature") for each in readout(render(a_letter(), practice=True)).texts())


def test_one_signature_field_waits_empty() -> None:
    with pikepdf.open(BytesIO(render(a_letter()))) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert (str(field.T), field.FT, int(field.F)) == (FIELD, "/Sig", 4)
        assert "/V" not in field
        assert str(field.TU) == "Digital signature of Practice Inspector Sample"
        assert field.AP.N.read_bytes().strip() == b""
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        form = next(each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Form")
        assert form.K.Obj.objgen == field.objgen  # unwrapped: with an array every co-signature would break the first


def test_signature_and_copies_never_stand_on_a_page_alone() -> None:
    for paragraphs in range(1, 9):
        data = render(a_long_letter(paragraphs))
        with pikepdf.open(BytesIO(data)) as pdf:
            last = pdf.pages[-1]
            field = pdf.Root.AcroForm.Fields[0]
            above = float(last.MediaBox[3]) - float(field.Rect[3])
            assert field.P.objgen == last.obj.objgen
            assert above > 150  # the last paragraph, the close and the label stand over the box


def test_the_same_letter_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from reports.pdf.render import render; from tests.reports.pdf.letters import a_long_letter;"
        "sys.stdout.buffer.write(render(a_long_letter(12, illustration=True, language='cy')))"
    )
    here = render(a_long_letter(12, illustration=True, language="cy"))
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT), "TZ": "Asia/Tokyo"}
        run = subprocess.run([sys.executable, "-c", code], env=environment, cwd=_ROOT, capture_output=True, check=True)
        assert run.stdout == here
    assert render(a_long_letter(12, illustration=True)) != here


def test_the_file_is_dated_as_the_letter_is() -> None:
    with pikepdf.open(BytesIO(render(a_letter()))) as pdf:
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20181012000000+00'00'"


@pytest.mark.parametrize(
    ("shell", "where"),
    [
        ({"letterhead": ("猫",)}, "the letterhead"),
        ({"addressee": ("A", "猫")}, "the addressee"),
        ({"salutation": "Dear 猫"}, "the salutation"),
        ({"re_line": "Re: 猫"}, "the subject line"),
        ({"signatory": "猫"}, "the close"),
        ({"copies": ("猫",)}, "the copy line"),
    ],
)
def test_a_missing_glyph_in_the_shell_is_named_with_its_place(shell: dict[str, object], where: str) -> None:
    with pytest.raises(MissingGlyph) as trouble:
        render(a_letter(**shell))
    assert "猫 (U+732B)" in str(trouble.value)
    assert where in str(trouble.value)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (
            (("a", "", (("prose", "Fine."),)), ("b", "", (("prose", "Fine."), ("prose", "Not 猫.")))),
            "section 2, paragraph 2",
        ),
        ((("a", "猫", (("prose", "Fine."),)),), "the heading of section 1"),
        ((("a", "", (("prose", "Fine."), ("bullet", "猫"), ("bullet", "b"))),), "section 1, paragraphs 2 to 3"),
    ],
)
def test_a_missing_glyph_in_the_body_is_named_with_its_place(body: tuple, where: str) -> None:
    with pytest.raises(MissingGlyph) as trouble:
        render(a_letter(body))
    assert where in str(trouble.value)
    assert "Fine" not in str(trouble.value)


def test_a_letter_without_a_date_is_refused() -> None:
    with pytest.raises(Refused, match="no date"):
        render(a_letter(date=""))
