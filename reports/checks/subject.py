# SPDX-License-Identifier: MIT
"""What the checks see of a letter: its words, the records behind each sentence, who is known, what was excused.

Read once, by whoever owns the connection; the checks themselves are pure functions of it.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.catalogue import letter_type
from reports.checks.hit import Line
from reports.checks.inside import Attached, attached
from reports.checks.known import Known, known_of
from reports.facts import Facts, facts_of
from reports.letters.recommended import earlier
from reports.letters.wording import Wording
from reports.wordings import wording_of
from resources.language import N_
from storage import documents
from storage.acts.guarded import guarded
from storage.errors import Refused, StoreTrouble
from storage.model.case import CaseList
from storage.model.document import Document
from storage.model.excuse import Excuse
from storage.model.finding import Finding
from storage.model.kept_wording import is_whole
from storage.model.letter import Letter, Sentence, WholeLetter
from storage.model.note import Note
from storage.model.population import read_key
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.queries.attachments import attachments_of_note
from storage.queries.cases import key_of, lists_of_visit
from storage.queries.excuses import excuses_of_letter
from storage.queries.letters import letters, whole_letter
from storage.queries.people import people_of_stream
from storage.queries.proven import Doubts, doubts_about
from storage.queries.rows import one
from storage.store import Store
from storage.tables import NOUNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One letter and what it is judged by."""

    letter: WholeLetter
    facts: Facts
    wording: Wording
    records: Mapping[str, Record | None]
    """Source as a sentence names it → the record, or None where it is not here."""
    earlier: tuple[Recommendation, ...] = ()
    others: tuple[str, ...] = ()
    """Sentences that other visits' letters hold and no letter type says by itself."""
    attached: tuple[Attached, ...] = ()
    """The files that go with the letter."""
    known: Known = field(default_factory=Known)
    can_run: bool = True
    """False where cases were read and neither their key nor a private list is here."""
    excuses: tuple[Excuse, ...] = ()
    doubts: Doubts = field(default_factory=Doubts)
    """What is not proven of the letter and of the records behind it."""
    drafted_with: tuple[str, ...] = ()
    """The type's sentences as they were when the letter was drafted, where that edition travelled with it."""

    @property
    def sentences(self) -> list[Sentence]:
        """Return every sentence, in order."""
        return sentences_of(self.letter)

    def lines(self) -> Iterator[Line]:
        """Yield all that will be read outside: the shell, which the file says of itself too, headings, sentences."""
        yield from (Line(place, text) for place, text in _shell(self.letter.letter) if text)
        for section in self.letter.sections:
            if section.section.title:
                yield Line(section.section.id, section.section.title)
            for paragraph in section.paragraphs:
                yield from (Line(each.id, each.text) for each in paragraph.sentences)

    def is_wording(self, text: str) -> bool:
        """Say whether words are those of the letter type, its places filled: nobody has written them by hand."""
        every = (*self.wording.sentences.values(), *self.drafted_with)
        return any(re.fullmatch(_pattern(each), text, re.IGNORECASE) for each in every)

    def notes_behind(self, sentence: Sentence) -> list[Note]:
        """Return the notes that a sentence names, and those for the findings that it names."""
        found: dict[str, Note] = {}
        for key in sentence.sources:
            record = self.records.get(key)
            keys = [f"note:{each}" for each in record.supports] if isinstance(record, Finding) else [key]
            for each in keys:
                note = self.records.get(each)
                if isinstance(note, Note):
                    found[note.id] = note
        return list(found.values())


def _pattern(template: str) -> str:
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(template))


def sentences_of(letter: WholeLetter) -> list[Sentence]:
    """Return a letter's sentences, in order."""
    return [each for section in letter.sections for paragraph in section.paragraphs for each in paragraph.sentences]


def subject_of(store: Store, letter_id: str) -> Subject:
    """Read what the checks need. Raise Refused when the letter or its visit is not here, BadFile for faulty wording."""
    letter = whole_letter(store, letter_id)
    if letter is None:
        raise Refused(N_("This letter is not in the store."), N_("Choose a letter from the list."))
    shell = letter.letter
    facts = facts_of(store, shell.visit_id, shell.date)
    wording = letter_type(shell.kind).wording(shell.language)
    known, can_run = _known(store, letter, facts, wording)
    return Subject(
        letter=letter,
        facts=facts,
        wording=wording,
        records=_records(store, sentences_of(letter)),
        earlier=earlier(facts),
        others=_others(store, shell),
        attached=tuple(_attached(store, letter)),
        known=known,
        can_run=can_run,
        excuses=excuses_of_letter(store, letter_id),
        doubts=doubts_about(store, shell),
        drafted_with=_drafted_with(store, shell),
    )


