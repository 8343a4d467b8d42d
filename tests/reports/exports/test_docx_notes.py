# SPDX-License-Identifier: MIT
"""Word's own footnotes: every mark has its note, in its language, and nothing is left behind where there is none."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx

from reports.exports.letter_docx import as_docx
from tests.reports.pdf.letters import a_letter

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = (("a", "", (("prose", "One."), ("note", "Of one & <two>."), ("bullet", "b"), ("note", "Of b."))),)


def parts(data: bytes) -> dict[str, Any]:
    with ZipFile(BytesIO(data)) as file:
        return {
            name: ElementTree.fromstring(file.read(name))
            for name in file.namelist()
            if name.endswith((".xml", ".rels"))
        }


def test_every_mark_has_its_note_in_its_own_language() -> None:
    found = parts(as_docx(a_letter(_BODY), a_letter(_BODY, language="cy")))
    marks = [each.get(f"{_W}id") for each in found["word/document.xml"].iter(f"{_W}footnoteReference")]
    notes = {each.get(f"{_W}id"): each for each in found["word/footnotes.xml"]}
    assert marks == ["1", "2", "3", "4"]
    assert ["".join(notes[each].itertext()).strip() for each in marks] == ["Of one & <two>.", "Of b."] * 2
    tags = [each.get(f"{_W}val") for name in marks for each in notes[name].iter(f"{_W}lang")]
    assert tags == ["en-GB", "en-GB", "cy-GB", "cy-GB"]


def test_the_separators_are_named_and_the_part_is_announced() -> None:
    found = parts(as_docx(a_letter(_BODY)))
    settings = [each.tag.removeprefix(_W) for each in found["word/settings.xml"]]
    assert settings.index("footnotePr") < settings.index("compat")
    kinds = [each.get(f"{_W}type") for each in found["word/footnotes.xml"]]
    assert kinds == ["separator", "continuationSeparator", None, None]
    types = ElementTree.tostring(found["[Content_Types].xml"], "unicode")
    assert "/word/footnotes.xml" in types
    assert "relationships/footnotes" in ElementTree.tostring(found["word/_rels/document.xml.rels"], "unicode")


def test_marks_are_raised_and_the_words_stay_as_they_are() -> None:
    document = docx.Document(BytesIO(as_docx(a_letter(_BODY))))
    (said,) = [each for each in document.paragraphs if each.text == "One."]
    assert said.runs[-1].style.name == "footnote reference"
    assert document.styles["footnote reference"].font.superscript


def test_a_letter_without_notes_has_no_such_part() -> None:
    assert "word/footnotes.xml" not in parts(as_docx(a_letter()))
