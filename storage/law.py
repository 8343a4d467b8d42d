# SPDX-License-Identifier: MIT
"""Which changes are lawful: membership, roles, ownership, seals, as pure functions of the set of changes.

What breaks a rule is set aside with its reason: never applied, never lost. What the lawful ones mean: model/heads.py.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from resources.language import N_
from storage.envelope import is_by
from storage.grants import FOR_EVER, succession
from storage.model.change import Change
from storage.model.heads import standings
from storage.model.ids import DeviceId, root_of
from storage.permissions import ROLES, SEAL_FIELDS, may

REASONS = {
    "stranger": N_("by a device that is not a member of this visit"),
    "voice": N_("in the name of another person than the device's own"),
    "role": N_("by a member whose role does not allow it"),
    "owner": N_("a change to somebody else's note"),
    "late": N_("made after the letter was sealed, without having been part of it"),
    "left": N_("by a device that had left this visit, and not accepted since"),
}
"""Why a change may be set aside, by code."""

OWNED = ("note", "comment", "agreement", "rating")
"""Nouns that belong to the person whose device their identifier names: only she touches them."""
_PARTS = ("section", "paragraph", "sentence")


@dataclass(frozen=True, slots=True)
class Seat:
    """What a stream's members grant to one device."""

    device: DeviceId
    person_id: str
    name: str
    role: str
    ever: frozenset[str]
    """Every role it was ever granted: what it did under an earlier one stays lawful."""
    verify_key: str
    box_key: str
    present: bool
    until: int = FOR_EVER
    """The last of its numbers that counts, once it has left."""
    granter: str = ""
    """The device that first seated it, or its predecessor; its own for the root."""


Roster = Mapping[str, Seat]
Vectors = Sequence[Mapping[str, int]]
"""The version vectors that a letter's seals froze."""


def roster(changes: Iterable[Change]) -> dict[str, Seat]:
    """Return who sits in the stream, given every change of its member records (others are passed over).

    The root device, named in the stream's own identifier, seats itself; who holds the role lead or office seats others;
    a device vouched for by a seated predecessor takes its seat. Whoever has left seats nobody with what came after.
    """
    members = sorted((each for each in changes if each.entity == "member"), key=lambda each: (each.tick, each.ref))
    seats = _fixpoint(members)
    left = {device for device, seat in seats.items() if _has_left(seat)}
    if not left:
        return seats
    counting = [change for change in members if change.device not in left or change.seq <= seats[change.device].until]
    # Where two removed each other both are out by the first reading, and neither removal counts in the second: so the
    # first reading's end stays with each seat, and broken() sets those very removals aside.
    final = _fixpoint(counting)
    return {device: seat if device not in left else _cut(seat, seats[device]) for device, seat in final.items()}


def _has_left(seat: Seat) -> bool:
    return not seat.present and seat.until != FOR_EVER


def _cut(seat: Seat, first: Seat) -> Seat:
    return replace(seat, until=first.until) if seat.present or seat.until == FOR_EVER else seat


def _fixpoint(members: Sequence[Change]) -> dict[str, Seat]:
    pending = list(members)
    accepted: dict[str, list[Change]] = {}
    seats: dict[str, Seat] = {}
    # Always the first that can be: who granted a seat then follows from the set alone.
    while change := next((each for each in pending if _grants(each, seats)), None):
        pending.remove(change)
        accepted.setdefault(change.entity_id, []).append(change)
        known = seats.get(change.entity_id)
        granter = known.granter if known else str(change.after.get("predecessor") or change.device)
        seats[change.entity_id] = _seat(change.entity_id, accepted[change.entity_id], granter)
    return seats


def _grants(change: Change, seats: Roster) -> bool:
    if change.device == change.entity_id and (change.device == root_of(change.stream) or _is_vouched(change, seats)):
        return True
    seat = seats.get(change.device)
    if seat is None or not seat.ever & {"lead", "office"} or change.by != seat.person_id:
        return False
    return change.after.get("present") is not False or "office" in seat.ever or not _descends(seat, change, seats)