def _drafted_with(store: Store, shell: Letter) -> tuple[str, ...]:
    kept = wording_of(store, shell)
    try:
        sentences = tomllib.loads(kept.sentences).get("sentences", {}) if kept and is_whole(kept) else {}
    except tomllib.TOMLDecodeError:
        return ()
    return tuple(str(each) for each in sentences.values())


def _records(store: Store, sentences: Iterable[Sentence]) -> dict[str, Record | None]:
    found: dict[str, Record | None] = {}
    for key in dict.fromkeys(key for each in sentences for key in each.sources):
        record = found[key] = _one(store, key)
        if isinstance(record, Finding):
            for note_id in record.supports:
                found.setdefault(f"note:{note_id}", one(store, Note, note_id))
    return found


def _one(store: Store, key: str) -> Record | None:
    entity, _colon, record_id = key.partition(":")
    noun = NOUNS.get(entity)
    return one(store, noun, record_id) if noun else None


def _attached(store: Store, letter: WholeLetter) -> Iterator[Attached]:
    """Yield the files that go with a letter, by the titles it gives them: its own PDFs say what it says."""
    shell, titles = letter.letter, {each.enclosure.document_id: each.enclosure.title for each in letter.enclosures}
    own = (shell.document_id, shell.unsigned_id, shell.countersigned_id)
    kept = attachments_of_note(store, shell.id)
    for each in kept:
        if each.id not in own:
            yield attached(titles.get(each.id, each.title), each.digest, _bytes(store, each), each.media_type)
    there = {each.id for each in kept}
    for one_more in letter.enclosures:  # of another letter, or with a record that has not come yet: looked at too
        if one_more.enclosure.document_id not in there:
            found = one_more.document
            data, kind = (_bytes(store, found), found.media_type) if found else (None, "")
            yield attached(one_more.enclosure.title, found.digest if found else "", data, kind)


def _bytes(store: Store, document: Document) -> bytes | None:
    try:
        return documents.read(store, document)
    except StoreTrouble:
        return None


def _others(store: Store, shell: Letter) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for each in letters(store):
        other = whole_letter(store, each.id) if each.visit_id != shell.visit_id else None
        if other is not None:
            found.update((one.text, None) for one in sentences_of(other) if not one.standard)
    return tuple(found)


def _known(store: Store, letter: WholeLetter, facts: Facts, wording: Wording) -> tuple[Known, bool]:
    """Return who is looked for and who may be named, and whether looking makes sense here."""
    lines, lists = guarded(store, facts.visit.id), lists_of_visit(store, facts.visit.id)
    keys = [_references(store, each) for each in lists]
    cases = any(each.case_ref for each in facts.notes)
    can_run = None not in keys if keys else bool(lines) or not cases
    public = [*_public(store, facts), *letter.letter.letterhead, *letter.letter.copies]
    references = [reference for key in keys for reference in key or ()]
    return known_of(lines, references, public, _vocabulary(facts, wording)), can_run


def _references(store: Store, the_list: CaseList) -> list[str] | None:
    """Return the references of every case of a list; None where the key, or its file, is not on this laptop."""
    key = key_of(store, the_list)
    try:
        return list(read_key(documents.read(store, key)).values()) if key else None
    except (ValueError, StoreTrouble):
        return None


def _public(store: Store, facts: Facts) -> Iterator[str]:
    """Yield the names that may be printed: office-holders, inspectors, the authority."""
    authority = facts.authority
    yield from (authority.name, authority.name_cy, authority.service, *authority.address)
    for stream in dict.fromkeys((authority.stream_id, facts.visit.stream_id)):
        yield from (each.name for each in people_of_stream(store, stream) if each.is_public_office or each.is_inspector)


def _vocabulary(facts: Facts, wording: Wording) -> Sequence[str]:
    roles = [role for each in facts.sessions for role in each.with_roles]
    titles = [
        text
        for area in (facts.rubric.areas if facts.rubric else ())
        for words in (area.title, *(each.title for each in area.criteria))
        for text in words.values()
    ]
    return [*wording.sentences.values(), *wording.headings.values(), *roles, *titles]


def _shell(shell: Letter) -> Iterator[tuple[str, str]]:
    yield from (("addressee", each) for each in shell.addressee)
    yield from (("copies", each) for each in shell.copies)
    for name in ("salutation", "re_line", "close", "signatory"):
        yield name, str(getattr(shell, name))
    yield "signatory", shell.signatory_role
