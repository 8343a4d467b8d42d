# SPDX-License-Identifier: MIT
"""What of a letter, or behind it, is not proven to be its author's: still being checked, or signed wrongly (0037).

Which records these are: storage/queries/proven.py. No reason lets it be: the act refuses too (storage/acts/letters.py).
"""

from collections.abc import Iterator

from reports.checks.hit import Hit, Line, hits_in
from reports.checks.subject import Subject
from storage.model.finding import Finding
from storage.model.letter import Sentence


def hits(subject: Subject) -> Iterator[Hit]:
    """Yield each sentence that is not proven, or that such a record is behind; and the letter, for all else of it."""
    for check, doubtful in (("unproven", subject.doubts.checking), ("wrong_signature", subject.doubts.wrong)):
        told: set[str] = set()
        for sentence in subject.sentences if doubtful else ():
            behind = doubtful.intersection(_behind(subject, sentence))
            if behind:
                yield from hits_in(Line(sentence.id, sentence.text), check, [(0, len(sentence.text))])
            told |= behind
        if doubtful - told:
            yield Hit(check)


def _behind(subject: Subject, sentence: Sentence) -> Iterator[str]:
    yield f"sentence:{sentence.id}"
    for key in sentence.sources:
        yield key
        record = subject.records.get(key)
        if isinstance(record, Finding):
            yield from (f"note:{each}" for each in record.supports)
