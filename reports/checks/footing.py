# SPDX-License-Identifier: MIT
"""What each sentence stands on: support, sources that still count and may be shown, what its phrase promises.

And what a letter of its type must have: a strength, a direction of travel for what was asked before, no empty place.
"""

import re
from collections.abc import Iterator

from reports.checks.hit import Hit, Line, hits_in
from reports.checks.phrases import FOUND, HEARD, SAW, house
from reports.checks.subject import Subject
from reports.letters.recommended import BETTER, OPEN
from storage.model.finding import Finding
from storage.model.handling import handling
from storage.model.letter import Sentence
from storage.model.note import Note
from storage.model.record import Record
from storage.model.session import Session

_SLOT = re.compile(r"\[[^\[\]]*\]")
_HEARD = frozenset({"interview", "focus_group", "meeting"})
_AGREED = frozenset({"corroborated", "agreed", "in_letter"})
_KIND_OF = {"file_reading": "file", "data_review": "data"}
"""Activity of a session → the kind of source it gives, where the words differ."""
REQUIRED = ("date", "addressee", "salutation", "re_line", "signatory")
"""Parts of the shell without which no letter goes out."""


def hits(subject: Subject) -> Iterator[Hit]:
    """Yield what is wrong with the letter's footing."""
    for each in subject.sentences:
        yield from _support(subject, each)
        yield from _promises(subject, each)
    yield from _empty(subject)
    yield from _strength(subject)
    yield from _directions(subject)


def _support(subject: Subject, sentence: Sentence) -> Iterator[Hit]:
    line = Line(sentence.id, sentence.text)
    whole = [(0, len(sentence.text))]
    if not sentence.sources and not (sentence.standard and subject.is_wording(sentence.text)):
        yield from hits_in(line, "unsupported", whole)
    if sentence.check:
        yield from hits_in(line, "reworded", whole)
    for key in sentence.sources:
        record = subject.records.get(key)
        if record is None or not record.present or getattr(record, "state", "") == "set_aside":
            yield from hits_in(line, "lost_source", whole, key)
    if _is_withheld(subject, sentence):
        yield from hits_in(line, "handling", whole)


def _is_withheld(subject: Subject, sentence: Sentence) -> bool:
    """Say whether a note that must not be named is, or all that a finding has are such notes."""
    named = _named(subject, sentence)
    if any(isinstance(each, Note) and handling(each) for each in named):
        return True
    return any(isinstance(each, Finding) and each.supports and _rests_on_withheld(subject, each) for each in named)


def _rests_on_withheld(subject: Subject, finding: Finding) -> bool:
    notes = [subject.records.get(f"note:{each}") for each in finding.supports]
    return all(isinstance(each, Note) and handling(each) for each in notes)


def _promises(subject: Subject, sentence: Sentence) -> Iterator[Hit]:
    if not sentence.sources:
        return  # told as unsupported already, or the type's own words
    if not any(isinstance(each, Note | Finding | Session) for each in _named(subject, sentence)):
        return  # it quotes a record of a visit, a meeting or an event, whose sources are not here
    for span, rule in house(subject.letter.letter.language).promises(sentence.text):
        if not _keeps(subject, sentence, rule):
            yield from hits_in(Line(sentence.id, sentence.text), "phrase", [span])


def _keeps(subject: Subject, sentence: Sentence, rule: str) -> bool:
    """Say whether the sources are what the phrase promises (domain (d), "Standard phrase bank")."""
    kinds = kinds_behind(subject, sentence)
    if rule == SAW:
        return bool(kinds - _HEARD)
    if rule == HEARD:
        return bool(kinds & _HEARD)
    agreed = any(isinstance(each, Finding) and each.state in _AGREED for each in _named(subject, sentence))
    return rule != FOUND or agreed or len(kinds) > 1


def kinds_behind(subject: Subject, sentence: Sentence) -> set[str]:
    """Return the kinds of source that a sentence's notes and sessions give."""
    kinds = {each.source_kind for each in subject.notes_behind(sentence) if each.present}
    for each in _named(subject, sentence):
        if isinstance(each, Session):
            kinds.add(_KIND_OF.get(each.activity, each.activity))
    return kinds


def _named(subject: Subject, sentence: Sentence) -> list[Record]:
    return [each for key in sentence.sources if (each := subject.records.get(key)) is not None]


def _empty(subject: Subject) -> Iterator[Hit]:
    shell = subject.letter.letter
    for name in REQUIRED:
        if not getattr(shell, name):
            yield Hit("empty_slot", name)
    for line in subject.lines():
        yield from hits_in(line, "empty_slot", [each.span() for each in _SLOT.finditer(line.text)])
    for section in subject.letter.sections:
        if not any(paragraph.sentences for paragraph in section.paragraphs):
            yield Hit("empty_slot", section.section.id, section.section.title, 0, len(section.section.title))


def _strength(subject: Subject) -> Iterator[Hit]:
    if "strengths" not in subject.wording.headings:
        return
    named = [record for each in subject.sentences for record in _named(subject, each)]
    good = (
        getattr(each, "polarity", "") == "strength" or getattr(each, "direction", "") in BETTER
        for each in named
        if isinstance(each, Finding)
    )
    if not any(good):
        yield Hit("no_strength")


def _directions(subject: Subject) -> Iterator[Hit]:
    """Yield what earlier visits asked for of which a letter that tells of progress does not say how it stands."""
    if "earlier_point" not in subject.wording.sentences:
        return
    for asked in subject.earlier:
        if asked.status in OPEN and not asked.direction:
            yield Hit("no_direction", about=asked.number)
