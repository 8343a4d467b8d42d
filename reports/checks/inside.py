# SPDX-License-Identifier: MIT
"""The words inside a file that goes with a letter, looked through as the letter itself is. Who asks: checking.py."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.checks.hit import Hit, Line
from reports.checks.identifiers import Finder
from storage.media import TABLE, WORD, text_of

PLACE = "attachment"
"""The place of everything that is found in or about such a file."""
_AROUND = 80
"""Signs kept on each side of what was found: a page is no sentence."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a letter."""

    title: str
    digest: str = ""
    """SHA-256 of its bytes, hex: an excuse holds for these bytes only."""
    texts: tuple[str, ...] = ()
    """Its words: a page, paragraph or cell each."""
    whole: bool = True
    """False where some of it could not be read."""


def attached(title: str, digest: str, data: bytes | None, media_type: str) -> Attached:
    """Return what a file says; of one that is not on this laptop, or is a picture, that it could not be read."""
    texts, whole = _read(data, media_type) if data is not None else ([], False)
    return Attached(title, digest, tuple(texts), whole)


def hits(file: Attached, finder: Finder) -> Iterator[Hit]:
    """Yield what the file's name and its words tell of somebody, and whether it could not be read."""
    yield from finder.hits(Line(PLACE, file.title))
    for text in file.texts:
        yield from (_narrowed(each, file.title) for each in finder.hits(Line(PLACE, text)))
    if not file.whole:
        yield Hit("unread", PLACE, file.digest, about=file.title)


def _narrowed(hit: Hit, title: str) -> Hit:
    first, last = max(0, hit.start - _AROUND), hit.end + _AROUND
    return replace(hit, text=hit.text[first:last], start=hit.start - first, end=hit.end - first, about=title)


def _read(data: bytes, media_type: str) -> tuple[list[str], bool]:
    if media_type == "text/plain":
        text = text_of(data)
        return ([], False) if text is None else (text.split("\n\n"), True)
    if media_type in (WORD, TABLE):
        from reports.checks.office_words import office_words

        return office_words(data)
    if media_type == "application/pdf":
        from reports.checks.pdf_words import pdf_words

        return pdf_words(data)
    return [], False
