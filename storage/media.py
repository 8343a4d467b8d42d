# SPDX-License-Identifier: MIT
"""What a file is, told from its bytes and never from its name, and which kinds Arolwg takes. Pictures: pictures.py.

Kinds that are refused are named too, so that the answer says what to do instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, LargeZipFile, ZipFile

from resources.language import N_
from storage.errors import BadFile

MOST_BYTES = 25 * 1024**2
"""Bytes of one file."""
MOST_UNPACKED = 250 * 1024**2
"""Bytes that a Word or Excel file may say it unpacks to: a guard against compressed bombs."""
_MOST_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file that is taken."""

    name: str
    """A gettext key: "a PDF"."""
    family: str
    """picture, pdf, word, table or text: names may mix suffixes inside one, never across."""
    suffixes: tuple[str, ...]
    """As names write them; the first is given to copies."""


_OFFICE = "application/vnd.openxmlformats-officedocument."
WORD, TABLE = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"
KINDS: Mapping[str, Kind] = {
    "image/jpeg": Kind(N_("a JPEG picture"), "picture", (".jpg", ".jpeg", ".jfif", ".jpe")),
    "image/png": Kind(N_("a PNG picture"), "picture", (".png",)),
    "image/webp": Kind(N_("a WebP picture"), "picture", (".webp",)),
    "application/pdf": Kind(N_("a PDF"), "pdf", (".pdf",)),
    WORD: Kind(N_("a Word document"), "word", (".docx",)),
    TABLE: Kind(N_("an Excel workbook"), "table", (".xlsx",)),
    "text/plain": Kind(N_("plain text"), "text", (".txt", ".text", ".csv", ".tsv", ".md", ".log")),
}
"""Media type → its kind: all that may be attached."""

_OTHER_PICTURES = (".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".svg")
_FAMILIES = {suffix: kind.family for kind in KINDS.values() for suffix in kind.suffixes} | {
    **dict.fromkeys(_OTHER_PICTURES, "picture"),
    **dict.fromkeys((".doc", ".odt", ".rtf"), "word"),
    **dict.fromkeys((".xls", ".ods"), "table"),
}
_STARTS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_REFUSED = (
    (
        (b"GIF8", b"BM", b"II*\0", b"MM\0*"),
        N_("{name} is a kind of picture that is not taken."),
        N_("Save it as PNG or JPEG and attach that."),
    ),
    (
        (b"\xd0\xcf\x11\xe0",),
        N_("{name} is an older Office file or an e-mail, or is locked with a password."),
        N_("Save it without a password as DOCX, XLSX or PDF and attach that."),
    ),
    (
        (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe"),
        N_("{name} is a program."),
        N_("Programs are never attached. If you did not expect one, tell your security officer."),
    ),
)
_HEIC = frozenset({b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1", b"avif"})


def media_type(data: bytes, name: str) -> str:
    """Return the media type of a file's bytes; its name only says what it claims to be, and is put into the answer.

    Raise BadFile for a file that is empty, too big, unreadable, of no kind in KINDS, or not what its name says.
    """
    if not data:
        raise BadFile(N_("{name} is empty."), N_("Copy it again from where it came."), name=name)
    check_size(len(data), name)
    found = _recognised(data, name)
    claimed = _FAMILIES.get(PurePath(name).suffix.lower(), "")
    if claimed and claimed != KINDS[found].family:
        raise BadFile(
            N_("{name} is not what its name says."),
            N_("Nothing was attached. Look at it where it came from, and rename it if it is what you want."),
            name=name,
        )
    return found


def check_size(size: int, name: str) -> None:
    """Refuse a file of more bytes than may be attached, before it is read. Raise BadFile."""
    if size > MOST_BYTES:
        raise BadFile(
            N_("{name} is larger than {limit} MB."),
            N_("Attach the pages that matter, or scan it with fewer dots."),
            name=name,
            limit=MOST_BYTES // 1024**2,
        )


def text_of(data: bytes) -> str | None:
    """Return the words of plain text in UTF-8, UTF-16 with its mark, or Windows' Western letters; None for no text."""
    for code in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        return text if not any(ord(each) < 32 and each not in "\t\n\r\f" for each in text) else None
    return None


def _recognised(data: bytes, name: str) -> str:
    for start, found in _STARTS:
        if data.startswith(start):
            return found
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if b"%PDF-" in data[:1024]:
        if b"%%EOF" not in data and b"startxref" not in data:
            raise unreadable(name)
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        return _office(data, name)
    _refuse(data, name)
    if text_of(data) is not None:
        return "text/plain"
    raise BadFile(
        N_("{name} is no kind of file that is taken."),
        N_("Pictures (JPEG, PNG, WebP), PDF, DOCX, XLSX and plain text can be attached."),
        name=name,
    )


def _office(data: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as whole:
            parts = whole.infolist()
            names = {each.filename for each in parts}
            if len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
                raise unreadable(name)
    except (BadZipFile, LargeZipFile, ValueError, NotImplementedError) as problem:
        raise unreadable(name) from problem
    if any(each.endswith("vbaProject.bin") for each in names):
        raise BadFile(
            N_("{name} holds macros, which are programs."),
            N_("Save it as DOCX, XLSX or PDF and attach that."),
            name=name,
        )
    for part, found in (("word/document.xml", WORD), ("xl/workbook.xml", TABLE)):
        if part in names and "[Content_Types].xml" in names:
            return found
    raise BadFile(N_("{name} is an archive."), N_("Unpack it, and attach the files in it that you need."), name=name)


def _refuse(data: bytes, name: str) -> None:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise BadFile(
            N_("{name} is an HEIC picture, as some telephones take them; it is not taken."),
            N_("Send it from the telephone as JPEG (“Most compatible”), or save it as JPEG, and attach that."),
            name=name,
        )
    for starts, message, advice in _REFUSED:
        if data.startswith(starts):
            raise BadFile(message, advice, name=name)


def unreadable(name: str) -> BadFile:
    """Return what is said of a file that is damaged or cut short."""
    return BadFile(
        N_("{name} is damaged or cut short, and cannot be read."), N_("Copy it again from where it came."), name=name
    )
