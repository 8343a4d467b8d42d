# SPDX-License-Identifier: MIT
"""What goes with a letter: how the letter names it, and its bytes for the letter's PDF. Enclosing: storage/acts.

How a PDF carries files: pdf/attached.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reports import page_words
from resources.language import LANGUAGES, N_
from storage.documents import Opener, opener
from storage.errors import Refused
from storage.media import KINDS
from storage.model.change import NOTHING_SEEN
from storage.model.document import Document
from storage.model.enclosure import Enclosure, WholeEnclosure
from storage.model.ids import new_id
from storage.model.letter import Letter, WholeLetter
from storage.store import Store

if TYPE_CHECKING:
    from reports.pdf.attached import Carried


def line(letter: WholeLetter, *, carried: bool = False) -> tuple[str, str]:
    """Return the line that names the enclosures, as (label, words) in the letter's language; nothing where none are.

    `carried` says that the file which has the line has them too.
    """
    say = page_words.words(letter.letter.language)
    words = "; ".join(map(named, letter.enclosures))
    return (f"{say['enclosed' if carried else 'enclosures']}: ", words) if words else ("", "")


def named(each: WholeEnclosure) -> str:
    """Return an enclosure as the letter names it: "Annex A (PDF, 120 kB)". Who follows it knows what comes."""
    about = ", ".join((_suffix(each.document)[1:].upper(), size(each.document))) if each.document else ""
    return f"{each.enclosure.title} ({about})" if about else each.enclosure.title


def size(document: Document) -> str:
    """Return a file's size in words that are the same in every language: "120 kB", "2.4 MB"."""
    kilo = max(1, round(document.size / 1000))
    return f"{kilo} kB" if kilo < 1000 else f"{document.size / 1_000_000:.1f} MB"


def next_titles(letter: WholeLetter, count: int, given: Sequence[str] = ()) -> list[str]:
    """Return as many titles, in the letter's language, as neither the letter nor those given have: "Annex B"."""
    template = page_words.words(letter.letter.language)["annex"]
    taken = [*given, *(each.enclosure.title for each in letter.enclosures)]
    every = (template.format(letter=each) for each in _letters())
    free = (title for title in every if not _is_in(title, taken))
    return [next(free) for _number in range(count)]


def retold(there: Sequence[WholeEnclosure], letter: Letter) -> Iterator[Enclosure]:
    """Yield for a letter the same files that go with the one in the other language: "Annex B" is "Atodiad B" there.

    Whatever else a title says stays as it is, to be told by whoever knows both languages.
    """
    own = page_words.words(letter.language)["annex"]
    others = [page_words.words(code)["annex"] for code in LANGUAGES if code != letter.language]
    for each in there:
        title = next((told for other in others if (told := _retitled(each.enclosure.title, other, own))), "")
        yield replace(
            each.enclosure,
            id=new_id(),
            stream_id=letter.stream_id,
            letter_id=letter.id,
            title=title or each.enclosure.title,
            seen=NOTHING_SEEN,
        )


def _retitled(title: str, other: str, own: str) -> str:
    """Return a title that begins as the template of another language does with its own, or an empty text."""
    match = re.match(re.escape(other).replace(r"\{letter\}", r"([A-Z]{1,2})\b"), title)
    return own.format(letter=match[1]) + title[match.end() :] if match else ""


def openers(store: Store, letter: WholeLetter) -> tuple[Opener, ...]:
    """Return what reads the letter's enclosures away from the store. Raise Refused where one's record is not here."""
    found = [opener(store, each.document) for each in letter.enclosures if each.document]
    if len(found) < len(letter.enclosures):
        raise Refused(
            N_("An enclosure of this letter is not on this computer yet."),
            N_("Read a parcel from the colleague who enclosed it, or withdraw it from the letter."),
        )
    return tuple(found)


def carried(letter: WholeLetter, opened: Sequence[Opener]) -> "tuple[Carried, ...]":
    """Read the enclosures, as `openers` gave them: on any thread. Raise StoreTrouble for one that is lost."""
    every = zip(letter.enclosures, opened, strict=True)
    return tuple(_carried(whole.enclosure.title, each.document, each.read()) for whole, each in every)


def _carried(title: str, document: Document, data: bytes) -> "Carried":
    from reports.pdf.attached import Carried  # what lays out pages takes long to come; to name a file needs none of it

    # A colleague's store may send anything as a kind.
    kind = document.media_type if document.media_type in KINDS else "application/octet-stream"
    return Carried(title, _suffix(document), kind, data)


def _suffix(document: Document) -> str:
    kind = KINDS.get(document.media_type)
    return kind.suffixes[0] if kind else ".bin"


def _letters() -> Iterator[str]:
    """Yield A, B … Z, AA, AB …"""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)


def _is_in(title: str, taken: Sequence[str]) -> bool:
    """Say whether a title is taken, alone or with words behind it: "Annex A", "Annex A: the plan"."""
    return any(each == title or (each.startswith(title) and not each[len(title)].isalnum()) for each in taken)
