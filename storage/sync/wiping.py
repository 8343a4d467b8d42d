# SPDX-License-Identifier: MIT
"""Wiping a visit from this laptop: when it may go, that it goes, and the certificate that stays. How: leaving.py.

It goes only when the office's receipt covers every change and the hub lists every file of it, when its day has come or
the office has given its word, and never under a legal hold. What comes back of it, by parcel or sync, is refused until
somebody allows it on purpose.
"""

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from resources.language import N_
from storage import incidents, leaving
from storage.ahead import must_be_here
from storage.errors import Refused, StoreTrouble
from storage.job import Job, Tick, run_now
from storage.model import clock
from storage.model.document import Document
from storage.model.ids import DeviceId, StreamId
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.queries.cases import lists_of_visit
from storage.queries.documents import documents_of_stream
from storage.queries.evidence import evidence
from storage.queries.members import my_seat
from storage.queries.retention import keeping_of
from storage.queries.rows import records
from storage.queries.standing import Stand, is_fresh, stands
from storage.steps import Steps
from storage.store import FILE, Recorded, Store, resting
from storage.sync.receipt import covered
from storage.vault import open_vault, world

_CERTIFICATE = "certificate"
Way = tuple[Path, bytes]
"""A store's file and its key: another thread opens it once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What is vouched for when a visit has been wiped. It holds no words of any record but the visit's own heading."""

    visit_id: str
    authority: str
    service: str
    dates: str
    at: str
    """When, UTC."""
    by: str
    """Whose laptop, by name."""
    device: str
    reason: str
    changes: int
    documents: int
    keys: int
    """Keys of case lists that went with it."""
    digest: str
    """The stream's evidence digest as it stood: the office's copy has the same."""
    receipt_at: str
    """When the receipt was given that covers all of it, UTC."""
    kept_as: str
    """Its retention class, by code."""
    review: str
    """The day from which on it might go; empty where the office's word came first and no day is known."""
    released: str
    """The office's word, where it went before its day."""


def may_go(store: Store, visit: Visit) -> None:
    """Raise Refused with the first reason why the visit must not be wiped here, if there is one."""
    must_be_here(store, visit.stream_id)
    _must_be_whole(store, visit.stream_id)
    keeping = keeping_of(store, visit)
    if keeping.is_held:
        raise Refused(
            N_("A legal hold lies on this visit."),
            N_("It can go once the hold is lifted, with a reason."),
        )
    shared = records(store, Visit, "stream_id = ? AND id != ?", (visit.stream_id, visit.id))
    council = authority(store, visit.authority_id)
    if shared or my_seat(store, visit.stream_id) is None or (council and council.stream_id == visit.stream_id):
        raise Refused(
            N_("This visit is part of an authority's standing record, which stays."),
            N_("Only a visit that was planned or shared by itself can be wiped."),
        )
    _must_be_covered(stands(store, [visit.stream_id])[visit.stream_id])
    if not keeping.is_over(clock.now().date()) and not keeping.released:
        raise Refused(
            N_("This visit is to be kept until {day}."),
            N_("The office can release it before, with a reason."),
            day=keeping.review.isoformat() if keeping.review else "-",
        )
    if _is_being_typed(store, visit):
        raise Refused(
            N_("Something that was typed in this visit is not kept yet."),
            N_("Keep it or throw it away, then sync."),
        )
    if not is_fresh(store, visit.stream_id):
        raise Refused(
            N_("The office's receipt is more than a day old: its hub may have forgotten something since."),
            N_("Sync once more, then wipe it."),
        )


def _must_be_whole(store: Store, stream: str) -> None:
    """Raise Refused while the hub's receipt names more than is here: a legal hold may be in it."""
    here = store.ledger.vector(stream)
    if any(seq > here.get(DeviceId(device), 0) for device, seq in covered(store, stream).items()):
        raise Refused(
            N_("The hub has more of this visit than is here: a legal hold may be in it."),
            N_("Sync until all of it is here, then wipe it."),
        )


