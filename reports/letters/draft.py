# SPDX-License-Identifier: MIT
"""A letter before it is a record: plain data that a letter type composes. Nothing here is stored or laid out."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence and what it stands on."""

    text: str
    sources: tuple[str, ...] = ()
    """"entity:identifier" each; empty only for standard wording."""
    standard: bool = False


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph, or one item of a list."""

    kind: str
    """prose, bullet, numbered or note (model/letter.Paragraph)."""
    sentences: tuple[DraftSentence, ...]

    @property
    def text(self) -> str:
        """Return the paragraph's words."""
        return " ".join(each.text for each in self.sentences)


@dataclass(frozen=True, slots=True)
class DraftSection:
    """One section of the standard structure."""

    code: str
    title: str
    paragraphs: tuple[DraftParagraph, ...]

    @property
    def text(self) -> str:
        """Return the section's words, a paragraph a line."""
        return "\n".join(each.text for each in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole letter. The fields of its shell are those of model/letter.Letter."""

    kind: str
    language: str
    visit_id: str
    authority_id: str
    date: str
    addressee: tuple[str, ...]
    salutation: str
    re_line: str
    close: str
    signatory: str
    signatory_role: str
    copies: tuple[str, ...]
    letterhead: tuple[str, ...]
    wording: str
    illustration: bool
    sections: tuple[DraftSection, ...]

    def sentences(self) -> Iterator[DraftSentence]:
        """Yield every sentence, in order."""
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph.sentences

    def section(self, code: str) -> DraftSection | None:
        """Return the section with the code, or None where the facts gave it nothing to say."""
        return next((each for each in self.sections if each.code == code), None)
