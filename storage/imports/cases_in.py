# SPDX-License-Identifier: MIT
"""Brings a planned list of cases in, all of it at once, references replaced by pseudonyms. What it will be: cases.py.

Reference and pseudonym stand together in one file, sealed to a stream of its own whose key no parcel of the visit
carries (docs/decisions, "The authority's list of cases").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from resources.language import N_
from storage.acts.members import begin, fresh_stream
from storage.documents import Opener, Shelver, opener, shelver
from storage.errors import Refused
from storage.gesture import Gesture
from storage.imports.cases import Planned, folded
from storage.job import Job, Tick
from storage.model.case import KEY_TITLE, CaseList
from storage.model.document import Document
from storage.model.ids import StreamId, new_id
from storage.model.population import Population, key_bytes, list_bytes, number_of, pseudonym, read_key
from storage.model.visit import Visit
from storage.queries.cases import key_of, list_of_visit
from storage.store import Store


@dataclass(frozen=True, slots=True)
class _Taken:
    shelve: Shelver
    shelve_key: Shelver
    known: Opener | None
    """Reads the key of the list before this one."""
    fresh: tuple[StreamId, bytes] | None
    """The key's stream, where it is to be begun."""


@dataclass(frozen=True, slots=True)
class _Made:
    the_list: CaseList
    documents: tuple[Document, Document]
    fresh: tuple[StreamId, bytes] | None


def importing(visit: Visit, planned: Planned) -> Job[Store, _Taken, _Made, str]:
    """Return the job that brings a planned list in; it gives the list's identifier.

    Raise Refused when the plan is not settled, the same list is here already, or the key of the list before is not.
    """

    def take(store: Store) -> _Taken:
        if not planned.is_ready:
            raise Refused(N_("The list cannot be brought in as it is."), N_("Look at what is shown below it."))
        return _taken(store, visit)

    def work(taken: _Taken, tick: Tick) -> _Made:
        known = read_key(taken.known.read()) if taken.known else {}
        tick(0.1)
        pairs, rows = _renamed(planned.rows, known)
        tick(0.5)
        return _made(visit, planned, taken, (Population(planned.fields, rows), pairs))

    def put(store: Store, made: _Made) -> str:
        before = list_of_visit(store, visit.id)
        if before is not None and before.digest == made.the_list.digest:
            raise Refused(N_("This list is here already."), N_("Draw the sample from it."))
        return _put(store, made)

    return Job(take, work, put)


def _taken(store: Store, visit: Visit) -> _Taken:
    before = list_of_visit(store, visit.id)
    if before is None:
        fresh = fresh_stream(store)
        return _Taken(shelver(store, visit.stream_id), Shelver(store.shelf, fresh[0], 1, fresh[1]), None, fresh)
    key = key_of(store, before)
    if key is None:
        raise Refused(
            N_("The key of the list that this visit has is on another computer."),
            N_("Bring the new list in there, so that every case keeps its pseudonym."),
        )
    return _Taken(shelver(store, visit.stream_id), shelver(store, key.stream_id), opener(store, key), None)


def _renamed(
    rows: Sequence[Sequence[str]], known: Mapping[str, str]
) -> tuple[dict[str, str], tuple[tuple[str, ...], ...]]:
    """Return pseudonym → reference, and the rows by pseudonym.

    Cases known already keep their numbers. New ones are numbered by the SHA-256 of their references: the same list
    gives the same pseudonyms wherever and in whatever order it is read, and a number tells nothing of a reference.
    """
    names = {folded(reference): name for name, reference in known.items()}
    last = max(map(number_of, known), default=0)
    width = max((len(name.rpartition("-")[2]) for name in known), default=len(str(len(rows))))
    new = sorted((row[0] for row in rows if folded(row[0]) not in names), key=_by_digest)
    pairs = dict(known)
    for number, reference in enumerate(new, last + 1):
        name = names[folded(reference)] = pseudonym(number, width)
        pairs[name] = reference
    return pairs, tuple((names[folded(row[0])], *row[1:]) for row in rows)


def _by_digest(reference: str) -> tuple[bytes, str]:
    same = folded(reference)
    return sha256(f"arolwg case 1\n{same}".encode()).digest(), same


def _made(visit: Visit, planned: Planned, taken: _Taken, content: tuple[Population, Mapping[str, str]]) -> _Made:
    population, pairs = content
    list_id = new_id()
    kind: dict[str, Any] = {"subject": list_id, "media_type": "application/json"}
    rows = taken.shelve.shelve(list_bytes(population), title="Case list", **kind)
    key = taken.shelve_key.shelve(key_bytes(pairs.items()), title=KEY_TITLE, **kind)
    the_list = CaseList(
        id=list_id,
        stream_id=visit.stream_id,
        visit_id=visit.id,
        document_id=rows.id,
        digest=rows.digest,
        source_digest=planned.digest,
        count=len(population.rows),
        fields=planned.fields,
        merged=planned.merged,
        left_out=planned.left_out,
        key_stream=key.stream_id,
    )
    return _Made(the_list, (rows, key), taken.fresh)


def _put(store: Store, made: _Made) -> str:
    begun, gesture = Gesture("members.begin", store.me), Gesture("cases.import", store.me)
    if made.fresh is not None:
        begin(store, begun, fresh=made.fresh)
    for record in (*made.documents, made.the_list):
        gesture.add(record)
    store.record(*begun.changes, *gesture.changes)
    return made.the_list.id