def _must_be_covered(stand: Stand) -> None:
    """Raise Refused where a part of it is without a receipt: held at the hub, or only here."""
    if stand.held:
        raise Refused(
            N_("Changes of this visit are held for the office: {count}. No receipt covers them."),
            N_("Ask the office to accept them, then sync."),
            count=stand.held,
        )
    if not stand.here or stand.waiting:
        raise Refused(
            N_("The office does not provably have everything of this visit: {count} parts are without its receipt."),
            N_("Sync until all of it is with the office."),
            count=stand.waiting,
        )


def _is_being_typed(store: Store, visit: Visit) -> bool:
    unfinished = tuple(store.journal.unfinished()) if store.journal else ()
    if not unfinished:
        return False
    speaks_of = leaving.naming({*leaving.identifiers(store, streams_of(store, visit)), visit.id})
    return any(speaks_of(each.place + json.dumps(dict(each.about), default=str)) for each in unfinished)


def key_streams_of(store: Store, visit: Visit) -> tuple[StreamId, ...]:
    """Return the streams with keys of the visit's case lists that are on this laptop: they go to no hub."""
    named = dict.fromkeys(StreamId(each.key_stream) for each in lists_of_visit(store, visit.id) if each.key_stream)
    return tuple(stream for stream in named if store.keyring.newest(stream) is not None)


def streams_of(store: Store, visit: Visit) -> tuple[StreamId, ...]:
    """Return every stream that goes with the visit."""
    return (visit.stream_id, *key_streams_of(store, visit))


def wipe(store: Store, visit: Visit, reason: str, *, with_keys: bool = False) -> Certificate:
    """Wipe a visit from this laptop and return the certificate. `with_keys`: its case lists' keys go too.

    Raise Refused as `may_go` does, without a reason, or where a key would be lost that nobody agreed to lose;
    StoreTrouble when something still reads the store: then the rest follows at the next start. CannotKeep.
    """
    certificate = run_now(wiping(visit, reason, with_keys=with_keys), store)
    run_now(clearing(), store)
    return certificate


def wiping(visit: Visit, reason: str, *, with_keys: bool = False) -> Job[Store, None, None, Certificate]:
    """Return the job that takes a visit out of the store, in small steps; `clearing` does the rest.

    It raises as `wipe`. Stopped before its end it leaves everything as it was.
    """
    return Job(_nothing, _untouched, partial(_taking_out, visit, reason, with_keys))


def clearing() -> Job[Store, tuple[leaving.Outside, Way | None], tuple[leaving.Outside, bool], None]:
    """Return the job that clears away what has left the store's file: log, journal, files and copies.

    What cuts it off is made up for at the next start. It raises StoreTrouble when something still reads the store.
    """
    return Job(_outside, _cleared, _settle)


def _nothing(_store: Store) -> None:
    return None


def _untouched(_nothing: None, _tick: Tick) -> None:
    return None


def _taking_out(visit: Visit, reason: str, with_keys: bool, store: Store, _nothing: None) -> Steps[Certificate]:
    """Do it so that whoever records meanwhile first brings it to its end: nothing comes between check and deed."""
    certificate = yield from resting(store, _checked_and_taken_out(store, visit, reason.strip(), with_keys))
    if store.folder is not None:
        counts = {"changes": certificate.changes, "documents": certificate.documents}
        incidents.note(store.folder, "wiped", **counts)
    return certificate


def _checked_and_taken_out(store: Store, visit: Visit, reason: str, with_keys: bool) -> Steps[Certificate]:
    with leaving.parting(store):
        may_go(store, visit)
        yield 0.0
        streams = _agreed(store, visit, reason, with_keys)
        certificate = _certificate(store, visit, reason, len(streams) - 1)
        said: dict[str, dict[str, Any]] = {stream: {"visit_id": visit.id} for stream in streams}
        said[visit.stream_id][_CERTIFICATE] = asdict(certificate)
        news = Recorded(tuple(store.ledger.changes(stream=visit.stream_id, entity="visit")), "wiped")
        files = _files(store, streams)
        yield 0.0
        yield from leaving.taking_out(store, said, files, news)
    return certificate


