# SPDX-License-Identifier: MIT
"""The trace sheet of a letter: sentence → finding → notes, with pseudonyms only, and what was let be with a reason.

A note from a confidential source, or not for the letter, is counted and never shown. What a letter may say: checks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.checking import dictionaries
from reports.checks.hit import CHECKS
from reports.checks.identifiers import Finder
from reports.checks.subject import Subject, subject_of
from reports.enclosures import named
from reports.sheets import words
from reports.sheets.paper import Block, Sheet
from resources.language import N_, _, ngettext
from storage.model.finding import Finding
from storage.model.handling import HANDLINGS, handling
from storage.model.letter import Sentence
from storage.model.note import Note
from storage.model.record import Record
from storage.model.rules import STATE_NAMES
from storage.queries.people import person
from storage.store import Store

TITLE = N_("Trace sheet of the letter")
_NOUNS = {
    "visit": N_("Visit"),
    "session": N_("Session"),
    "meeting": N_("Meeting with the authority"),
    "event": N_("Event"),
    "recommendation": N_("Recommendation"),
    "person": N_("Person"),
    "authority": N_("Authority"),
    "finding": N_("Finding"),
    "note": N_("Note"),
}
_SAID = ("number", "dates", "held", "date", "title", "statement", "text")
"""Fields that say which record it is, as far as the noun has them."""
_MASK = "[…]"


@dataclass(frozen=True, slots=True)
class Traced:
    """One sentence and the lines of what it stands on."""

    sentence: Sentence
    sources: tuple[str, ...]


def traces(subject: Subject) -> list[Traced]:
    """Return every sentence of a letter with what it stands on, a line a record, findings before their notes."""
    finder = Finder(subject.known, dictionaries())
    return [Traced(each, tuple(_sources(subject, each, finder))) for each in subject.sentences]


def trace_sheet(store: Store, letter_id: str) -> Sheet:
    """Return the trace sheet of a letter. Raise Refused when the letter or its visit is not here."""
    subject = subject_of(store, letter_id)
    me = person(store, store.me)
    shell = subject.letter.letter
    blocks = (*_blocks(subject), *_enclosed(subject), *_let_be(store, subject))
    return Sheet(f"trace-{shell.id[:12]}", me.name if me else "", blocks, shell.illustration)


def _blocks(subject: Subject) -> Iterator[Block]:
    shell = subject.letter.letter
    yield Block("title", _(TITLE))
    yield Block("p", shell.re_line)
    traced = {each.sentence.id: each for each in traces(subject)}
    without = sum(not each.sources and not each.sentence.standard for each in traced.values())
    count = ngettext("{count} sentence", "{count} sentences", len(traced)).format(count=len(traced))
    bare = ngettext("{count} without a source", "{count} without a source", without).format(count=without)
    yield Block("p", f"{count} · {bare}")
    number = 0
    for section in subject.letter.sections:
        yield Block("h2", section.section.title or _(N_("Without a heading")))
        for paragraph in section.paragraphs:
            for each in paragraph.sentences:
                number += 1
                yield Block("h3", _(N_("Sentence {number}")).format(number=number))
                yield Block("p", each.text)
                yield Block("items", rows=[(line,) for line in traced[each.id].sources or (_bare(each),)])


def _bare(sentence: Sentence) -> str:
    if sentence.standard:
        return _(N_("Standard wording of this type of letter: it needs no source."))
    return _(N_("No source is named."))


def _sources(subject: Subject, sentence: Sentence, finder: Finder) -> Iterator[str]:
    for key in sentence.sources:
        entity = key.partition(":")[0]
        record = subject.records.get(key)
        if record is None:
            yield f"{_(_NOUNS.get(entity, entity))}: {_(N_('This record is not on this laptop.'))}"
            continue
        yield _told(record, finder)
        if isinstance(record, Finding):
            for note_id in record.supports:
                note = subject.records.get(f"note:{note_id}")
                if isinstance(note, Note):
                    yield f"– {_told(note, finder)}"


def _told(record: Record, finder: Finder) -> str:
    if not record.present:
        return f"{_(_NOUNS.get(record.entity, record.entity))}: {_(N_('This record was withdrawn.'))}"
    if isinstance(record, Note):
        return _note(record, finder)
    said = [str(getattr(record, name, "")) for name in _SAID]
    if isinstance(record, Finding):
        said.insert(0, _(STATE_NAMES.get(record.state, record.state)))
        said.append(" ".join(f"#{code}" for code in record.areas))
    name = getattr(record, "name", "") if record.entity in ("authority", "person") else ""
    kept = " · ".join(each for each in (name, *(finder.masked(each, _MASK) for each in said)) if each)
    return f"{_(_NOUNS.get(record.entity, record.entity))}: {kept}"


def _note(note: Note, finder: Finder) -> str:
    """Return a note by kind, role, case, day and words; of one that must not be shown, only that it is there."""
    kind = _(words.SOURCES.get(note.source_kind, note.source_kind))
    if handled := handling(note):
        return f"{_(N_('Note'))}: {_(HANDLINGS.get(handled, handled))} · {_(N_('its words are not shown here'))}"
    about = (kind, finder.masked(note.source_role, _MASK), note.case_ref, words.day_words(note.event_at[:10]))
    return f"{_(N_('Note'))}: {' · '.join(each for each in about if each)}. {finder.masked(note.text, _MASK)}"


def _enclosed(subject: Subject) -> Iterator[Block]:
    """Yield what goes with the letter, each file by the digest that tells it from every other."""
    every = subject.letter.enclosures
    if not every:
        return
    finder = Finder(subject.known, dictionaries())
    yield Block("h2", _(N_("Enclosures")))
    digests = (each.document.digest if each.document else _(N_("Not on this computer yet")) for each in every)
    told = (finder.masked(named(each), _MASK) for each in every)
    yield Block("items", rows=[(f"{words} · SHA-256: {digest}",) for words, digest in zip(told, digests, strict=True)])


def _let_be(store: Store, subject: Subject) -> Iterator[Block]:
    if not subject.excuses:
        return
    yield Block("h2", _(N_("Let be with a reason")))
    rows = []
    for each in subject.excuses:
        who = person(store, each.author)
        check = CHECKS.get(each.check_name)
        about = (_(check.title) if check else each.check_name, who.name if who else "", words.moment(each.said_at))
        rows.append((f"{' · '.join(part for part in about if part)}: {each.reason}",))
    yield Block("items", rows=rows)
