# SPDX-License-Identifier: MIT
"""A naive second implementation of what a set of changes means, written from HOUSE.md and not from storage's code.

Slow and plain on purpose: loops over lists, no shared code with heads.py, law.py, tables.py or permissions.py. Only
the word merge itself is storage's (model/merge.py), which has tests of its own.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from storage.model.change import Change, Ref
from storage.model.ids import device_id
from storage.model.merge import merge

Thing = tuple[str, str, str]
"""(stream, entity, identifier)"""

PROSE = {
    ("note", "text"),
    ("note", "amend_reason"),
    ("comment", "text"),
    ("finding", "statement"),
    ("finding", "impact"),
    ("finding", "set_aside_because"),
    ("resolution", "words"),
    ("sentence", "text"),
    ("letter", "re_line"),
    ("visit", "conclusion"),
    *(("recommendation", "text"), ("recommendation", "closed_because"), ("event", "text"), ("event", "found")),
    *(("progress", "text"), ("action", "text"), ("action", "evidence"), ("meeting", "notes")),
    ("case_review", "outcome_words"),
    ("concern", "what"),
    ("concern", "response"),
    ("concern", "outcome"),
    ("point", "text"),
    ("excuse", "reason"),
    ("visit", "state_reason"),
    *(("challenge", "text"), ("challenge", "proof"), ("challenge", "reason"), ("challenge", "change")),
}
LETTER_PARTS = ("section", "paragraph", "sentence", "enclosure")
INSPECTORS_ONLY = (
    "session",
    "note",
    "link",
    "finding",
    "letter",
    "section",
    "paragraph",
    "sentence",
    "concern",
    "point",
)
INSPECTORS_ONLY += ("wording",)
INSPECTORS_ONLY += ("agreement", "rating", "resolution")
INSPECTORS_ONLY += ("excuse", "enclosure")
INSPECTORS_ONLY += ("case_list", "case", "sample", "case_review")
LEAD_OR_OFFICE_ONLY = ("authority", "member", "visit", "meeting", "event", "edition")
LEAD_OR_OFFICE_ONLY += ("recommendation", "progress", "action")
SEAL = ("document_id", "unsigned_id", "sealed_by", "certificate", "sealed_at", "cites")
AFTER_SEAL = ("countersigned_id", "countersigned_by", "counter_certificate", "countersigned_at")
AFTER_SEAL += ("state_reason", "embargo_until")


@dataclass
class State:
    """What the changes come to."""

    values: dict[Thing, dict[str, Any]] = field(default_factory=dict)
    """Each thing with any lawful change: touched field → value."""
    heads: dict[Thing, dict[str, tuple[Ref, ...]]] = field(default_factory=dict)
    differs: dict[Thing, int] = field(default_factory=dict)
    """How many of its fields people left differently."""
    aside: dict[tuple[str, str, int], str] = field(default_factory=dict)
    """(stream, device, number) → the rule that the change breaks."""


def state(changes: Iterable[Change]) -> State:
    """Return what a set of changes means, in whatever order it is given."""
    everything = sorted(changes, key=order)
    found = State()
    for stream in sorted({change.stream for change in everything}):
        _state_of_stream([change for change in everything if change.stream == stream], found)
    return found


def order(change: Change) -> tuple[int, str, int]:
    """Return what settles between scalars: tick, device, number."""
    return change.tick, change.device, change.seq


def _state_of_stream(changes: Sequence[Change], found: State) -> None:
    seats = roster(changes)
    lawful = []
    for change in changes:
        reason = breaks(change, seats, _seals_over(change, changes, seats))
        if reason:
            found.aside[change.stream, change.device, change.seq] = reason
        else:
            lawful.append(change)
    for thing in {(change.stream, change.entity, change.entity_id) for change in lawful}:
        own = [change for change in lawful if (change.entity, change.entity_id) == thing[1:]]
        found.values[thing], found.heads[thing], found.differs[thing] = {}, {}, 0
        for name in {name for change in own for name in change.after}:
            touching = [change for change in own if name in change.after]
            tops = heads(name, touching)
            found.values[thing][name] = value(name, tops, touching)
            found.heads[thing][name] = tuple(sorted(top.ref for top in tops))
            found.differs[thing] += any(top.after[name] != tops[0].after[name] for top in tops)


# What a field's changes mean.


def knows(change: Change, name: str, other: Change) -> bool:
    """Say whether a change names another for the field, and may be believed: nobody knows what has a later tick."""
    return other.ref in change.parents.get(name, ()) and other.tick < change.tick


def heads(name: str, touching: Sequence[Change]) -> list[Change]:
    """Return the changes that nobody who touched the field had seen, by tick."""
    return [one for one in touching if not any(knows(other, name, one) for other in touching)]


def value(name: str, tops: Sequence[Change], touching: Sequence[Change]) -> Any:
    """Return the field's value: of the one head, or of several: any presence, merged prose, the latest scalar."""
    wordings = [top.after[name] for top in tops]
    if all(each == wordings[0] for each in wordings):
        return wordings[0]
    if name == "present":
        return True in wordings
    if (tops[0].entity, name) not in PROSE:
        return wordings[-1]
    shared = [one for one in touching if all(_descends(top, name, one, touching) for top in tops)]
    base = shared[-1].after[name] if shared else ""
    texts = [each if isinstance(each, str) else "" for each in wordings]
    merged = texts[0]
    for text in texts[1:]:
        merged = merge(base if isinstance(base, str) else "", merged, text)
    return merged


