# SPDX-License-Identifier: MIT
"""A file that goes with a letter: as the letter names it, and in which place. Its bytes: document.py, storage/shelf.py.

It is a piece of its letter like any other: after the seal it is late (storage/law.py).
"""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.document import Document
from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure(Record):
    """One file that goes with a letter."""

    entity: ClassVar[str] = "enclosure"
    letter_id: str = ""
    document_id: str = ""
    """The file itself (DocumentId), kept as it goes out: a picture without its place and camera."""
    title: str = ""
    """What the letter calls it: "Annex A"; never the file's own name, which may name a child."""
    order: str = ""
    """Sorts among its siblings as text: "0010"."""


@dataclass(frozen=True, slots=True)
class WholeEnclosure:
    """An enclosure with its file's record."""

    enclosure: Enclosure
    document: Document | None
    """None where a colleague's laptop has not sent it yet."""
