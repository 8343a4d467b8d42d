# SPDX-License-Identifier: MIT
"""Names of things: typed identifiers, time-ordered where new, derived where two devices must agree.

What a device or a stream *is* lives elsewhere (keys.py, model/change.py).
"""

import base64
import secrets
from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b
from typing import NewType

from storage.model import clock

StreamId = NewType("StreamId", str)
DeviceId = NewType("DeviceId", str)
GestureId = NewType("GestureId", str)
PersonId = NewType("PersonId", str)
AuthorityId = NewType("AuthorityId", str)
VisitId = NewType("VisitId", str)
SessionId = NewType("SessionId", str)
NoteId = NewType("NoteId", str)
LinkId = NewType("LinkId", str)
LetterId = NewType("LetterId", str)
SectionId = NewType("SectionId", str)
ParagraphId = NewType("ParagraphId", str)
SentenceId = NewType("SentenceId", str)
DocumentId = NewType("DocumentId", str)
FindingId = NewType("FindingId", str)
RecommendationId = NewType("RecommendationId", str)
MeetingId = NewType("MeetingId", str)
ProgressId = NewType("ProgressId", str)
ActionId = NewType("ActionId", str)

_ALPHABET = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "abcdefghijklmnopqrstuvwxyz234567")
_entropy: Callable[[int], bytes] = secrets.token_bytes


def new_id(now: datetime | None = None) -> str:
    """Return a fresh identifier, 32 hex digits: 48 bits of milliseconds, 80 random bits (cf. UUIDv7, RFC 9562).

    Within one millisecond each is the one before plus one (RFC 9562, 6.2, "monotonic random"), so identifiers made
    here sort in the order in which they were made.
    """
    global _last
    millis = int((now or clock.now()).timestamp() * 1000) & (2**48 - 1)
    fresh = millis << 80 | int.from_bytes(_entropy(10)) >> 1
    _last = _last + 1 if _last >> 80 == millis else fresh
    return f"{_last:032x}"


_last = 0


def device_id(verify_key: bytes) -> DeviceId:
    """Return the identifier that proves itself: 26 letters, 128 bits of BLAKE2b over the device's public key."""
    digest = blake2b(verify_key, digest_size=16, person=b"arolwg device").digest()
    return DeviceId(base64.b32encode(digest).decode().rstrip("=").translate(_ALPHABET))


def new_stream(root: DeviceId) -> StreamId:
    """Return a fresh stream identifier that names its root device, so nobody else can claim to have begun it."""
    return StreamId(f"{new_id()}.{root}")


def new_note(device: DeviceId) -> NoteId:
    """Return a fresh note identifier that names its author's device, so nobody else can claim the note."""
    return NoteId(f"{new_id()}.{device}")


def own_id(about: str, device: DeviceId) -> str:
    """Return the derived identifier of what one person says of a thing: it names her device, as a note's does."""
    return f"{about}.{device}"


def root_of(owned: str) -> DeviceId:
    """Return the device that began the stream or wrote the note."""
    return DeviceId(owned.rpartition(".")[2])


def link_id(note_id: NoteId, area: str, span: str = "") -> LinkId:
    """Return the derived identifier `note:area:span`: linking twice, or on two devices, is one link."""
    return LinkId(f"{note_id}:{area}:{span}")