def _descends(change: Change, name: str, other: Change, touching: Sequence[Change]) -> bool:
    parents = [one for one in touching if knows(change, name, one)]
    return any(one.ref == other.ref or _descends(one, name, other, touching) for one in parents)


# Who may do what.


@dataclass
class Seat:
    """One device's place in a stream, as far as the naive reader needs it."""

    person: str
    role: str
    roles: set[str]
    verify_key: str
    present: bool
    until: int
    """The last number that counts once it has left; -1: all."""
    granter: str
    after: str
    """Whose seat it took by that one's vouch; empty where somebody else seated it."""
    sent_away: bool
    """Others took the seat away."""
    only_vouch: bool = False
    """It left with the one it followed: nothing counts but the vouch."""


def roster(changes: Sequence[Change]) -> dict[str, Seat]:
    """Return who sits in the stream; what somebody recorded about seats after leaving is read as if it were not there.

    Read again and again, each time without what those said about seats who are known by then to have left.
    """
    ends: dict[str, int] = {}
    sent_away: set[str] = set()
    while True:
        seats = _all_seats([c for c in changes if c.device not in ends or c.seq <= ends[c.device]], sent_away)
        before = (dict(ends), set(sent_away))
        for device, seat in seats.items():
            if not seat.present and seat.until != -1:
                ends[device] = min(seat.until, ends.get(device, seat.until))
                if seat.sent_away:
                    sent_away.add(device)
        if before == (ends, sent_away):
            break
    stay = {device: seat.present for device, seat in seats.items()}
    for device, seat in seats.items():
        follows = _followed(device, seats, sent_away)
        if not seat.present and seat.until != -1:
            continue
        if follows:
            seat.until, seat.only_vouch = 0, True
            seat.present = seat.present and stay.get(follows, False)
        elif device in ends:
            seat.until = ends[device]  # what was left out of the last reading is set aside
    return seats


def _followed(device: str, seats: dict[str, Seat], sent_away: set[str]) -> str:
    """Return who was sent away and is the reason why the device sits: by a vouch, or a vouch after a vouch."""
    if device not in seats or not seats[device].after:
        return ""
    before = seats[device].after
    return before if before in sent_away else _followed(before, seats, sent_away)


def _all_seats(changes: Sequence[Change], sent_away: set[str]) -> dict[str, Seat]:
    """Begin with nobody and go on until nobody can be added."""
    accepted: list[Change] = []
    while True:
        seats = _seats(accepted)
        more = [c for c in changes if c.entity == "member" and c not in accepted and may_seat(c, seats)]
        more = [c for c in more if _is_vouch(c) or not _followed(c.device, seats, sent_away)]
        if not more:
            return seats
        accepted.append(more[0])


def _is_vouch(change: Change) -> bool:
    return change.entity == "member" and change.entity_id == change.device and bool(change.after.get("predecessor"))


def _seats(accepted: Sequence[Change]) -> dict[str, Seat]:
    seats = {}
    for device in {change.entity_id for change in accepted}:
        own = sorted((change for change in accepted if change.entity_id == device), key=order)
        stands = _stands(own)
        of_others = _stands([change for change in own if not _is_heir(change.device, device, accepted)])
        roles = {str(change.after["role"]) for change in own if change.after.get("role")}
        began = next(change for change in accepted if change.entity_id == device)
        granter = str(began.after.get("predecessor") or began.device)
        sent_away = of_others["present"] is False
        until = (of_others if sent_away else stands)["until"]
        seats[device] = Seat(
            stands["person_id"],
            stands["role"],
            roles,
            stands["verify_key"],
            stands["present"] is True and not sent_away,
            until if type(until) is int else -1,
            granter,
            "" if of_others["present"] is True else _vouched_by(device, accepted),
            sent_away,
        )
    return seats


def _stands(own: Sequence[Change]) -> dict[str, Any]:
    stands: dict[str, Any] = {}
    for name in ("person_id", "role", "verify_key", "present", "until"):
        touching = [change for change in own if name in change.after]
        stands[name] = value(name, heads(name, touching), touching) if touching else ""
    return stands


def _vouched_by(device: str, accepted: Sequence[Change]) -> str:
    vouches = [change for change in accepted if change.entity_id == device and _is_vouch(change)]
    return str(vouches[0].after["predecessor"]) if vouches else ""


def _is_heir(device: str, of: str, accepted: Sequence[Change]) -> bool:
    """Say whether a device is another, or took its seat by a vouch, or by a vouch after it."""
    if device == of:
        return True
    before = _vouched_by(device, accepted)
    return bool(before) and _is_heir(before, of, accepted)


