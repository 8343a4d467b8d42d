# SPDX-License-Identifier: MIT
"""The inside of a sealed change: Change ⇄ body, salted, compressed, encrypted to the stream. Outside: envelope.py.

Body = XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) of a format byte and the compressed salt and change; the header is
its associated data and gives its nonce, so a body fits one header only.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from io import BytesIO
from typing import IO

import zstandard
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt,
)
from nacl.exceptions import CryptoError

from resources import paths
from storage.envelope import Header, Sealed
from storage.keys import Device
from storage.model.change import Change, canonical, read_change

_SALT = 16
_PLAIN_ZSTD = b"\x01"
_SHARED_ZSTD = b"\x02"
MOST = 16 * 1024 * 1024
"""Bytes in the clear that a change may hold at most: a guard against compressed bombs."""


class Unreadable(Exception):
    """A body that does not open, or does not fit its header. Not Trouble: whoever asked sets the change aside."""


def seal(change: Change, device: Device, previous: bytes, stream_key: tuple[int, bytes]) -> Sealed:
    """Return the numbered change, sealed to the stream's (epoch, key) and signed by the device."""
    epoch, key = stream_key
    plain = secrets.token_bytes(_SALT) + canonical(change)
    header = Header(change.stream, change.device, change.seq, epoch, previous, _commitment(plain))
    inside = _SHARED_ZSTD + _small(plain)
    aad = header.canonical()
    body = encrypt(inside, aad, _nonce(aad), key)
    return Sealed(header, device.sign(aad), body)


def open_body(sealed: Sealed, key: bytes) -> Change:
    """Return the change inside. Raise Unreadable when the body is gone, altered, or another header's."""
    return _read(sealed.header, opened(sealed, key))


def opened(sealed: Sealed, key: bytes) -> bytes:
    """Return salt and canonical change, as a pack discloses them. Raise Unreadable."""
    if sealed.body is None:
        raise Unreadable("redacted")
    aad = sealed.header.canonical()
    try:
        inside = decrypt(sealed.body, aad, _nonce(aad), key)
    except (CryptoError, ValueError, TypeError) as problem:
        raise Unreadable("does not open") from problem
    unpack = _UNPACKING.get(inside[:1])
    if unpack is None:
        raise Unreadable("unknown format")
    plain = unpack(inside[1:])
    if _commitment(plain) != sealed.header.commitment:
        raise Unreadable("does not match its commitment")
    return plain


def discloses(header: Header, salt_and_change: bytes) -> Change:
    """Return the change that a pack discloses for a header, without any key. Raise Unreadable when it does not fit."""
    if _commitment(salt_and_change) != header.commitment:
        raise Unreadable("does not match its commitment")
    return _read(header, salt_and_change)


def _read(header: Header, plain: bytes) -> Change:
    try:
        change = read_change(plain[_SALT:])
    except ValueError as problem:
        raise Unreadable("not a change") from problem
    if (change.stream, change.device, change.seq) != (header.stream, header.device, header.seq):
        raise Unreadable("another change's body")
    return change


def _commitment(salt_and_change: bytes) -> bytes:
    return blake2b(salt_and_change, digest_size=32, person=b"arolwg commit").digest()


def _nonce(aad: bytes) -> bytes:
    # The header never repeats under a key: it holds device and number, and the salted commitment besides.
    return blake2b(aad, digest_size=24, person=b"arolwg nonce").digest()


def numbered(change: Change, device: Device, seq: int, tick: int) -> Change:
    """Return the change with its place in its device's chain and in time."""
    return replace(change, device=device.id, seq=seq, tick=tick)


def commitment(salt_and_change: bytes) -> bytes:
    """Return what a header binds salt and canonical change by, 32 bytes."""
    return _commitment(salt_and_change)


def resealed(header: Header, signature: bytes, salt_and_change: bytes, key: bytes) -> Sealed:
    """Return a change that a snapshot discloses as it was sealed, body and all: its commitment binds what is inside."""
    aad = header.canonical()
    return Sealed(header, signature, encrypt(_SHARED_ZSTD + _small(salt_and_change), aad, _nonce(aad), key))


def packer() -> str:
    """Return which compressor this is: of the same bytes another one may make others."""
    return ".".join(map(str, zstandard.ZSTD_VERSION))


