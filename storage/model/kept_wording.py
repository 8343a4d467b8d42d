# SPDX-License-Identifier: MIT
"""The wording a letter was drafted with, kept whole: it travels in the visit's stream and never changes.

Its identifier is the digest of its content, so that other words are another thing. Reading files: reports/letters.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWording(Record):
    """The words of one letter type in one language, as its two files hold them."""

    entity: ClassVar[str] = "wording"
    name: str = ""
    """As a letter names it: "improvement_conference/en 2018.1"."""
    digest: str = ""
    """SHA-256 of both texts, hex (`digest_of`)."""
    sentences: str = ""
    """The type's own file, TOML."""
    words: str = ""
    """The language's shared words, TOML."""


def digest_of(sentences: str, words: str) -> str:
    """Return the digest that names an edition of wording; a file's line ends play no part."""
    parts = (each.replace("\r\n", "\n").encode() for each in (sentences, words))
    return sha256(b"\0".join(parts)).hexdigest()


def is_whole(wording: KeptWording) -> bool:
    """Say whether what came is what its digest says."""
    return wording.digest == digest_of(wording.sentences, wording.words)