def _descends(seat: Seat, change: Change, seats: Roster) -> bool:
    """Say whether the remover owes its own seat to the device it would remove: then it may not."""
    above = seat.granter
    while above in seats and above != seats[above].granter:
        if above == change.entity_id:
            return True
        above = seats[above].granter
    return above == change.entity_id != seat.device


def _is_vouched(change: Change, seats: Roster) -> bool:
    after = {name: str(value) for name, value in change.after.items()}
    old = seats.get(after.get("predecessor", ""))
    # Any role it ever held: the successor may not have known yet that the role was changed.
    if old is None or after.get("role") not in old.ever or after.get("person_id") != old.person_id:
        return False
    try:
        keys = (bytes.fromhex(after[name]) for name in ("verify_key", "box_key"))
        message, signature = succession(*keys), bytes.fromhex(after["vouch"])
        return is_by(old.device, bytes.fromhex(old.verify_key), message, signature)
    except (ValueError, KeyError):
        return False


def _seat(device: str, changes: Sequence[Change], granter: str) -> Seat:
    stands = {name: each.value for name, each in standings(changes).items()}
    text = {name: str(stands.get(name, "")) for name in ("person_id", "name", "role", "verify_key", "box_key")}
    ever = frozenset(str(change.after["role"]) for change in changes if change.after.get("role") in ROLES)
    until = stands.get("until", FOR_EVER)
    return Seat(
        DeviceId(device),
        ever=ever,
        present=bool(stands.get("present")),
        until=until if type(until) is int else FOR_EVER,
        granter=granter,
        **text,
    )


def broken(change: Change, seats: Roster, seals: Vectors = ()) -> str:
    """Return the code of the rule that the change breaks, or an empty text when it is lawful.

    `seals` are the vectors of the letter it belongs to; none for other nouns.
    """
    seat = seats.get(change.device)
    if seat is None:
        return "stranger"
    if change.by != seat.person_id:
        return "voice"
    if seat.until != FOR_EVER and change.seq > seat.until and (not seat.present or change.entity == "member"):
        return "left"
    allowed = _grants(change, seats) if change.entity == "member" else may(seat.ever, change.entity, change.after)
    if not allowed:
        return "role"
    if change.entity in OWNED and not _owns(change, seat, seats):
        return "owner"
    return "late" if seals and _is_late(change, seals) else ""


def _owns(change: Change, seat: Seat, seats: Roster) -> bool:
    author = seats.get(root_of(change.entity_id))
    return author is not None and author.person_id == seat.person_id == change.after.get("author", seat.person_id)


def _is_late(change: Change, seals: Vectors) -> bool:
    if change.entity == "letter" and set(change.after) - {"present"} <= SEAL_FIELDS:
        return False
    return not any(change.seq <= vector.get(change.device, 0) for vector in seals)


def letter_of(changes: Sequence[Change]) -> str:
    """Return the letter that a thing is, or is part of, given its changes; an empty text for other things."""
    first = changes[0]
    if first.entity == "letter":
        return first.entity_id
    if first.entity not in _PARTS:
        return ""
    return next((str(each.after["letter_id"]) for each in changes if each.after.get("letter_id")), "")


def seals(letter_changes: Iterable[Change], seats: Roster) -> list[Mapping[str, int]]:
    """Return the version vectors of its own stream that a letter's lawful seals froze."""
    sealing = (change for change in letter_changes if change.after.get("document_id"))
    return [vector for change in sealing if not broken(change, seats) for vector in _own_vectors(change)]


def _own_vectors(change: Change) -> Iterable[Mapping[str, int]]:
    cites = change.after.get("cites")
    for cite in cites if isinstance(cites, tuple) else ():
        try:
            stream, vector, _ = cite
            if stream == change.stream:
                yield {str(device): int(seq) for device, seq in json.loads(vector).items()}
        except (ValueError, TypeError, AttributeError):
            continue
