# SPDX-License-Identifier: MIT
"""A whole visit as a Word document with real headings, lists and language. What is told: telling.py."""

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from reports.exports.pdf import NOT_ENCRYPTED
from reports.exports.telling import telling, title
from reports.exports.visit import WholeVisit
from resources.language import _, current
from storage.model import clock

_STYLES = {
    "title": "Title",
    "h2": "Heading 1",
    "h3": "Heading 2",
    "marks": "About a note",
    "warning": "Subtitle",
    "notice": "Intense Quote",
    "aside": "Quote",
    "item": "List Bullet",
    "number": "List Number",
}
_TAGS = {"en": "en-GB", "cy": "cy-GB"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML may hold; a tab and a line end may stand."""
_MUTED = RGBColor(0x4F, 0x5C, 0x69)


def as_docx(whole: WholeVisit) -> bytes:
    """Return the visit as a .docx file."""
    document = docx.Document()
    _dress(document)
    _name(document, whole)
    # By identifier: the library searches every style anew for each paragraph that names one.
    styles = {kind: document.styles[name].style_id for kind, name in _STYLES.items()}
    for kind, text in telling(whole):
        _write(document, text, styles.get(kind))
        if kind == "title":
            _write(document, _(NOT_ENCRYPTED), styles["warning"])
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _write(document: Document, text: str, style_id: str | None) -> None:
    written = document.add_paragraph(_plain(text))
    if style_id is not None:
        written._p.style = style_id


def _dress(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): _TAGS[current()]})
    normal.element.get_or_add_rPr().append(language)
    marks = document.styles.add_style(_STYLES["marks"], WD_STYLE_TYPE.PARAGRAPH)
    marks.base_style = normal
    marks.font.size, marks.font.color.rgb = Pt(9), _MUTED
    marks.paragraph_format.keep_with_next = True


def _name(document: Document, whole: WholeVisit) -> None:
    about = document.core_properties
    about.title, about.language = _plain(title(whole))[:255], _TAGS[current()]
    about.author = _plain(next((whole.names.get(each, "") for each, role in whole.roles.items() if role == "lead"), ""))
    about.comments, about.created, about.modified = "", clock.now(), clock.now()


def _plain(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
