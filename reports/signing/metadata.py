# SPDX-License-Identifier: MIT
"""Whether a PDF's own description (Info and XMP) still says what it said when it was first signed.

PyHanko forgives such changes, because archiving software makes them; we do not: a title is what people read first.
Only the marks that signing itself renews are left aside: when the file was modified, and by what program.
"""

import re
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, canonicalize

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_RENEWED = frozenset({"/ModDate", "/Producer"})

_RENEWED_XMP = re.compile(
    r"<(?P<name>xmp:ModifyDate|xmp:MetadataDate|pdf:Producer)>[^<>]{0,200}</(?P=name)>"
    r'|\s(?:xmp:ModifyDate|xmp:MetadataDate|pdf:Producer)="[^"<>]{0,200}"'
)


def metadata_kept(content: bytes, end: int) -> bool:
    """Return whether Info and XMP of a PDF equal those it had when it ended at byte `end`, a revision's last."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    if end == len(content):
        return True
    then, last = PdfFileReader(BytesIO(content[:end])), PdfFileReader(BytesIO(content))
    return _info(then) == _info(last) and _xmp(then) == _xmp(last)


def _info(reader: "PdfFileReader") -> dict[str, str]:
    if "/Info" not in reader.trailer:
        return {}
    info = reader.trailer["/Info"]
    return {str(key): repr(info[key]) for key in info if key not in _RENEWED}


def _xmp(reader: "PdfFileReader") -> str:
    if "/Metadata" not in reader.root:
        return ""
    # PyHanko writes the packet anew at each signature and says again which prefix stands for what: the canonical form
    # says it once (W3C, Canonical XML 2.0). What is no XML is compared as it is.
    packet = reader.root["/Metadata"].data.decode("utf-8", "surrogateescape")
    with suppress(ParseError, ValueError):
        packet = canonicalize(packet)
    return _RENEWED_XMP.sub("", packet)
