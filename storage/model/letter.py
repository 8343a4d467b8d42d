# SPDX-License-Identifier: MIT
"""A letter as data: shell, sections, paragraphs, sentences with their sources. No wording, no layout.

Small pieces, because two inspectors share them: each piece is a noun with an order key of its own.
"""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Record):
    """The shell of a letter: to whom, about what, from whom."""

    entity: ClassVar[str] = "letter"
    visit_id: str = ""
    authority_id: str = ""
    kind: str = ""
    """A letter type of reports/catalogue.py: "improvement_conference"."""
    language: str = "en"
    date: str = ""
    """The date printed, ISO."""
    addressee: tuple[str, ...] = ()
    """One line each: name, role where a source states it, address."""
    salutation: str = ""
    re_line: str = prose()
    close: str = ""
    signatory: str = ""
    """The name printed under the signature."""
    signatory_role: str = ""
    copies: tuple[str, ...] = ()
    letterhead: tuple[str, ...] = ()
    """The inspectorate's bilingual name and address, one line each."""
    wording: str = ""
    """Edition of the wording it was drafted with."""
    illustration: bool = False
    """True: every page says that it is a worked example."""
    status: str = "drafting"
    """A state of rules.LETTER_STATES."""
    document_id: str = ""
    """The signed PDF, once sealed (DocumentId)."""
    unsigned_id: str = ""
    """The PDF that was signed, as it stood before (DocumentId)."""
    sealed_by: str = ""
    """Who signed, as the certificate names her."""
    certificate: str = ""
    """The signer's certificate, DER as hex: what verifies the signature years later."""
    sealed_at: str = ""
    cites: tuple[tuple[str, str, str], ...] = ()
    """For each stream the letter cites when sealed: (stream, version vector as JSON, evidence digest)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Record):
    """One section of the standard structure (domain (d))."""

    entity: ClassVar[str] = "section"
    letter_id: str = ""
    order: str = ""
    """Sorts among its siblings as text: "0010"."""
    code: str = ""
    """Its slot in the structure: "thanks"."""
    title: str = ""
    """Printed as a heading when not empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Record):
    """A paragraph, or one item of a list."""

    entity: ClassVar[str] = "paragraph"
    letter_id: str = ""
    section_id: str = ""
    order: str = ""
    kind: str = "prose"
    """prose, bullet or numbered; neighbouring items of one kind print as one list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Record):
    """One sentence and what it stands on."""

    entity: ClassVar[str] = "sentence"
    letter_id: str = ""
    paragraph_id: str = ""
    order: str = ""
    text: str = prose()
    sources: tuple[str, ...] = ()
    """What it is drawn from, "entity:identifier" each; empty for standard wording."""
    standard: bool = False
    """True for wording of the letter type itself, which needs no source."""
    check: bool = False
    """True once its words were amended after its sources were given: somebody should look."""


@dataclass(frozen=True, slots=True)
class WholeParagraph:
    """A paragraph with its sentences, in order."""

    paragraph: Paragraph
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """Return the paragraph's words."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class WholeSection:
    """A section with its paragraphs, in order."""

    section: Section
    paragraphs: tuple[WholeParagraph, ...]


@dataclass(frozen=True, slots=True)
class WholeLetter:
    """A letter with everything in it, in order: what is printed, traced and signed."""

    letter: Letter
    sections: tuple[WholeSection, ...]