def seal_bytes(data: bytes, key: bytes, said: bytes = b"arolwg file 1") -> bytes:
    """Return bytes encrypted to the key: 24 bytes of nonce, then XChaCha20-Poly1305; `said` is bound to them."""
    nonce = secrets.token_bytes(24)
    return nonce + encrypt(data, said, nonce, key)


def open_bytes(sealed: bytes, key: bytes, said: bytes = b"arolwg file 1") -> bytes:
    """Return the bytes in the clear. Raise Unreadable."""
    try:
        return decrypt(sealed[24:], said, sealed[:24], key)
    except (CryptoError, ValueError, TypeError) as problem:
        raise Unreadable("does not open") from problem


def packed_parts(parts: Iterable[bytes]) -> bytes:
    """Return much that comes in parts, compressed together: what stood megabytes before is not said again."""
    shape = zstandard.ZstdCompressionParameters.from_level(3, window_log=_WINDOW, enable_ldm=True)
    press = zstandard.ZstdCompressor(compression_params=shape).compressobj()
    return b"".join([*(press.compress(part) for part in parts), press.flush()])


def unpacking(data: bytes) -> IO[bytes]:
    """Return what was compressed as a stream to read from; it raises Unpackable (of this module) for other bytes."""
    return zstandard.ZstdDecompressor(max_window_size=2**_WINDOW).stream_reader(BytesIO(data))


def packed(data: bytes) -> bytes:
    """Return the bytes compressed (Zstandard, RFC 8878)."""
    return zstandard.ZstdCompressor(level=3).compress(data)


@cache
def _shared() -> zstandard.ZstdCompressionDict:
    """Return what every Arolwg brings, made of invented changes: one by itself is too short to learn from."""
    made = zstandard.ZstdCompressionDict(paths.changes_dictionary().read_bytes())
    made.precompute_compress(level=3)
    return made


def _small(data: bytes) -> bytes:
    try:
        press = _presses.pop()
    except IndexError:
        press = _press()
    try:
        return press.compress(data)
    finally:
        _presses.append(press)


def _press() -> zstandard.ZstdCompressor:
    # Without the frame's magic number and the dictionary's: the format byte says both.
    shape = zstandard.ZstdCompressionParameters.from_level(
        3, format=zstandard.FORMAT_ZSTD1_MAGICLESS, write_dict_id=False, write_content_size=True
    )
    return zstandard.ZstdCompressor(compression_params=shape, dict_data=_shared())


_presses: list[zstandard.ZstdCompressor] = []
_springs: list[zstandard.ZstdDecompressor] = []
"""Not in use now. Making one takes ten times as long as using it, and one serves one thread at a time: whoever needs
one takes it out, and puts it back."""


def _grown(data: bytes) -> bytes:
    try:
        said = zstandard.get_frame_parameters(data, format=zstandard.FORMAT_ZSTD1_MAGICLESS).content_size
        if said > MOST:  # a bomb, or a frame that does not say
            raise Unreadable("too much")
        try:
            spring = _springs.pop()
        except IndexError:
            spring = zstandard.ZstdDecompressor(dict_data=_shared(), format=zstandard.FORMAT_ZSTD1_MAGICLESS)
        plain: bytes = spring.decompress(data)
    except zstandard.ZstdError as problem:
        raise Unreadable("does not unpack") from problem
    _springs.append(spring)  # one that failed is not used again
    return plain


def unpacked(data: bytes, most: int) -> bytes:
    """Return what was compressed. Raise Unreadable when it is not that, or would give more bytes than `most`."""
    try:
        # Read as a stream: the size that the frame itself claims may be a bomb's.
        plain = zstandard.ZstdDecompressor().stream_reader(BytesIO(data)).read(most + 1)
    except zstandard.ZstdError as problem:
        raise Unreadable("does not unpack") from problem
    if len(plain) > most:
        raise Unreadable("too much")
    return plain


_WINDOW = 23
"""8 MiB: what a reader of parts must hold in memory at most."""
Unpackable = zstandard.ZstdError
_UNPACKING: dict[bytes, Callable[[bytes], bytes]] = {
    _PLAIN_ZSTD: lambda data: unpacked(data, MOST),
    _SHARED_ZSTD: _grown,
}
"""Format byte → how to unpack what follows it."""
