# SPDX-License-Identifier: MIT
"""A file that belongs to the record: a signed letter, a photo or scan of a note. Its bytes lie sealed in documents/."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """One file, known by its digest."""

    entity: ClassVar[str] = "document"
    subject: str = ""
    """What it belongs to: an identifier of a visit, note or letter."""
    title: str = ""
    media_type: str = "application/pdf"
    size: int = 0
    """Bytes in the clear."""
    digest: str = ""
    """SHA-256 of the clear bytes, hex."""
    sealed: str = ""
    """BLAKE2b-256 of the sealed bytes, hex: the name of its file, which tells nothing."""
    epoch: int = 1
    """The stream key's epoch it is sealed under."""
    thumbnail: str = ""
    """Of a picture: a small JPEG of it, at most 20 kB, in base64; in the log, so it is there before its file."""
