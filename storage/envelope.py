# SPDX-License-Identifier: MIT
"""The outside of a sealed change: header, commitment, chain, signature. All that a hub sees; inside: sealed.py.

A header names the digest of its device's previous header in the stream, so a device's changes form a chain: none can
be dropped, swapped or slipped in unnoticed. Its signature is Ed25519 (RFC 8032).
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from storage.model.change import Ref
from storage.model.ids import DeviceId, StreamId, device_id

START = bytes(32)
"""What a device's first header in a stream names as the one before it."""
_MARK = b"arolwg header 1\0"
_PLACE = struct.Struct(">QI")


@dataclass(frozen=True, slots=True)
class Header:
    """What is said in the clear about a sealed change."""

    stream: StreamId
    device: DeviceId
    seq: int
    """1, 2, 3 … without gaps per stream and device."""
    epoch: int
    """Which of the stream's keys the body is encrypted to."""
    previous: bytes
    """Digest of the device's previous header in this stream, 32 bytes; START for the first."""
    commitment: bytes
    """BLAKE2b-256 of salt and canonical change: binds the body, tells nothing of it."""

    @property
    def ref(self) -> Ref:
        """Return the name of the change within its stream."""
        return Ref(self.device, self.seq)

    def canonical(self) -> bytes:
        """Return the bytes that are signed."""
        return (
            _beginning(self.stream, self.device) + _PLACE.pack(self.seq, self.epoch) + self.previous + self.commitment
        )


@lru_cache(maxsize=1024)
def _beginning(stream: str, device: str) -> bytes:
    # The same for a whole chain, which comes by the thousand.
    return _MARK + b"".join(struct.pack(">H", len(raw)) + raw for raw in (stream.encode(), device.encode()))


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed change: what the journal, a parcel, the hub and a backup carry."""

    header: Header
    signature: bytes
    """64 bytes, by the header's device."""
    body: bytes | None
    """Encrypted to the stream; None once redacted: header and chain remain."""

    @property
    def digest(self) -> bytes:
        """Return what the device's next header names as the one before it, 32 bytes."""
        return blake2b(self.header.canonical() + self.signature, digest_size=32).digest()


def is_signed(sealed: Sealed, verify_key: bytes) -> bool:
    """Say whether the header bears its own device's signature; the key must be the device's, by its digest."""
    try:
        if _named(verify_key) != sealed.header.device:
            return False
        _key(verify_key).verify(sealed.header.canonical(), sealed.signature)
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def vouched_for(run: Sequence[Sealed], verify_key: bytes) -> int:
    """Return how many changes at the front of a device's unbroken run it vouches for: all before a true signature.

    A header names the one before it by digest, signature included; only its device could sign after another one (0037).
    """
    return next((count for count in range(len(run), 0, -1) if is_signed(run[count - 1], verify_key)), 0)


def is_by(device: str, verify_key: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether the message bears the device's signature."""
    try:
        _key(verify_key).verify(message, signature)
    except (BadSignatureError, ValueError, TypeError):
        return False
    return _named(verify_key) == device


_named, _key = lru_cache(maxsize=1024)(device_id), lru_cache(maxsize=1024)(VerifyKey)
"""One device's changes come by the thousand."""
