# SPDX-License-Identifier: MIT
"""A letter as data: shell, sections, paragraphs, sentences with their sources. No wording, no layout.

Small pieces, because two inspectors share them: each piece is a noun with an order key of its own.
"""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.enclosure import WholeEnclosure
from storage.model.record import Record, prose

NOTE = "note"
"""The kind of a paragraph that is printed at the foot of the page."""


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
    second_signatory: str = ""
    """Who else signs, on her own device, once the first has; empty for a letter of one signatory."""
    second_signatory_role: str = ""
    copies: tuple[str, ...] = ()
    letterhead: tuple[str, ...] = ()
    """The inspectorate's bilingual name and address, one line each."""
    wording: str = ""
    """Edition of the wording it was drafted with."""
    wording_id: str = ""
    """The very words it was drafted with (kept_wording.KeptWording), which travel with it."""
    pair_id: str = ""
    """The same letter in the other language, from which this one was begun (pair.py)."""
    illustration: bool = False
    """True: every page says that it is a worked example."""
    status: str = "drafting"
    """A state of rules.LETTER_STATES."""
    state_reason: str = ""
    """Why it came into its state, where somebody had to say (rules.letter_needs_reason)."""
    embargo_until: str = ""
    """Of an embargoed letter: the day from which it may be published, ISO."""
    accuracy_from: str = ""
    """The day its draft went out to be checked for factual accuracy, ISO; the reply is due `accuracy_days` later."""
    accuracy_days: int = 0
    """Working days that the authority has to reply."""
    document_id: str = ""
    """The signed PDF, once sealed (DocumentId)."""
    unsigned_id: str = ""
    """The PDF that was signed, as it stood before (DocumentId)."""
    sealed_by: str = ""
    """Who signed, as the certificate names her."""
    certificate: str = ""
    """The signer's certificate, DER as hex: what verifies the signature years later."""
    sealed_at: str = ""
    countersigned_id: str = ""
    """The PDF that both signed (DocumentId), once the second has."""
    countersigned_by: str = ""
    counter_certificate: str = ""
    """The second signer's certificate, DER as hex."""
    countersigned_at: str = ""
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
    """prose, bullet, numbered or note; neighbouring items of one kind print as one list, a note at the page's foot."""
    note_to: str = ""
    """Of a note: the paragraph of its section that has its mark; empty: the one before it."""
    twin_id: str = ""
    """The paragraph of the letter in the other language that says the same (pair.py)."""
    twin_words: str = ""
    """Digest of the twin's words when somebody last said that the two say the same."""
    own_words: str = ""
    """Digest of its own words then."""


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
    enclosures: tuple[WholeEnclosure, ...] = ()
    """The files that go with it."""
