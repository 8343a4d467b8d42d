# SPDX-License-Identifier: MIT
"""Verbs on cases: give one a reader, say how far its reading is, add one that nobody drew. Drawing: samples.py."""

from collections.abc import Mapping, Sequence
from typing import Any

from resources.language import N_
from storage import documents
from storage.errors import Refused, StoreTrouble
from storage.gesture import Gesture, must_be_present
from storage.model.case import PROGRESS, SELECTIONS, Case, CaseList
from storage.model.population import Population, number_of, pseudonym, read_key, read_list
from storage.model.visit import Visit
from storage.queries.cases import case, case_id, key_of, list_of_visit
from storage.queries.documents import document
from storage.queries.members import members
from storage.store import Store


def assign(store: Store, cases: Sequence[Case], reader: str) -> None:
    """Give cases as they were seen to a reader (PersonId), or to nobody, in one gesture.

    Raise Refused for somebody who has no seat in the visit.
    """
    gesture = Gesture("cases.assign", store.me)
    for seen in cases:
        _must_count(seen)
        if reader and reader not in {seat.person_id for seat in members(store, seen.stream_id)}:
            raise Refused(N_("This person has no seat in the visit."), N_("Give a seat first, or choose another."))
        gesture.amend(seen, reader=reader)
    store.record(*gesture.changes)


def move(store: Store, seen: Case, progress: str) -> None:
    """Say how far the reading of a case is. Whoever begins one that nobody reads becomes its reader."""
    if progress not in PROGRESS:
        raise Refused(N_("A case cannot be “{then}”."), N_("Choose one of the list."), then=progress)
    _must_count(seen)
    gesture = Gesture("cases.move", store.me)
    gesture.amend(seen, progress=progress, reader=seen.reader or (store.me if progress != "not_started" else ""))
    store.record(*gesture.changes)


def add(store: Store, visit: Visit, number: int, selection: str, facts: Mapping[str, str] | None = None) -> str:
    """Add a case that was not drawn but chosen, and return its identifier.

    Raise Refused when it is to be read already, or the selection is none that is chosen by hand.
    """
    if number < 1:
        raise Refused(N_("A case has a number."), N_("Type its pseudonym, as CASE-07."))
    if selection not in SELECTIONS or selection in ("random", "replacement"):
        raise Refused(N_("Only a draw makes a case one drawn at random."), N_("Say who chose it."))
    name = pseudonym(number, _width(store, visit))
    known = case(store, case_id(visit.id, name))
    if known is not None and known.present and not known.dropped:
        raise Refused(N_("{case} is to be read already."), N_("Look for it in the list."), case=known.pseudonym)
    gesture = Gesture("cases.add", store.me)
    if known is not None:
        gesture.amend(known, selection=selection, dropped="", present=True)
    else:
        gesture.add(new_case(visit, name, selection=selection, facts=tuple((facts or {}).items())))
    store.record(*gesture.changes)
    return case_id(visit.id, name)


def new_case(visit: Visit, name: str, **fields: Any) -> Case:
    """Return the record of a case that is to be read."""
    return Case(id=case_id(visit.id, name), stream_id=visit.stream_id, visit_id=visit.id, pseudonym=name, **fields)


def population_of(store: Store, the_list: CaseList) -> Population:
    """Return the rows of a list; slow for long ones. Raise StoreTrouble when they are not on this computer."""
    return read_population(opener_of(store, the_list))


def opener_of(store: Store, the_list: CaseList) -> documents.Opener:
    """Return what reads a list's rows away from the store. Raise StoreTrouble when nothing is known of them."""
    kept = document(store, the_list.document_id)
    if kept is None:
        raise StoreTrouble(
            N_("The rows of the case list are not on this computer."), N_("Read a parcel from a colleague.")
        )
    return documents.opener(store, kept)


def read_population(opener: documents.Opener) -> Population:
    """Return the rows that an opener reads. Raise StoreTrouble when they are damaged or not on this computer."""
    try:
        return read_list(opener.read())
    except ValueError as problem:
        raise StoreTrouble(
            N_("The rows of the case list cannot be read by this version."), N_("Install the newest Arolwg.")
        ) from problem


def reference_of(store: Store, the_list: CaseList, name: str) -> str:
    """Return the authority's reference of a case, to find its file; never to be kept, logged or printed.

    Raise Refused where the key is not on this computer.
    """
    key = key_of(store, the_list)
    if key is None:
        raise Refused(
            N_("The key of the case list is not on this computer."),
            N_("Whoever brought the list in has it: ask there."),
        )
    pairs = read_key(documents.read(store, key))
    found = next((each for known, each in pairs.items() if number_of(known) == number_of(name)), "")
    if not found:
        raise Refused(N_("{case} is not on the list."), N_("Look at its number again."), case=name)
    return found


def _must_count(seen: Case) -> None:
    must_be_present(seen)
    if seen.dropped:
        raise Refused(
            N_("{case} was replaced by another."), N_("Read the case that took its place."), case=seen.pseudonym
        )


def _width(store: Store, visit: Visit) -> int:
    """Return how many digits the visit's pseudonyms have."""
    the_list = list_of_visit(store, visit.id)
    return len(str(the_list.count)) if the_list else 2