def may_seat(change: Change, seats: dict[str, Seat]) -> bool:
    """Say whether a member record's change is granted: by the stream's beginner, a lead or office, or a predecessor.

    Nobody but an office takes away the seat of whoever seated her, or seated who seated her. Nobody says that a device
    has other keys than it has, or none.
    """
    for name in ("verify_key", "box_key"):
        if name in change.after and not re.fullmatch("[0-9a-f]{64}", str(change.after[name])):
            return False
    if "verify_key" in change.after and device_id(bytes.fromhex(str(change.after["verify_key"]))) != change.entity_id:
        return False
    if change.entity_id == change.device:
        beginner = change.stream.split(".")[-1]
        if change.device == beginner or _vouched(change, seats):
            return True
    seat = seats.get(change.device)
    if seat is None or change.by != seat.person or not ("lead" in seat.roles or "office" in seat.roles):
        return False
    removes = "present" in change.after and change.after["present"] is False
    return not removes or "office" in seat.roles or change.entity_id not in _above(change.device, seats)


def _above(device: str, seats: dict[str, Seat]) -> list[str]:
    above: list[str] = []
    while device in seats and seats[device].granter != device:
        device = seats[device].granter
        above.append(device)
    return above


def _vouched(change: Change, seats: dict[str, Seat]) -> bool:
    old = seats.get(str(change.after.get("predecessor")))
    if old is None or change.after.get("role") not in old.roles or change.after.get("person_id") != old.person:
        return False
    keys = bytes.fromhex(str(change.after["verify_key"])) + bytes.fromhex(str(change.after["box_key"]))
    try:
        VerifyKey(bytes.fromhex(old.verify_key)).verify(
            b"arolwg succession 1\0" + keys, bytes.fromhex(str(change.after["vouch"]))
        )
    except (BadSignatureError, ValueError):
        return False
    return True


def breaks(change: Change, seats: dict[str, Seat], seals: Sequence[dict[str, int]]) -> str:
    """Return the rule that a change breaks, or an empty text."""
    if change.device not in seats:
        return "stranger"
    seat = seats[change.device]
    if change.by != seat.person:
        return "voice"
    is_after = seat.until != -1 and change.seq > seat.until and not (seat.only_vouch and _is_vouch(change))
    if is_after and (not seat.present or change.entity == "member"):
        return "left"
    if change.entity == "member":
        if not may_seat(change, seats):
            return "role"
    elif not any(may_touch(role, change) for role in seat.roles):
        return "role"
    if change.entity in ("note", "comment", "agreement", "rating") and not owns(change, seat, seats):
        return "owner"
    if seals and not _is_about_the_seal(change) and all(change.seq > seal.get(change.device, 0) for seal in seals):
        return "late"
    return ""


def may_touch(role: str, change: Change) -> bool:
    """Say whether a role may touch what the change touches."""
    if change.entity == "letter" and any(name in SEAL for name in change.after):
        return role == "lead"
    if change.entity == "visit" and "released" in change.after:
        return role == "office"
    if change.entity in INSPECTORS_ONLY:
        return role in ("lead", "second")
    if change.entity in LEAD_OR_OFFICE_ONLY:
        return role in ("lead", "office")
    if change.entity in ("person", "challenge"):
        return role in ("lead", "second", "office")
    return role in ("lead", "second", "quality_reader", "office")


def owns(change: Change, seat: Seat, seats: dict[str, Seat]) -> bool:
    """Say whether a note is changed by its author, and says so."""
    author_device = change.entity_id.split(".")[-1]
    if author_device not in seats or seats[author_device].person != seat.person:
        return False
    return "author" not in change.after or change.after["author"] == seat.person


def _is_about_the_seal(change: Change) -> bool:
    allowed = {*SEAL, *AFTER_SEAL, "status", "present"}
    return change.entity == "letter" and all(name in allowed for name in change.after)


def _seals_over(change: Change, changes: Sequence[Change], seats: dict[str, Seat]) -> list[dict[str, int]]:
    """Return what the seals of the change's letter froze: device → last number that is part of the letter."""
    letter = _letter_of(change, changes)
    frozen = []
    for one in changes:
        is_seal = one.entity == "letter" and one.entity_id == letter and bool(one.after.get("document_id"))
        if is_seal and not breaks(one, seats, []):
            cites: Any = one.after.get("cites", ())
            cited = [_vector(vector) for stream, vector, _ in cites if stream == one.stream]
            frozen += [vector for vector in cited if vector is not None]
    return frozen


def _vector(said: Any) -> dict[str, int] | None:
    """Return the numbers that a seal cites; where they are none it seals nothing."""
    try:
        return {str(device): int(seq) for device, seq in json.loads(said).items()}
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def _letter_of(change: Change, changes: Sequence[Change]) -> str:
    if change.entity == "letter":
        return change.entity_id
    if change.entity not in LETTER_PARTS:
        return ""
    own = [one for one in changes if (one.entity, one.entity_id) == (change.entity, change.entity_id)]
    named = [str(one.after["letter_id"]) for one in own if one.after.get("letter_id")]
    return named[0] if named else ""