def _agreed(store: Store, visit: Visit, reason: str, with_keys: bool) -> tuple[StreamId, ...]:
    """Return the streams that go, if there is a reason, and nobody would miss a key."""
    if not reason:
        raise Refused(N_("This step needs a reason."), N_("Say why, in a line: it stands on the certificate."))
    streams = streams_of(store, visit)
    if len(streams) > 1 and not with_keys:
        raise Refused(
            N_("The key of this visit's case list is here, and goes to no hub. Nothing was wiped."),
            N_("Hand it to the office by a parcel of its own first; then say that the key goes too."),
        )
    return streams


def _outside(store: Store) -> tuple[leaving.Outside, Way | None]:
    way = (store.folder / FILE, store.unlocked.store) if store.folder is not None else None
    return leaving.outside(store), way


def _cleared(taken: tuple[leaving.Outside, Way | None], tick: Tick) -> tuple[leaving.Outside, bool]:
    what, way = taken
    tick(0.0)
    if way is None:  # in memory there is neither log nor journal, only the shelf
        for name in {name for each in what.going.values() for name in each["files"]}:
            what.shelf.remove(name)
        return what, True
    with closing(open_vault(*way)) as db:
        return what, leaving.cleared(what, db, partial(_marks_said, way))


def _marks_said(way: Way) -> leaving.Records:
    with closing(open_vault(*way, read_only=True)) as db:
        return leaving.marks_said(db)


def _settle(store: Store, cleared: tuple[leaving.Outside, bool]) -> None:
    what, is_done = cleared
    if not is_done:
        raise StoreTrouble(
            N_("The visit is wiped from the store, but the journal is still in use elsewhere."),
            N_("Close Arolwg and open it once more: the rest follows then, and the certificate with it."),
        )
    leaving.settled(store, what)


def _files(store: Store, streams: Sequence[str]) -> list[str]:
    """Return the sealed files of these streams that no other stream names."""
    elsewhere = {
        each.sealed
        for stream in store.keyring.streams()
        if stream not in streams
        for each in documents_of_stream(store, stream)
    }
    every = {each.sealed for stream in streams for each in _documents(store, stream)}
    return sorted((every - elsewhere) & store.shelf.names())


def _documents(store: Store, stream: str) -> Sequence[Document]:
    """Return the documents of a stream, withdrawn ones too: their files lie here all the same."""
    return records(store, Document, "stream_id = ?", (stream,))


def _certificate(store: Store, visit: Visit, reason: str, keys: int) -> Certificate:
    vector, digest = evidence(store, visit.stream_id)
    council, keeping = authority(store, visit.authority_id), keeping_of(store, visit)
    return Certificate(
        visit_id=visit.id,
        authority=council.name if council else "",
        service=visit.service,
        dates=visit.dates,
        at=clock.stamp(),
        by=str(store.marks.get("my_name", "")),
        device=store.device.id,
        reason=reason,
        changes=sum(vector.values()),
        documents=len(_documents(store, visit.stream_id)),
        keys=keys,
        digest=digest,
        receipt_at=stands(store, [visit.stream_id])[visit.stream_id].at,
        kept_as=keeping.code,
        review=keeping.review.isoformat() if keeping.review else "",
        released=keeping.released,
    )


def certificates(store: Store) -> tuple[Certificate, ...]:
    """Return the certificates of what was wiped here and is really gone, oldest first."""
    kept: dict[str, Any] = store.marks.get(leaving.WIPED, {})
    found = [each[_CERTIFICATE] for each in kept.values() if _CERTIFICATE in each and "files" not in each]
    return tuple(sorted((Certificate(**each) for each in found), key=lambda each: each.at))


def allow_back(store: Store, visit_id: str) -> None:
    """Let a wiped visit come in again, by parcel or sync: it was given anew. Raise Refused, CannotKeep."""
    gone = [stream for stream, said in leaving.left(store).items() if said.get("visit_id") == visit_id]
    if not gone:
        raise Refused(N_("No such visit was wiped from this laptop."), N_("Nothing was changed."))
    with world(store.folder):
        for stream in gone:
            leaving.allow_back(store, stream, clock.stamp())
    if store.folder is not None:
        incidents.note(store.folder, "welcomed back", streams=len(gone))
