# SPDX-License-Identifier: MIT
"""Who may read and write a stream: a device, the person it acts for, and her role. A grant, signed like any change."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Record):
    """A device's membership of a stream. Its identifier is the device's."""

    entity: ClassVar[str] = "member"
    person_id: str = ""
    name: str = ""
    """The person's name as her own device gave it."""
    role: str = ""
    """lead, second, quality_reader or office (permissions.py). No default: a grant must always say it (law.py)."""
    verify_key: str = ""
    """The device's Ed25519 public key, hex; the device's identifier is its digest."""
    box_key: str = ""
    """The device's X25519 public key, hex: stream keys are wrapped to it."""
    predecessor: str = ""
    """The device it was before its store was moved, copied or restored (DeviceId)."""
    vouch: str = ""
    """The predecessor's signature over this device's keys, hex (law.py)."""
    until: int = -1
    """The last of the device's numbers that counts, once it has left (law.py); -1: all."""
    grant_number: int = 1
    """1, 2, 3 … with each grant or removal of the device (grants.py)."""
    granter: str = ""
    """The device that signed the grant (DeviceId); empty for the stream's root."""
    grant: str = ""
    """Its signature over the grant, hex: what the hub, which reads no record, goes by."""
