# SPDX-License-Identifier: MIT
"""What a Word file or a workbook says, in all of its parts: remarks, foot and end notes, struck-out words, properties.

ISO/IEC 29500: a packed folder of XML parts. What shows a document's own text: storage/readable.py.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile

from storage.media import MOST_UNPACKED

_ENDS = frozenset(("p", "si", "is", "comment", "c"))
"""What ends a line of words: a paragraph, a cell's text, a remark."""
_PARTS = ("word/", "xl/", "customXml/")
_LOOSE = ("docProps/", "xl/workbook.xml")
"""Parts whose words stand one by one, not in paragraphs."""
_SAID_IN_ATTRIBUTES = frozenset(("name", "author", "descr", "title", "alt"))
_LOOKS = re.compile(r"(?:word|xl)/(?:theme/|styles|fontTable|settings|webSettings|numbering)")
"""Parts that say how things look: the names in them are those of fonts and colours."""
_WITHIN = re.compile(r"(?:word|xl)/embeddings/.")
_PICTURE = re.compile(r"(?:word|xl)/media/.")
_FEW = 20
"""Words: with fewer, a file of pictures is a scan."""


def office_words(data: bytes) -> tuple[list[str], bool]:
    """Return a file's words, a line a paragraph or cell, and whether all of them could be read. Never raises."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                return [], False
            own = [line for name in names if _says(name, _PARTS) for line in _lines(packed, name)]
            about = [line for name in names if _says(name, "docProps/") for line in _lines(packed, name)]
    except Exception:  # somebody else's file makes its reader stumble in every way there is
        return [], False
    few = sum(len(line.split()) for line in own) < _FEW
    scanned = few and any(map(_PICTURE.match, names))
    return own + about, not scanned and not any(map(_WITHIN.match, names))


def _lines(packed: ZipFile, name: str) -> Iterator[str]:
    loose = name.startswith(_LOOSE)
    said: list[str] = []
    with packed.open(name) as part:
        for _event, each in iterparse(part):
            tag = each.tag.rpartition("}")[2]
            said.append({"tab": "\t", "br": "\n"}.get(tag, each.text or ""))
            if loose or tag in _ENDS:
                yield from _whole(said)
                said = []
            yield from _whole(
                [value for key, value in each.attrib.items() if key.rpartition("}")[2] in _SAID_IN_ATTRIBUTES]
            )
            each.clear()
    yield from _whole(said)


def _says(name: str, begins: str | tuple[str, ...]) -> bool:
    return name.startswith(begins) and name.endswith(".xml") and not _LOOKS.match(name)


def _whole(said: list[str]) -> Iterator[str]:
    if line := "".join(said).strip():
        yield line
