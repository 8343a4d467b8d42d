# SPDX-License-Identifier: MIT
"""What a file is: told from its bytes; what is refused says what to do."""

import zipfile
from io import BytesIO

import pytest

from storage.errors import BadFile
from storage.media import KINDS, MOST_BYTES, TABLE, WORD, media_type, text_of
from tests.files import a_picture, a_table, a_word_file, an_archive, pdf


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (a_picture("PNG"), "image/png"),
        (a_picture("JPEG"), "image/jpeg"),
        (a_picture("WEBP"), "image/webp"),
        (pdf("words"), "application/pdf"),
        (a_word_file(), WORD),
        (a_table(), TABLE),
        (b"Gweld y plentyn", "text/plain"),
        ("Tŷ".encode("utf-16"), "text/plain"),
        (b"caf\xe9", "text/plain"),
    ],
)
def test_every_kind_that_is_taken_is_known_by_its_bytes_alone(data: bytes, kind: str) -> None:
    assert media_type(data, "no name to go by") == kind
    assert kind in KINDS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
        (b"GIF89a" + bytes(10), "kind of picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "older Office file"),
        (b"MZ" + bytes(100), "a program"),
        (an_archive(("a.txt", b"words")), "an archive"),
        (an_archive(("[Content_Types].xml", b""), ("word/document.xml", b""), ("word/vbaProject.bin", b"")), "macros"),
        (a_word_file()[:200], "damaged or cut short"),
        (pdf("words")[:60], "damaged or cut short"),
        (bytes(range(256)), "no kind of file"),
    ],
)
def test_what_is_not_taken_is_answered_in_words(data: bytes, said: str) -> None:
    with pytest.raises(BadFile, match=said) as trouble:
        media_type(data, "scan")
    assert trouble.value.advice


@pytest.mark.parametrize(
    ("name", "data"),
    [("plan.pdf", a_picture("PNG")), ("photo.jpg", pdf("words")), ("list.xlsx", a_word_file()), ("a.txt", a_table())],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(BadFile, match="not what its name says"):
        media_type(data, name)


def test_a_picture_of_another_format_than_its_name_is_still_a_picture() -> None:
    assert media_type(a_picture("PNG"), "photo.JPG") == "image/png"


def test_a_file_that_is_too_big_is_refused_with_the_limit() -> None:
    with pytest.raises(BadFile, match="larger than 25 MB"):
        media_type(b" " * (MOST_BYTES + 1), "minutes.txt")


def test_an_office_file_that_would_unpack_to_a_flood_is_refused() -> None:
    flood = BytesIO()
    with zipfile.ZipFile(flood, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("[Content_Types].xml", b"")
        with whole.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(251):
                part.write(bytes(1024**2))
    with pytest.raises(BadFile, match="damaged"):
        media_type(flood.getvalue(), "small.docx")


def test_bytes_that_are_no_words_are_no_text() -> None:
    assert text_of(b"one\0two") is None
    assert text_of("\ufeffwords".encode()) == "words"
