# SPDX-License-Identifier: MIT
"""Questions about cases: the list a visit has, the cases that are to be read, who reads them, whose notes are whose."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from storage.model.case import KEY_TITLE, Case, CaseList
from storage.model.document import Document
from storage.model.note import Note
from storage.model.population import number_of
from storage.queries.rows import one, present, records
from storage.store import Store
from storage.vault import world


def case_id(visit_id: str, pseudonym: str) -> str:
    """Return the derived identifier of a case: the same on every device."""
    return f"{visit_id}:{number_of(pseudonym)}"


def case(store: Store, the_id: str) -> Case | None:
    """Return one case, withdrawn or not, or None."""
    return one(store, Case, the_id)


def cases_of_visit(store: Store, visit_id: str) -> tuple[Case, ...]:
    """Return the cases that are or were to be read, by number."""
    return tuple(sorted(present(store, Case, "visit_id", visit_id), key=lambda each: number_of(each.pseudonym)))


def lists_of_visit(store: Store, visit_id: str) -> tuple[CaseList, ...]:
    """Return the lists of cases that were brought in, oldest first."""
    return present(store, CaseList, "visit_id", visit_id)


def list_of_visit(store: Store, visit_id: str) -> CaseList | None:
    """Return the newest list of the visit, or None."""
    return next(reversed(lists_of_visit(store, visit_id)), None)


def key_of(store: Store, the_list: CaseList) -> Document | None:
    """Return the file that holds the list's key, or None where its stream's key is not on this computer."""
    found = records(store, Document, "present AND subject = ? AND stream_id = ?", (the_list.id, the_list.key_stream))
    return found[0] if found and store.keyring.newest(the_list.key_stream) else None


def key_streams(store: Store) -> frozenset[str]:
    """Return the streams that hold keys of case lists, also of withdrawn lists and of visits that are not here."""
    with world(store.folder):
        rows = store.db.execute(
            "SELECT key_stream FROM case_list UNION SELECT stream_id FROM document WHERE title = ?"
            " EXCEPT SELECT stream_id FROM visit",  # whatever somebody named a file there
            (KEY_TITLE,),
        ).fetchall()
    return frozenset(str(row[0]) for row in rows if row[0])


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's cases by how far they are."""

    reader: str
    """PersonId; empty for the cases that nobody reads yet."""
    total: int
    read: int
    reading: int


def readings(cases: Collection[Case]) -> tuple[Reading, ...]:
    """Return how far each reader is, those without a reader last. Cases that were replaced do not count."""
    counted = [each for each in cases if not each.dropped]
    readers = sorted({each.reader for each in counted}, key=lambda reader: (not reader, reader))
    return tuple(_reading(reader, [each for each in counted if each.reader == reader]) for reader in readers)


def note_counts(store: Store, visit_id: str) -> Mapping[int, int]:
    """Return case number → how many notes name the case. They are counted by the database: no note is read."""
    counts: Counter[int] = Counter()
    for name, count in _names(store, visit_id):
        if number := number_of(name):
            counts[number] += count
    return counts


def notes_of_case(store: Store, visit_id: str, number: int) -> tuple[Note, ...]:
    """Return the visit's notes that name one case, by time, however its name is written."""
    names = [name for name, _count in _names(store, visit_id) if number_of(name) == number]
    where = f"present AND visit_id = ? AND case_ref IN ({', '.join('?' * len(names))})"
    return records(store, Note, where, (visit_id, *names), "event_at, id")


def _names(store: Store, visit_id: str) -> list[tuple[str, int]]:
    """Return each spelling of a case's name in the visit's notes, and in how many it stands."""
    with world(store.folder):
        rows = store.db.execute(
            "SELECT case_ref, COUNT(*) FROM note WHERE present AND visit_id = ? AND case_ref <> '' GROUP BY case_ref",
            (visit_id,),
        ).fetchall()
    return [(str(name), int(count)) for name, count in rows]


def _reading(reader: str, mine: Collection[Case]) -> Reading:
    progress = [each.progress for each in mine]
    return Reading(reader, len(progress), progress.count("read"), progress.count("reading"))
