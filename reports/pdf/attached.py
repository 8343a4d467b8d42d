# SPDX-License-Identifier: MIT
"""Files that a PDF carries in itself: with one, it is PDF/A-3a instead of 2a (ISO 19005-3, 6.8). Which: the caller's.

They stand as they are, byte for byte, so what reads out this part of the file reads the very file that was enclosed.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

_LONGEST = 80
"""Letters of a file's name, its suffix not counted."""
_NO_NAMES = frozenset('/\\:*?"<>|')
"""What some system does not take in a file's name."""


class Carried(NamedTuple):
    """One file within another."""

    title: str
    """What readers call it: "Annex A"."""
    suffix: str
    """Of its kind: ".pdf"."""
    media_type: str
    data: bytes


def attach(document: pdfdoc.PDFDocument, catalog: Any, files: Sequence[Carried], day: date) -> None:
    """Put the files into the document: in its list of files, and as files of the whole document (its AF)."""
    every = zip(names(files), files, strict=True)
    references = [document.Reference(_specification(document, name, each, day)) for name, each in every]
    # By number: the list must be sorted by its keys (ISO 32000-1, 7.9.6), and readers show the names within.
    listed = [part for at, each in enumerate(references, 1) for part in (pdfdoc.PDFString(f"{at:04}"), each)]
    catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(listed)})})
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = pdfdoc.PDFArray(references)


def names(files: Sequence[Carried]) -> list[str]:
    """Return a file's name for each, after its title; no two alike."""
    found: list[str] = []
    for each in files:
        found.append(next(name for name in _names(each) if name.casefold() not in map(str.casefold, found)))
    return found


def _names(each: Carried) -> Iterator[str]:
    words = "".join(" " if sign in _NO_NAMES or not sign.isprintable() else sign for sign in each.title)
    stem = " ".join(words.split())[:_LONGEST].strip(" .") or "file"
    yield f"{stem}{each.suffix}"
    number = 2
    while True:
        yield f"{stem} {number}{each.suffix}"
        number += 1


def _specification(document: pdfdoc.PDFDocument, name: str, each: Carried, day: date) -> pdfdoc.PDFDictionary:
    about = {"Size": len(each.data), "ModDate": pdfdoc.PDFString(f"D:{day:%Y%m%d}000000+00'00'")}
    # ReportLab's PDFName leaves the slash of a media type as it is, which would end the name.
    kind = f"/{each.media_type.replace('/', '#2F')}"
    entries = {"Type": "/EmbeddedFile", "Subtype": kind, "Params": pdfdoc.PDFDictionary(about)}
    stream = document.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), each.data, filters=()))
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Filespec",
            "F": pdfdoc.PDFString(_plain(name)),
            "UF": pdfdoc.PDFString(name),
            "Desc": pdfdoc.PDFString(each.title),
            "AFRelationship": "/Supplement",
            "EF": pdfdoc.PDFDictionary({"F": stream, "UF": stream}),
        }
    )


def _plain(name: str) -> str:
    """Return a name in ASCII, for programs that read no other."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().strip() or "file"
