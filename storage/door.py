# SPDX-License-Identifier: MIT
"""The checks at the door: signature, chain, gap, membership of what others sent. What it means is the fold's affair.

A change that fails alone is set aside with the reason; a fork or a gap means that somebody's log is not what it says,
and then the whole delivery is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from resources.language import N_
from storage import law, vouched
from storage.envelope import Sealed, is_signed, vouched_for
from storage.errors import BadFile
from storage.model.change import Change
from storage.sealed import Unreadable, open_body
from storage.steps import Steps, whole
from storage.store import Store, resting

_STEP = 50
"""Changes that are checked between two rests: some 5 ms."""
_LONG = 50
"""Changes of a run whose own signatures are checked later, one by one (vouched.py); those of a shorter one at once."""
FURTHEST = 2**40
"""How far ahead of every known tick a received one may be: a lying counter must not use all numbers up."""

ASIDE = {
    "signature": N_("its signature is not its device's"),
    "unreadable": N_("it does not open, or comes from a newer version"),
    "tick": N_("its counter is impossible"),
    "stranger": N_("its device is not a member"),
}
"""Why a change may be set aside at the door, by code."""


@dataclass(slots=True)
class Delivery:
    """What came in one parcel or one reply: sealed changes, and what is needed to judge them."""

    sealed: Sequence[Sealed]
    verify_keys: Mapping[str, bytes]
    """Device → Ed25519 public key; each proves itself by the device's identifier."""
    stream_keys: Mapping[str, Mapping[int, bytes]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a delivery."""

    new: int = 0
    same: int = 0
    set_aside: tuple[tuple[str, str, int, str], ...] = ()
    """(stream, device, number, reason code)"""


Judged = tuple[Sealed, Change | None, str]
"""(sealed, the change inside, why it is set aside)"""


def receive(store: Store, delivery: Delivery, source: str) -> Received:
    """Check a delivery and take in what is sound, in one transaction.

    Raise BadFile for a fork or a gap, CannotKeep when the disk refuses; then nothing is taken.
    """
    return whole(receiving(store, delivery, source))


def receiving(store: Store, delivery: Delivery, source: str) -> Steps[Received]:
    """Do what `receive` does in small steps of one transaction: between two of them the screen may answer (0023)."""
    return (yield from resting(store, _received(store, delivery, source)))


def _received(store: Store, delivery: Delivery, source: str) -> Steps[Received]:
    with store.transaction():
        for stream, keys in delivery.stream_keys.items():
            for epoch, key in keys.items():
                if store.keyring.key(stream, epoch) not in (None, key) and not _opens_any(store, stream, epoch):
                    store.keyring.replace(stream, epoch, key)
                store.keyring.keep(stream, epoch, key)
        judged: list[Judged] = []
        for run in _runs(delivery.sealed):
            for each in _judged(store, run, delivery.verify_keys.get(run[0].header.device, b"")):
                judged.append(each)
                if len(judged) % _STEP == 0:
                    yield 0.0
        judged = _without_strangers(store, judged)
        aside = [(sealed, reason) for sealed, _, reason in judged if reason]
        for sealed, reason in aside:
            store.marks.set_aside(sealed, reason)
        sound = [(sealed, change) for sealed, change, reason in judged if change is not None and not reason]
        for run in _runs([sealed for sealed, _ in sound]):
            _note_unchecked(store, run, delivery.verify_keys[run[0].header.device])
        yield from store.take(sound, source)
    named = tuple((each.header.stream, each.header.device, each.header.seq, reason) for each, reason in aside)
    return Received(len(sound), len(delivery.sealed) - len(sound) - len(aside), named)


def _opens_any(store: Store, stream: str, epoch: int) -> bool:
    """Say whether the key that is here of an epoch has ever opened a change."""
    return any(each.header.epoch == epoch for each in store.ledger.sealed(stream, {}))


def _runs(sealed: Sequence[Sealed]) -> Iterator[list[Sealed]]:
    """Yield each device's changes of each stream, in order."""
    ordered = sorted(sealed, key=lambda each: (each.header.stream, each.header.device, each.header.seq))
    for _, run in groupby(ordered, key=lambda each: (each.header.stream, each.header.device)):
        yield list(run)


def _judged(store: Store, run: Sequence[Sealed], key: bytes) -> Iterator[Judged]:
    """Yield what is new in a run. After one that is set aside its device's later ones wait for another delivery."""
    fresh, odd = _continuing(store, run)
    sound = vouched_for(fresh, key)
    highest = store.ledger.highest_tick()
    for at, sealed in enumerate(fresh):
        if at >= sound:
            yield sealed, None, "signature"
            return
        change = _opened(store, sealed)
        reason = "unreadable" if change is None else "" if 0 < change.tick <= highest + FURTHEST else "tick"
        yield sealed, change, reason
        if reason:
            return
    if odd is not None:
        sealed, why = odd
        if is_signed(sealed, key):
            raise why
        yield sealed, None, "signature"


def _opened(store: Store, sealed: Sealed) -> Change | None:
    # Not by the ledger, which would keep what it opens: the fold is handed this one.
    key = store.keyring.key(sealed.header.stream, sealed.header.epoch)
    try:
        return open_body(sealed, key) if key else None
    except Unreadable:
        return None


def _continuing(store: Store, run: Sequence[Sealed]) -> tuple[list[Sealed], tuple[Sealed, BadFile] | None]:
    """Return what of a run goes on unbroken from what is here, and the change that does not, with the reason.

    Raise BadFile for another change under a number that is here.
    """
    newest, digest = store.ledger.newest(run[0].header.stream, run[0].header.device)
    found: list[Sealed] = []
    for sealed in run:
        header = sealed.header
        if header.seq <= newest:
            known = store.ledger.digest_at(header.stream, header.ref)
            if known is not None and known != sealed.digest:
                raise _forked()
        elif header.seq != newest + 1 or header.previous != digest:
            return found, (sealed, _gap() if header.seq != newest + 1 else _forked())
        else:
            found.append(sealed)
            newest, digest = header.seq, sealed.digest
    return found, None


def _note_unchecked(store: Store, taken: Sequence[Sealed], key: bytes) -> None:
    """Remember whose own signatures are yet to be checked; in a short run, those that are checked now and are wrong."""
    if len(taken) < _LONG:
        taken = [each for each in taken if not is_signed(each, key)]
    if taken:
        vouched.note(store, taken, key)


def _without_strangers(store: Store, judged: Sequence[Judged]) -> list[Judged]:
    """Mark what comes from devices that hold no seat, the seats granted in this very delivery counted in."""
    sound = [change for _, change, reason in judged if change is not None and not reason]
    members = {
        stream: store.ledger.changes(stream=stream, entity="member") for stream in {each.stream for each in sound}
    }
    for change in sound:
        if change.entity == "member":
            members[change.stream].append(change)
    seats = {stream: law.roster(changes) for stream, changes in members.items()}
    return [
        (sealed, change, reason or ("" if sealed.header.device in seats.get(sealed.header.stream, {}) else "stranger"))
        for sealed, change, reason in judged
    ]


def _forked() -> BadFile:
    return BadFile(
        N_("Two different changes bear the same number: a store was copied and used twice. Nothing was taken in."),
        N_("Tell your office which two laptops these are; each of them still has all its own notes."),
    )


def _gap() -> BadFile:
    return BadFile(
        N_("Changes are missing before the ones in this parcel. Nothing was taken in."),
        N_("Ask for a parcel that holds everything."),
    )
