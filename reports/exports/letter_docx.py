# SPDX-License-Identifier: MIT
"""A letter as a Word document with real headings, lists and languages, to be commented on. What is told: letter.py."""

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from reports.exports.docx_notes import Footnotes
from reports.exports.letter import Block, blocks, title
from reports.pdf.metadata import TAGS
from storage.model import clock
from storage.model.letter import WholeLetter

_STYLES = {"h1": "Heading 1", "h2": "Heading 2", "bullet": "List Bullet", "numbered": "List Number"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MUTED, _TEXT = RGBColor(0x4F, 0x5C, 0x69), RGBColor(0x1A, 0x24, 0x2E)


def as_docx(letter: WholeLetter, pair: WholeLetter | None = None) -> bytes:
    """Return the letter as a .docx file; its pair in the other language follows on a page of its own."""
    document = docx.Document()
    _dress(document, letter.letter.language)
    notes = Footnotes(document)
    for number, each in enumerate([letter, *([pair] if pair else [])]):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for block in blocks(each):
            _write(document, block, notes)
    notes.finish()
    about, shell = document.core_properties, letter.letter
    about.title, about.language = _plain(title(shell))[:255], TAGS[shell.language]
    about.author, about.comments = _plain(shell.signatory)[:255], ""
    about.created = about.modified = clock.now()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _write(document: Document, block: Block, notes: Footnotes) -> None:
    told = block.noted()
    if block.kind in ("letterhead", "addressee"):
        told = (("\n".join(block.lines), ()),)
    count = _counting(document) if block.kind == "numbered" else None
    for line, own in told:
        paragraph = document.add_paragraph(style=_STYLES.get(block.kind))
        run = paragraph.add_run(_plain(line))
        run.bold = block.kind in ("letterhead", "name") or None
        if block.kind in ("notice", "copies"):
            run.font.color.rgb = _MUTED
        if block.kind in ("h1", "h2"):
            run.font.color.rgb = _TEXT
        _speak(run._r, TAGS[block.language])
        for each in own:
            notes.add(paragraph, _plain(each), TAGS[block.language])
        if count is not None:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = count


def _speak(run: object, tag: str) -> None:
    """Say in which language a run is: a screen reader's voice and the spelling checker follow it."""
    properties = run.get_or_add_rPr()  # type: ignore[attr-defined]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), tag)
    properties.append(language)


def _counting(document: Document) -> int:
    """Return a numbering of its own that begins with 1: the style alone would go on counting from list to list."""
    numbering = document.part.numbering_part.element
    of_style = document.styles[_STYLES["numbered"]].element.pPr.numPr.numId.val
    made = numbering.add_num(numbering.num_having_numId(of_style).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _dress(document: Document, language: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    properties = normal.element.get_or_add_rPr()
    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): TAGS[language]}))


def _plain(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
