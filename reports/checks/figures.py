# SPDX-License-Identifier: MIT
"""Figures and days of a sentence that none of its sources has. A hint, never proof: counting is the inspector's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from reports.checks.days import days_in
from reports.checks.hit import Hit, Line, hits_in
from reports.checks.subject import Subject
from storage.model.letter import Sentence
from storage.model.record import Record, contents

_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?=%|[^\w/-]|$)")
_DIGITS = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?")
_NOT_SAID = frozenset(
    (
        "author",
        "captured_at",
        "supports",
        "contradicts",
        "looked_at",
        "areas",
        "source_id",
        "source_history",
        "visit_id",
    )
)
"""Fields that hold names of other records, or when something was typed: no figure of a letter comes from them."""


def hits(subject: Subject) -> Iterator[Hit]:
    """Yield each figure or day that disagrees with what its sentence stands on.

    What the letter type reckoned from the records itself, and nobody reworded, is let be.
    """
    numbers = {word: int(number) for number, word in subject.wording.table("numbers").items()}
    english = {word: at for at, word in enumerate(_ENGLISH)}
    for each in subject.sentences:
        if each.sources and not each.standard and (each.check or not subject.is_wording(each.text)):
            yield from _of_sentence(subject, each, {**english, **numbers})


_SAYS = re.compile(r"\d")
_ENGLISH = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _of_sentence(subject: Subject, sentence: Sentence, numbers: Mapping[str, int]) -> Iterator[Hit]:
    if not _SAYS.search(sentence.text) and numbers.keys().isdisjoint(_words(sentence.text)):
        return  # most sentences: what stands behind them need not be read
    line = Line(sentence.id, sentence.text)
    texts = list(_texts(subject, sentence))
    days = {day for text in texts for _span, day in days_in(text)} | _visited(subject)
    said = list(days_in(sentence.text))
    wrong = [span for span, day in said if day not in days]
    figures = {float(each) for text in texts for each in _DIGITS.findall(text.replace(",", ""))}
    figures |= {float(numbers[word]) for text in texts for word in _words(text) if word in numbers}
    figures |= {float(each) for each in _counted(subject, sentence)}
    for found in _NUMBER.finditer(sentence.text):
        inside = any(start <= found.start() < end for (start, end), _day in said)
        if not inside and float(found[0].replace(",", "")) not in figures:
            wrong.append(found.span())
    for found in re.finditer(r"[^\W\d_]+", sentence.text):
        number = numbers.get(found[0].casefold(), 0)
        if number > 1 and float(number) not in figures:
            wrong.append(found.span())
    yield from hits_in(line, "figures", wrong)


def _texts(subject: Subject, sentence: Sentence) -> Iterator[str]:
    """Yield every word of the records behind a sentence."""
    named = [each for key in sentence.sources if (each := subject.records.get(key)) is not None]
    for record in (*named, *subject.notes_behind(sentence)):
        yield from _said_by(record)


def _said_by(record: Record) -> Iterator[str]:
    for name, value in contents(record).items():
        if name in _NOT_SAID:
            continue
        if isinstance(value, str):
            yield value[:10] if name.endswith("_at") else value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield str(value)
        elif isinstance(value, tuple):
            yield from (str(each) for each in value)


def _visited(subject: Subject) -> set[date]:
    every = (subject.facts.visit, *subject.facts.earlier)
    return {day for each in every for _span, day in days_in(each.dates.replace("/", " "))}


def _counted(subject: Subject, sentence: Sentence) -> Iterable[int]:
    """Return what the letter types count: sources, notes, files, visits, days."""
    facts = subject.facts
    notes = subject.notes_behind(sentence)
    amount = {len(sentence.sources), len(notes), len({each.case_ref for each in notes if each.case_ref})}
    return amount | {facts.files_read, len(facts.earlier) + 1, facts.visit.days}


def _words(text: str) -> list[str]:
    return [each.casefold() for each in re.findall(r"[^\W\d_]+", text)]
