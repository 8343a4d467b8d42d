# SPDX-License-Identifier: MIT
"""Pictures: small ones, clean ones, and broken ones that never come out as anything but a sentence."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image

from storage import pictures
from storage.errors import BadFile
from tests.files import CAMERA, a_picture, noise


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_thumbnail_is_small_and_upright_and_knows_no_camera(form: str) -> None:
    small = pictures.thumbnail(a_picture(form, (1200, 600), turned=True))
    with Image.open(BytesIO(small)) as image:
        assert image.format == "JPEG"
        assert image.size == (120, 240)
        assert not image.getexif()
    assert CAMERA.encode() not in small


def test_a_thumbnail_of_any_picture_keeps_to_its_bytes() -> None:
    assert len(pictures.thumbnail(noise())) <= pictures.THUMBNAIL_BYTES


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "I;16", "L"])
def test_every_kind_of_colour_becomes_a_thumbnail(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (30, 20)).save(out, "PNG")
    assert pictures.thumbnail(out.getvalue())


def test_a_picture_for_the_screen_is_upright_and_no_larger_than_it_need_be() -> None:
    for data, size in ((a_picture("PNG", (64, 48), turned=True), (48, 64)), (a_picture(size=(4800, 20)), (2400, 10))):
        with Image.open(BytesIO(pictures.shown(data))) as image:
            assert (image.format, image.size) == ("JPEG", size)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_cleaned_picture_is_whole_and_upright_and_knows_neither_camera_nor_place(form: str) -> None:
    data = a_picture(form, (64, 48), turned=True)
    clean = pictures.cleaned(data)
    assert CAMERA.encode() in data
    assert CAMERA.encode() not in clean
    with Image.open(BytesIO(clean)) as image:
        assert (image.format, image.size) == (form, (48, 64))
        assert not image.getexif()
        assert set(image.info).isdisjoint({"exif", "comment", "XML:com.adobe.xmp"})


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_broken_anywhere_is_a_sentence_or_a_thumbnail_and_never_a_crash(form: str) -> None:
    data = a_picture(form, (160, 120))
    for at in range(0, len(data), max(1, len(data) // 60)):
        for spoilt in (data[:at], data[:at] + b"\xff\0\x7f" + data[at + 3 :]):
            with suppress(BadFile):
                assert pictures.thumbnail(spoilt).startswith(b"\xff\xd8")


def _claiming(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(99)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.mark.parametrize("side", [10_001, 13_000, 100_000])
def test_a_picture_of_too_many_dots_is_refused_before_it_is_decoded(side: int) -> None:
    with pytest.raises(BadFile, match="more than 100 million dots"):
        pictures.thumbnail(_claiming(side, side), "bomb.png")
