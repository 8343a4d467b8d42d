# SPDX-License-Identifier: MIT
"""Footnotes of a Word document: Word's own, which its library cannot make. Whose notes they are: letter.py.

ISO/IEC 29500-1, 17.11: a part of the file with two separators and every note, a reference where each mark stands.
"""

from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_AFTER_NOTES = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids")
"""Settings that must stand behind those of footnotes, as far as a document has them."""


class Footnotes:
    """The footnotes of one document."""

    def __init__(self, document: Document) -> None:
        """Begin with none."""
        self._document = document
        self._notes: list[str] = []

    def add(self, paragraph: Paragraph, words: str, tag: str) -> None:
        """Put a mark at the paragraph's end and its note, in the language of the tag, at the page's foot."""
        if not self._notes:
            self._dress()
        number = len(self._notes) + 1
        mark = paragraph.add_run()
        mark.style = self._document.styles["footnote reference"]
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        mark._r.append(reference)
        text, mark_style = self._names()
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{mark_style}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:rPr><w:lang w:val="{tag}"/></w:rPr><w:t xml:space="preserve"> {escape(words)}</w:t></w:r>'
            "</w:p></w:footnote>"
        )

    def finish(self) -> None:
        """Put the notes into the document; nothing where there is none."""
        if not self._notes:
            return
        between = (
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for kind, number in _SEPARATORS
        )
        content = f"<w:footnotes {nsdecls('w')}>{''.join([*between, *self._notes])}</w:footnotes>"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        name, package = PackURI("/word/footnotes.xml"), self._document.part.package
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, f"{head}{content}".encode(), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._announce()

    def _announce(self) -> None:
        """Name the separators in the settings, in their place among them (17.15.1.78)."""
        settings, own = self._document.settings.element, OxmlElement("w:footnotePr")
        for _kind, number in _SEPARATORS:
            each = OxmlElement("w:footnote")
            each.set(qn("w:id"), str(number))
            own.append(each)
        behind = next((found for name in _AFTER_NOTES if (found := settings.find(qn(name))) is not None), None)
        if behind is None:
            settings.append(own)
        else:
            behind.addprevious(own)

    def _dress(self) -> None:
        styles = self._document.styles
        text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style, text.font.size = styles["Normal"], Pt(9)
        mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.font.superscript = True

    def _names(self) -> tuple[str, str]:
        styles = self._document.styles
        return styles["footnote text"].style_id, styles["footnote reference"].style_id
