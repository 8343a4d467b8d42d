# SPDX-License-Identifier: MIT
"""Whether a PDF's own description (Info and XMP) still says what it said when it was first signed.

PyHanko forgives such changes, because archiving software makes them; we do not: a title is what people read first.
Only the marks that signing itself renews are left aside: when the file was modified, and by what program.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_RENEWED = frozenset({"/ModDate", "/Producer"})

_RENEWED_XMP = re.compile(
    rb"<(?P<name>xmp:ModifyDate|xmp:MetadataDate|pdf:Producer)>[^<>]{0,200}</(?P=name)>"
    rb'|\s(?:xmp:ModifyDate|xmp:MetadataDate|pdf:Producer)="[^"<>]{0,200}"'
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


def _xmp(reader: "PdfFileReader") -> bytes:
    return _RENEWED_XMP.sub(b"", reader.root["/Metadata"].data) if "/Metadata" in reader.root else b""
