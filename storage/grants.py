# SPDX-License-Identifier: MIT
"""Who may hand on and fetch a stream's sealed changes, said in the clear: for the hub, which can read no record.

A grant is a signed sentence about one device and one stream. Grants form a chain rooted in the device that the
stream's own identifier names. What a member may *do* is sealed and law.py's; here is only who belongs.
"""

import json
from collections.abc import Iterable, Mapping
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

    Whoever has left does not come back as her own successor: that one has left too, until somebody seats it anew.
    """
    holds = {device: _holds(known) for device, known in counting(stream, grants).items()}
    return {device: _ended(grant, holds) for device, grant in holds.items()}


def _ended(grant: Grant, holds: Mapping[str, Grant]) -> Grant:
    seen, old = {grant.device}, grant
    while old.succeeds and old.belongs and old.by in holds and old.by not in seen:
        old = holds[old.by]
        seen.add(old.device)
    return grant if old.belongs else replace(grant, until=0 if grant.belongs else grant.until)


def counting(stream: str, grants: Iterable[Grant]) -> dict[str, list[Grant]]:
    """Return the grants of each device that count.

    A grant counts when its signer is the stream's root or was itself granted the right to grant; a later removal of
    the signer does not take back what it granted, so the order in which grants arrive cannot matter.
    """
    waiting = {grant for grant in grants if grant.stream == stream}
    counted: dict[str, list[Grant]] = {}
    while found := {grant for grant in waiting if _counts(grant, counted)}:
        waiting -= found
        for grant in found:
            counted.setdefault(grant.device, []).append(grant)
    return counted


def _holds(known: Iterable[Grant]) -> Grant:
    # Of two with one number neither knew of the other: a removal wins, then the lesser `until`.
    newest = max(known, key=lambda grant: (grant.number, not grant.belongs, -grant.until, grant.signature))
    return replace(newest, may_grant=any(grant.may_grant for grant in known))


def _counts(grant: Grant, counted: Mapping[str, Iterable[Grant]]) -> bool:
    if grant.device == root_of(grant.stream) == grant.by and grant.belongs and not grant.signature:
        return True
    signers = list(counted.get(grant.by, ()))
    if not signers or not (grant.succeeds or any(each.may_grant for each in signers)):
        return False
    if grant.succeeds and (not grant.belongs or (grant.may_grant and not any(each.may_grant for each in signers))):
        return False
    return _bears(grant.by, signers[0].verify_key, grant.signed_bytes(), grant.signature)


@lru_cache(maxsize=65_536)
def _bears(by: DeviceId, verify_key: str, message: bytes, signature: str) -> bool:
    # A hub asks the same of the same grants in every request.
    return is_by(by, bytes.fromhex(verify_key), message, raw(signature))


def raw(text: str) -> bytes:
    """Return what hex digits say; nothing where they are none, so that no signature fits."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
