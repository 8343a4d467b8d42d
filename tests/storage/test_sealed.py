# SPDX-License-Identifier: MIT
"""The inside of a sealed change: it opens with its own header and key, and with nothing else."""

from dataclasses import replace
from hashlib import sha256

import pytest
import zstandard
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

from resources import paths
from storage import keys
from storage import sealed as inside
from storage.envelope import START, Sealed, is_signed
from storage.model.ids import StreamId
from storage.sealed import Unreadable, discloses, numbered, open_body, open_bytes, opened, seal, seal_bytes, unpacked
from tests.builders import a_change

DEVICE = keys.fleeting().device
KEY = keys.new_stream_key()
CHANGE = numbered(a_change(after={"statement": "Ŵ " * 500, "present": True}), DEVICE, 1, 1)


def a_sealed(**fields: object) -> Sealed:
    return seal(replace(CHANGE, **fields), DEVICE, START, (1, KEY))  # type: ignore[arg-type]


def test_what_was_sealed_opens_and_is_signed() -> None:
    sealed = a_sealed()
    assert open_body(sealed, KEY) == CHANGE
    assert is_signed(sealed, DEVICE.verify_key)


def test_nothing_of_the_words_shows_outside_and_twice_is_not_the_same() -> None:
    one, two = a_sealed(), a_sealed()
    assert one.body is not None
    assert "Ŵ".encode() not in one.body + one.header.canonical()
    assert one.header.commitment != two.header.commitment
    assert one.body != two.body


@pytest.mark.parametrize("place", [0, 40, -1])
def test_one_altered_bit_and_the_body_does_not_open(place: int) -> None:
    sealed = a_sealed()
    raw = bytearray(sealed.body or b"")
    raw[place] ^= 1
    for body in (bytes(raw), b"", b"x", bytes(raw[:-1])):
        with pytest.raises(Unreadable):
            open_body(replace(sealed, body=body), KEY)


def test_a_body_fits_its_own_header_only() -> None:
    one, two = a_sealed(), a_sealed(seq=2)
    with pytest.raises(Unreadable):
        open_body(replace(one, body=two.body), KEY)
    with pytest.raises(Unreadable):
        open_body(replace(one, header=replace(one.header, stream=StreamId("another"))), KEY)


def test_another_key_or_a_redacted_body_does_not_open() -> None:
    with pytest.raises(Unreadable):
        open_body(a_sealed(), keys.new_stream_key())
    with pytest.raises(Unreadable, match="redacted"):
        open_body(replace(a_sealed(), body=None), KEY)


def forged(plain: bytes, mark: bytes = b"\x01", commitment: bytes | None = None) -> Sealed:
    """Seal bytes as a member with the key, but with bad software, could."""
    made = a_sealed()
    header = replace(made.header, commitment=inside._commitment(plain) if commitment is None else commitment)
    aad = header.canonical()
    body = encrypt(mark + zstandard.compress(plain), aad, inside._nonce(aad), KEY)
    return Sealed(header, DEVICE.sign(aad), body)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Unreadable, match="too much"):
        open_body(forged(bytes(inside.MOST + 1)), KEY)


@pytest.mark.parametrize("plain", [b"", bytes(16), bytes(16) + b"{}", bytes(16) + b"not json"])
def test_what_is_no_change_does_not_open(plain: bytes) -> None:
    with pytest.raises(Unreadable, match="not a change"):
        open_body(forged(plain), KEY)


def test_a_format_of_a_newer_version_does_not_open() -> None:
    with pytest.raises(Unreadable, match="unknown format"):
        open_body(forged(opened(a_sealed(), KEY), mark=b"\x03"), KEY)


def test_the_first_format_is_still_read() -> None:
    plain = opened(a_sealed(), KEY)
    assert open_body(forged(plain), KEY) == CHANGE


def test_a_bomb_with_the_dictionary_is_not_unpacked() -> None:
    def packed(most: int, **says: bool) -> bytes:
        shape = zstandard.ZstdCompressionParameters.from_level(1, format=zstandard.FORMAT_ZSTD1_MAGICLESS, **says)
        return zstandard.ZstdCompressor(compression_params=shape, dict_data=inside._shared()).compress(bytes(most))

    assert inside._grown(packed(100)) == bytes(100)
    for bomb in (packed(inside.MOST + 1), packed(100, write_content_size=False)):
        with pytest.raises(Unreadable, match="too much"):
            inside._grown(bomb)
    with pytest.raises(Unreadable):
        inside._grown(b"\xff" * 40)


def test_the_dictionary_never_changes_and_is_worth_its_while() -> None:
    """Sealed changes of years lie on laptops and hubs: without these very bytes nobody can open them."""
    made = paths.changes_dictionary().read_bytes()
    assert sha256(made).hexdigest() == "b147b1ce5300f09635c73ad1acb4973280943647f981cc29bc63036da9531384"
    sealed = a_sealed(after={"statement": "Plans are out of date.", "present": True})
    assert sealed.body is not None
    assert len(sealed.body) < 0.7 * len(zstandard.compress(opened(sealed, KEY)))


def test_a_change_that_says_it_is_another_does_not_open() -> None:
    other = opened(a_sealed(seq=7), KEY)
    with pytest.raises(Unreadable, match="another change"):
        open_body(forged(other), KEY)


def test_a_commitment_to_something_else_is_seen() -> None:
    with pytest.raises(Unreadable, match="commitment"):
        open_body(forged(opened(a_sealed(), KEY), commitment=bytes(32)), KEY)


def test_a_disclosed_change_is_checked_without_any_key() -> None:
    sealed = a_sealed()
    plain = opened(sealed, KEY)
    assert discloses(sealed.header, plain) == CHANGE
    with pytest.raises(Unreadable):
        discloses(sealed.header, plain[:-1] + b" ")
    with pytest.raises(Unreadable):
        discloses(a_sealed().header, plain)


def test_a_files_bytes_come_back_or_do_not_open() -> None:
    sealed = seal_bytes(b"%PDF", KEY)
    assert open_bytes(sealed, KEY) == b"%PDF"
    for bad in (sealed[:-1], sealed[1:], b"", sealed[:24]):
        with pytest.raises(Unreadable):
            open_bytes(bad, KEY)
    with pytest.raises(Unreadable):
        open_bytes(sealed, keys.new_stream_key())


@pytest.mark.parametrize("data", [b"", b"words"])
def test_what_was_not_compressed_does_not_unpack(data: bytes) -> None:
    if data:
        with pytest.raises(Unreadable):
            unpacked(data, 100)
    else:
        assert unpacked(data, 100) == b""
