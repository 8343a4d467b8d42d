# SPDX-License-Identifier: MIT
"""Which changes are lawful: membership, roles, ownership, seals, as pure functions of the set of changes.

What breaks a rule is set aside with its reason: never applied, never lost. What the lawful ones mean: model/heads.py.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from resources.language import N_
from storage.envelope import is_by
from storage.grants import FOR_EVER, succession
from storage.model.change import Change
from storage.model.heads import standings
from storage.model.ids import DeviceId, device_id, root_of
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
_PARTS = ("section", "paragraph", "sentence", "enclosure")


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
    predecessor: str = ""
    """The device whose seat it took by its vouch, as long as nobody else has seated it; else empty."""
    is_dismissed: bool = False
    """Others took its seat away: only others give it back."""
    hangs: bool = False
    """It sits by the vouch of one that others took the seat of: only that vouch of it counts."""


Roster = Mapping[str, Seat]
Vectors = Sequence[Mapping[str, int]]
"""The version vectors that a letter's seals froze."""
_Ends = dict[str, tuple[int, bool]]
"""Device that has left → the last of its numbers that counts; whether others took its seat."""


def roster(changes: Iterable[Change]) -> dict[str, Seat]:
    """Return who sits in the stream, given every change of its member records (others are passed over).

    The root device, named in the stream's own identifier, seats itself; who holds the role lead or office seats others;
    a device vouched for by a seated predecessor takes its seat. Whoever has left seats nobody with what came after, nor
    does whoever sits as her successor alone.
    """
    members = [each for each in changes if each.entity == "member" and _names_keys(each)]
    members.sort(key=lambda each: (each.tick, each.ref))
    ends: _Ends = {}
    # Read anew, without what those said who are now known to have left, until nobody else turns out to have left. Where
    # two removed each other both are out by the first reading, and neither removal counts in the second: so the first
    # end stays with each seat, and broken() sets those very removals aside.
    while True:
        seats = _reading(members, ends)
        found = {device: _end(seat, ends.get(device)) for device, seat in seats.items() if _has_left(seat)}
        if {**ends, **found} == ends:
            return {device: _settled(seat, seats, ends) for device, seat in seats.items()}
        ends |= found


def _has_left(seat: Seat) -> bool:
    return not seat.present and seat.until != FOR_EVER


def _end(seat: Seat, known: tuple[int, bool] | None) -> tuple[int, bool]:
    return (min(seat.until, known[0]), seat.is_dismissed or known[1]) if known else (seat.until, seat.is_dismissed)


def _settled(seat: Seat, seats: Roster, ends: _Ends) -> Seat:
    gone = "" if _has_left(seat) else _hung_on(seat, seats, ends)
    if gone:
        return replace(seat, present=seat.present and gone in seats and seats[gone].present, until=0, hangs=True)
    if seat.device in ends and (seat.present or seat.until == FOR_EVER):
        return replace(seat, until=ends[seat.device][0])
    return seat


def _hung_on(seat: Seat, seats: Roster, ends: _Ends) -> str:
    """Return the device that others took the seat of, where this one sits by its vouch, or by one after it."""
    met = set[str]()
    while seat.predecessor and seat.predecessor not in met:
        if ends.get(seat.predecessor, (0, False))[1]:
            return seat.predecessor
        if seat.predecessor not in seats:
            break
        met.add(seat.predecessor)
        seat = seats[seat.predecessor]
    return ""


def _reading(members: Sequence[Change], ends: _Ends) -> dict[str, Seat]:
    pending = [each for each in members if each.device not in ends or each.seq <= ends[each.device][0]]
    accepted: dict[str, list[Change]] = {}
    seats: dict[str, Seat] = {}
    # Always the first that can be: who granted a seat then follows from the set alone.
    while change := next((each for each in pending if _counts(each, seats, ends)), None):
        pending.remove(change)
        accepted.setdefault(change.entity_id, []).append(change)
        known = seats.get(change.entity_id)
        granter = known.granter if known else str(change.after.get("predecessor") or change.device)
        seats[change.entity_id] = _seat(accepted, change.entity_id, granter)
    return {device: _seat(accepted, device, seat.granter) for device, seat in seats.items()}


def _counts(change: Change, seats: Roster, ends: _Ends) -> bool:
    if not _grants(change, seats):
        return False
    seat = seats.get(change.device)
    return seat is None or _is_vouch(change) or not _hung_on(seat, seats, ends)


def _names_keys(change: Change) -> bool:
    """Say whether the keys that a member record names are keys, and its device's: others would stumble over them."""
    named = {name: str(change.after[name]) for name in ("verify_key", "box_key") if name in change.after}
    try:
        keys = {name: bytes.fromhex(said) for name, said in named.items()}
    except ValueError:
        return False
    if any(len(key) != 32 or key.hex() != named[name] for name, key in keys.items()):
        return False
    return "verify_key" not in keys or device_id(keys["verify_key"]) == change.entity_id


def _is_vouch(change: Change) -> bool:
    return change.device == change.entity_id and bool(change.after.get("predecessor"))


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


def _seat(accepted: Mapping[str, Sequence[Change]], device: str, granter: str) -> Seat:
    changes, family = accepted[device], _family(accepted, device)
    stands = {name: each.value for name, each in standings(changes).items()}
    # What a device and its successors say of its seat never outweighs that others took it away.
    others = {
        name: each.value for name, each in standings([each for each in changes if each.device not in family]).items()
    }
    is_dismissed = "present" in others and not others["present"]
    text: dict[str, Any] = {
        name: str(stands.get(name, "")) for name in ("person_id", "name", "role", "verify_key", "box_key")
    }
    until = (others if is_dismissed else stands).get("until", FOR_EVER)
    return Seat(
        DeviceId(device),
        ever=frozenset(str(change.after["role"]) for change in changes if change.after.get("role") in ROLES),
        present=bool(stands.get("present")) and not is_dismissed,
        until=until if type(until) is int else FOR_EVER,
        granter=granter,
        predecessor="" if others.get("present") else _predecessor(changes),
        is_dismissed=is_dismissed,
        **text,
    )


def _family(accepted: Mapping[str, Sequence[Change]], device: str) -> set[str]:
    """Return a device and all that took its seat by its vouch, one after the other."""
    family = {device}
    while more := {each for each in accepted.keys() - family if _predecessor(accepted[each]) in family}:
        family |= more
    return family


def _predecessor(changes: Sequence[Change]) -> str:
    return next((str(each.after["predecessor"]) for each in changes if _is_vouch(each)), "")


def broken(change: Change, seats: Roster, seals: Vectors = ()) -> str:
    """Return the code of the rule that the change breaks, or an empty text when it is lawful.

    `seals` are the vectors of the letter it belongs to; none for other nouns.
    """
    seat = seats.get(change.device)
    if seat is None:
        return "stranger"
    if change.by != seat.person_id:
        return "voice"
    if _is_after_its_end(change, seat):
        return "left"
    is_seat = change.entity == "member"
    allowed = _names_keys(change) and _grants(change, seats) if is_seat else may(seat.ever, change.entity, change.after)
    if not allowed:
        return "role"
    if change.entity in OWNED and not _owns(change, seat, seats):
        return "owner"
    return "late" if seals and _is_late(change, seals) else ""


def _is_after_its_end(change: Change, seat: Seat) -> bool:
    if seat.until == FOR_EVER or change.seq <= seat.until or (seat.hangs and _is_vouch(change)):
        return False
    return not seat.present or change.entity == "member"


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
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            continue
