# SPDX-License-Identifier: MIT
"""The words of an attached file that has them in itself: plain text and Word. A PDF's are the window's to read."""

from io import BytesIO
from xml.etree.ElementTree import ParseError, iterparse
from zipfile import BadZipFile, ZipFile

from storage.media import WORD, text_of, unreadable

MOST_CHARACTERS = 2_000_000
"""Characters that are shown of one file; what is longer ends in an ellipsis."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(data: bytes, media_type: str, name: str = "") -> str | None:
    """Return a file's words, a line a paragraph; None for a kind that has none to read here. Raise BadFile."""
    if media_type == "text/plain":
        return _cut(text_of(data) or "")
    if media_type == WORD:
        return _cut(_of_word(data, name))
    return None


def _of_word(data: bytes, name: str) -> str:
    lines: list[str] = []
    line: list[str] = []
    read = 0
    try:
        with ZipFile(BytesIO(data)) as whole, whole.open("word/document.xml") as part:
            # Read as a stream, so that a document that unpacks to a flood stops where enough was read.
            for _event, each in iterparse(part):
                if each.tag == f"{_W}t":
                    line.append(each.text or "")
                elif each.tag in (f"{_W}tab", f"{_W}br"):
                    line.append("\t" if each.tag == f"{_W}tab" else "\n")
                elif each.tag == f"{_W}p":
                    lines.append("".join(line))
                    line = []
                    each.clear()
                    read += len(lines[-1]) + 1
                if read > MOST_CHARACTERS:
                    break
    except (BadZipFile, ParseError, KeyError, OSError, EOFError, ValueError, NotImplementedError) as problem:
        raise unreadable(name) from problem
    return "\n".join(lines).strip("\n")


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}…"
