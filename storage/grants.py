# SPDX-License-Identifier: MIT
"""Who may hand on and fetch a stream's sealed changes, said in the clear: for the hub, which can read no record.

A grant is a signed sentence about one device and one stream. Grants form a chain rooted in the device that the
stream's own identifier names. What a member may *do* is sealed and law.py's; here is only who belongs.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from typing import Any

from storage.envelope import is_by
from storage.model.ids import DeviceId, StreamId, device_id, root_of

_MARK = b"arolwg grant 1\0"
FOR_EVER = -1
"""`until` of a device that belongs: all its numbers count."""
_TOO_GREAT = 2**63
"""No database counts so far."""


def is_name(text: str) -> bool:
    """Say whether a text may be the name of a stream or a document: short, and nothing that a database stumbles on."""
    return 0 < len(text) <= 100 and text.isascii() and text.isprintable()


def succession(verify_key: bytes, box_key: bytes) -> bytes:
    """Return what a predecessor signs so that its successor takes its seat everywhere."""
    return b"arolwg succession 1\0" + verify_key + box_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One signed sentence: this device belongs to the stream, or belonged to it until one of its numbers."""

    stream: StreamId
    device: DeviceId
    verify_key: str
    """Ed25519 public key, hex; the device's identifier is its digest."""
    box_key: str
    """X25519 public key, hex."""
    may_grant: bool = False
    until: int = FOR_EVER
    """The last of its numbers that counts, once it has left."""
    number: int = 1
    """1, 2, 3 … per stream and device: the greatest is what holds."""
    by: DeviceId
    """Whose signature it bears: a member who may grant, or the predecessor when `succeeds`."""
    succeeds: bool = False
    signature: str = ""
    """Ed25519, hex. Empty for the root, which nobody seats: its own identifier in the stream's is its proof."""

    def signed_bytes(self) -> bytes:
        """Return the bytes that `by` signs."""
        if self.succeeds:
            return succession(bytes.fromhex(self.verify_key), bytes.fromhex(self.box_key))
        plain = {**asdict(self), "signature": ""}
        return _MARK + json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()

    @property
    def belongs(self) -> bool:
        """Say whether the device still belongs."""
        return self.until == FOR_EVER


def read_grant(plain: Mapping[str, Any]) -> Grant:
    """Return the grant that a plain dictionary says. Raise ValueError when it is none."""
    try:
        grant = Grant(**{each.name: plain[each.name] for each in fields(Grant)})
        right = (
            all(type(getattr(grant, name)) is bool for name in ("may_grant", "succeeds"))
            and all(type(getattr(grant, name)) is int for name in ("until", "number"))
            and all(type(getattr(grant, name)) is str for name in ("stream", "box_key", "by", "signature"))
            and device_id(bytes.fromhex(grant.verify_key)) == grant.device
            and len(bytes.fromhex(grant.box_key)) == 32
            and 1 <= grant.number < _TOO_GREAT
            and FOR_EVER <= grant.until < _TOO_GREAT
            and is_name(grant.stream)
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError("not a grant") from problem
    if not right:
        raise ValueError("not a grant")
    return grant


def standing(stream: str, grants: Iterable[Grant]) -> dict[str, Grant]:
    """Return what holds for each device, given every grant of the stream that is known: a function of the set.

    What a device and its successors say of its own seat never outweighs that others took it away; a successor that
    nobody else seated has then left too, and seats nobody (law.roster says the same of the sealed records).
    """
    return dict(_standing(stream, frozenset(grants)))


@lru_cache(maxsize=4096)
def _standing(stream: str, known: frozenset[Grant]) -> dict[str, Grant]:
    # A device asks it several times in each round of a sync, and the set is another only when somebody comes or leaves.
    dismissed: set[str] = set()
    # Read anew, without what those granted who sit only as the successors of one now known to be dismissed.
    while True:
        counted = counting(stream, known, dismissed)
        seats = {device: _holds(device, counted) for device in counted}
        found = {device for device, (_, is_dismissed) in seats.items() if is_dismissed}
        if found <= dismissed:
            return {device: _ended(grant, device, counted, dismissed) for device, (grant, _) in seats.items()}
        dismissed |= found


_Counted = Mapping[str, Sequence[Grant]]
"""Device → the grants of its seat that count."""


def _holds(device: str, counted: _Counted) -> tuple[Grant, bool]:
    """Return the grant that holds for a device, and whether others than it and its successors took its seat away."""
    known = counted[device]
    said = max(_of_others(device, counted), key=_newest, default=None)
    is_dismissed = said is not None and not said.belongs
    holds = said if said is not None and is_dismissed else max(known, key=_newest)
    return replace(holds, may_grant=any(grant.may_grant for grant in known)), is_dismissed


def _of_others(device: str, counted: _Counted) -> list[Grant]:
    family = {device}
    while heirs := {each for each in counted.keys() - family if _predecessor(each, counted) in family}:
        family |= heirs
    return [grant for grant in counted[device] if grant.by not in family and not grant.succeeds]


def _predecessor(device: str, counted: _Counted) -> str:
    return next((grant.by for grant in counted[device] if grant.succeeds), "")


def _newest(grant: Grant) -> tuple[int, bool, bool, int, str]:
    # Of two with one number neither knew of the other: a removal wins, then a seat of one's own, then the lesser end.
    return grant.number, not grant.belongs, not grant.succeeds, -grant.until, grant.signature


def _hangs(device: str, counted: _Counted, dismissed: Collection[str]) -> bool:
    met: set[str] = set()
    while device in counted and device not in met:
        if any(grant.belongs for grant in _of_others(device, counted)):
            return False
        met.add(device)
        device = _predecessor(device, counted)
        if device in dismissed:
            return True
    return False


def _ended(grant: Grant, device: str, counted: _Counted, dismissed: Collection[str]) -> Grant:
    return replace(grant, until=0) if grant.belongs and _hangs(device, counted, dismissed) else grant


def counting(stream: str, grants: Iterable[Grant], dismissed: Collection[str] = ()) -> dict[str, list[Grant]]:
    """Return the grants of each device that count.

    A grant counts when its signer is the stream's root or was itself granted the right to grant; a later removal of
    the signer does not take back what it granted, so the order in which grants arrive cannot matter. Whoever sits only
    as the successor of a `dismissed` device grants nothing.
    """
    waiting = {grant for grant in grants if grant.stream == stream}
    counted: dict[str, list[Grant]] = {}
    while found := {grant for grant in waiting if _counts(grant, counted, dismissed)}:
        waiting -= found
        for grant in found:
            counted.setdefault(grant.device, []).append(grant)
    return counted


def _counts(grant: Grant, counted: _Counted, dismissed: Collection[str]) -> bool:
    if grant.device == root_of(grant.stream) == grant.by and grant.belongs and not grant.signature:
        return True
    signers = counted.get(grant.by, ())
    may_grant = any(each.may_grant for each in signers)
    if not signers or not (grant.succeeds or (may_grant and not _hangs(grant.by, counted, dismissed))):
        return False
    if grant.succeeds and (not grant.belongs or (grant.may_grant and not may_grant)):
        return False
    return _bears(grant, signers[0].verify_key)


@lru_cache(maxsize=65_536)
def _bears(grant: Grant, verify_key: str) -> bool:
    # A hub asks the same of the same grants in every request, and a device several times in each round.
    return is_by(grant.by, bytes.fromhex(verify_key), grant.signed_bytes(), raw(grant.signature))


def raw(text: str) -> bytes:
    """Return what hex digits say; nothing where they are none, so that no signature fits."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
