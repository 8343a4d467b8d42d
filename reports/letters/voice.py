# SPDX-License-Identifier: MIT
"""How a letter type speaks: slots filled from facts, each sentence with its sources, the unknown left out or shown.

What is said, and in which order, is in each letter type.
"""

from collections.abc import Iterable, Sequence

from reports.facts import Facts
from reports.letters.dates import in_words
from reports.letters.draft import Draft, DraftParagraph, DraftSection, DraftSentence
from reports.letters.wording import Wording
from storage.model.finding import Finding
from storage.model.record import Record


def source(record: Record) -> str:
    """Return the record as a sentence names its source: "finding:identifier"."""
    return f"{record.entity}:{record.id}"


class Voice:
    """Fills the slots of one wording from one visit's facts."""

    def __init__(self, facts: Facts, wording: Wording) -> None:
        """Take the facts and the words."""
        self.facts, self.wording = facts, wording
        self._introduced: set[str] = set()

    def standard(self, slot: str, **values: str) -> DraftSentence:
        """Return a sentence of the letter type itself, which needs no source."""
        return DraftSentence(self._fill(slot, values), (), True)

    def said(self, slot: str, sources: Iterable[Record | None], **values: str) -> DraftSentence | None:
        """Return a sentence drawn from records; None when a record or a value is missing, for nothing is guessed."""
        known = list(sources)
        if None in known or not known or not all(values.values()):
            return None
        named = dict.fromkeys(source(each) for each in known if each is not None)
        return DraftSentence(self._fill(slot, values), tuple(named))

    def stated(self, findings: Iterable[Finding]) -> list[DraftSentence]:
        """Return the findings' own statements as sentences."""
        return [DraftSentence(self.own(each.statement), (source(each),)) for each in findings if each.statement]

    def own(self, text: str) -> str:
        """Return a record's words in the letter's language; words without a known translation are marked."""
        if self.wording.language == "en" or not text:
            return text
        return self.wording.table("terms").get(text) or str(self.wording.words["unknown"]).format(text=text)

    def named(self, table: str, key: str) -> str:
        """Return what the shared words call something ("CSSIW", "case_files"); the record's own word otherwise."""
        return self.wording.table(table).get(key) or self.own(key)

    def inspectorate(self, code: str) -> str:
        """Return the inspectorate's name of the time: in full where the letter first names it, short from then on."""
        known = code in self._introduced
        self._introduced.add(code)
        return self.named("short" if known else "inspectorates", code)

    def amount(self, number: int, unit: str) -> str:
        """Return an amount of time in words: "four weeks"."""
        amounts = self.wording.table("amounts")
        return amounts.get(f"{number} {unit}") or amounts[unit].format(number=number)

    def number(self, number: int) -> str:
        """Return a number in words where the language has it, else in digits."""
        return self.wording.table("numbers").get(str(number), str(number))

    def dates(self, text: str, *, weekday: bool = False) -> str:
        """Return a fuzzy date in words."""
        return in_words(text, self.wording, weekday=weekday)

    def joined(self, items: Iterable[str]) -> str:
        """Return the items as a list within a sentence; with semicolons where an item holds a comma or an "and"."""
        every = [each for each in items if each]
        words = self.wording.words
        strong = any("," in each or ";" in each or words["last"] in each for each in every)
        comma, last = ("strong", "strong_last") if strong else ("comma", "last")
        return str(words[last]).join([p for p in (str(words[comma]).join(every[:-1]), *every[-1:]) if p])

    def points(self, codes: Iterable[str]) -> str:
        """Return the criteria with these codes as phrases in a list; the criterion's title where no phrase is known."""
        return self.joined(self._point(code) for code in codes)

    def authority(self) -> str:
        """Return the authority's name in the letter's language."""
        authority = self.facts.authority
        return authority.name_cy or authority.name if self.wording.language == "cy" else authority.name

    def _point(self, code: str) -> str:
        criterion = self.facts.rubric.criterion(code) if self.facts.rubric else None
        title = criterion.title.get(self.wording.language, code) if criterion else code
        return self.wording.table("points").get(code, title)

    def _fill(self, slot: str, values: dict[str, str]) -> str:
        text = self.wording.sentences[slot].format(**values)
        return text[:1].upper() + text[1:]


def paragraph(*sentences: DraftSentence | None, kind: str = "prose") -> DraftParagraph | None:
    """Return the sentences that there are as a paragraph; None when there are none."""
    there = tuple(each for each in sentences if each is not None)
    return DraftParagraph(kind, there) if there else None


def note(sentence: DraftSentence | None) -> DraftParagraph | None:
    """Return a sentence as a note to the paragraph before it; None without one."""
    return paragraph(sentence, kind="note")


def items(sentences: Iterable[DraftSentence | None], kind: str = "bullet") -> list[DraftParagraph]:
    """Return each sentence that there is as an item of a list."""
    return [DraftParagraph(kind, (each,)) for each in sentences if each is not None]


def lists(
    lead: DraftSentence | None, sentences: Iterable[DraftSentence | None], kind: str = "bullet"
) -> list[DraftParagraph]:
    """Return a lead-in and its list; nothing when the list is empty."""
    found = items(sentences, kind)
    opening = paragraph(lead)
    return [opening, *found] if found and opening else found


def section(voice: Voice, code: str, paragraphs: Sequence[DraftParagraph | None]) -> DraftSection | None:
    """Return a section with its heading; None when it has nothing to say."""
    there = tuple(each for each in paragraphs if each is not None)
    return DraftSection(code, voice.wording.headings[code], there) if there else None


def closing(voice: Voice, *before: DraftParagraph | None) -> DraftSection | None:
    """Return the section "close": what the type says first, then contact, Welsh and other formats (domain (d))."""
    shell = [paragraph(voice.standard(slot)) for slot in ("contact", "welsh", "formats")]
    return section(voice, "close", [*before, *shell])


def _address(facts: Facts) -> tuple[str, ...]:
    """Return where the letter goes: the office-holder's own address, else the authority's."""
    return (facts.addressee.address if facts.addressee else ()) or facts.authority.address


def letter(voice: Voice, sections: Sequence[DraftSection | None]) -> Draft:
    """Return the letter: the common shell of domain (d) around the sections that there are."""
    facts, wording = voice.facts, voice.wording
    signatory, addressee = facts.signatory, facts.addressee
    blank = "[…]"
    written_to = (addressee.name or blank, voice.own(addressee.display_role)) if addressee else (blank, "")
    service = voice.own(facts.visit.service or facts.authority.service)
    illustration = facts.visit.illustration or facts.authority.illustration
    return Draft(
        kind=wording.kind,
        language=wording.language,
        visit_id=facts.visit.id,
        authority_id=facts.authority.id,
        date=facts.date,
        addressee=tuple(line for line in (*written_to, voice.authority(), *_address(facts)) if line),
        salutation=wording.sentences["salutation"].format(name=written_to[0]),
        re_line=wording.sentences["re_line"].format(service=service, authority=voice.authority()),
        close=wording.sentences["close"],
        signatory=signatory.name if signatory else blank,
        signatory_role=voice.own(signatory.display_role) if signatory else "",
        copies=wording.copies,
        letterhead=wording.lines("practice_letterhead" if illustration else "letterhead"),
        wording=wording.name,
        illustration=illustration,
        sections=tuple(each for each in sections if each is not None),
    )
