# SPDX-License-Identifier: MIT
"""The faces have Welsh; what they lack is refused by name."""

import unicodedata
from io import BytesIO

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reports.pdf import fonts
from resources import paths
from storage.errors import Trouble
from tests.reports.pdf.letters import WELSH


def test_every_face_has_welsh_and_a_letters_punctuation() -> None:
    text = WELSH + "“”‘’–—…•€£½·"
    assert fonts.check(text, "here") == text


def test_decomposed_letters_are_composed() -> None:
    assert fonts.check(unicodedata.normalize("NFD", WELSH), "here") == WELSH


def test_line_ends_and_tabs_are_spaces_and_soft_hyphens_go() -> None:
    assert fonts.check("a\n\t b\N{SOFT HYPHEN}c\N{NO-BREAK SPACE}d", "here") == "a bc\N{NO-BREAK SPACE}d"


@pytest.mark.parametrize(
    ("character", "code"), [("猫", "U+732B"), ("😀", "U+1F600"), ("\x07", "U+0007"), ("Ж", "U+0416")]
)
def test_a_lacking_character_is_trouble_that_names_it_and_its_place(character: str, code: str) -> None:
    with pytest.raises(fonts.MissingGlyph) as trouble:
        fonts.check(f"secret {character} words", "section 2, paragraph 1")
    assert isinstance(trouble.value, Trouble)
    assert trouble.value.code == 7
    assert code in str(trouble.value)
    assert "section 2, paragraph 1" in str(trouble.value)
    assert "secret" not in str(trouble.value)
    assert str(trouble.value).isprintable()


def test_what_no_face_has_becomes_a_question_mark_and_lines_stay_lines() -> None:
    assert fonts.printable("W\u0302 ŵyn 猫\nline\ttab 😀") == "Ŵ ŵyn ?\nline\ttab ?"


def test_the_slanted_faces_have_the_characters_of_the_upright_ones() -> None:
    fonts.load_slanted()
    faces = (fonts.REGULAR, fonts.ITALIC, fonts.BOLD_ITALIC)
    known = [set(pdfmetrics.getFont(name).face.charToGlyph) for name in faces]
    assert known[0] == known[1] == known[2]


def test_our_face_answers_as_reportlab_does() -> None:
    fonts.load()
    ours, theirs = pdfmetrics.getFont(fonts.BOLD), TTFont("Theirs", str(paths.font("NotoSans-Bold.ttf")))
    for text in ("Plain words.", WELSH, "a\N{NO-BREAK SPACE}b", "", "5 € – “ŵ”"):
        assert ours.stringWidth(text, 10.5) == pytest.approx(theirs.stringWidth(text, 10.5))
        one, other = Canvas(BytesIO())._doc, Canvas(BytesIO())._doc
        for _again in range(2):
            assert ours.splitString(text, one) == theirs.splitString(text, other)
