# SPDX-License-Identifier: MIT
"""Whether a letter and what it cites is proven: which of these records wait for their own signatures to be checked, and
which of them bear a wrong one. Why any do: docs/decisions/0037 and storage/vouched.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from storage import ahead
from storage.model.enclosure import Enclosure
from storage.model.finding import Finding
from storage.model.letter import Letter, Paragraph, Section, Sentence
from storage.model.note import Note
from storage.model.record import Record
from storage.queries.rows import one, present
from storage.queries.standing import place_of, reaches
from storage.store import Store
from storage.tables import NOUNS
from storage.vault import world
from storage.vouched import FAULTS, unproven


@dataclass(frozen=True, slots=True)
class Doubts:
    """Records that a letter is made of or stands on, as sentences name them ("note:…"), and that are not proven."""

    checking: frozenset[str] = frozenset()
    """Their own signatures are not checked yet: that takes a moment."""
    wrong: frozenset[str] = frozenset()
    """Their own signatures are wrong, though a later one of the same device vouches for them: that stays so."""


def doubts_about(store: Store, letter: Letter) -> Doubts:
    """Return what is not proven of a letter, its pieces, and the records that its sentences name.

    Of a finding also the notes that speak for it; what stands ahead of its log (ahead.py) is being checked too. Next to
    nothing is asked while all is proven, which is nearly always.
    """
    with world(store.folder):
        is_all_proven = not unproven(store) and not ahead.streams(store)
        wrong = store.marks.get(FAULTS, {})
    if is_all_proven:
        return Doubts()
    records = tuple(_stands_on(store, letter))
    known = reaches(store, {each.stream_id for each in records})
    doubtful = {f"{each.entity}:{each.id}": each for each in records if place_of(known[each.stream_id], each) == _DOUBT}
    faulty = {key for key, each in doubtful.items() if _is_among(wrong.get(each.stream_id, {}), each)}
    return Doubts(frozenset(doubtful.keys() - faulty), frozenset(faulty))


_DOUBT = "unproven"


def _is_among(numbers: Mapping[str, Sequence[int]], record: Record) -> bool:
    return any(ref.seq in numbers.get(ref.device, ()) for refs in record.seen.values() for ref in refs)


def _stands_on(store: Store, letter: Letter) -> Iterator[Record]:
    """Yield the letter, its pieces and what its sentences name, each once."""
    yield letter
    for noun in (Section, Paragraph, Enclosure):
        yield from present(store, noun, "letter_id", letter.id)
    named: dict[str, None] = {}
    for sentence in present(store, Sentence, "letter_id", letter.id):
        yield sentence
        named.update(dict.fromkeys(sentence.sources))
    cited = [record for key in named if (record := _named(store, key)) is not None]
    notes = dict.fromkeys(note_id for each in cited if isinstance(each, Finding) for note_id in each.supports)
    yield from cited
    for note_id in notes:
        if f"note:{note_id}" not in named and (note := one(store, Note, note_id)) is not None:
            yield note


def _named(store: Store, key: str) -> Record | None:
    entity, _colon, record_id = key.partition(":")
    noun = NOUNS.get(entity)
    return one(store, noun, record_id) if noun else None
