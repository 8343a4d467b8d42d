# SPDX-License-Identifier: MIT
"""The wording a letter was drafted with, as it is kept in the visit's stream, beside the one that is here now."""

from reports.letters.wording import Wording, texts
from storage.model.ids import StreamId
from storage.model.kept_wording import KeptWording, digest_of
from storage.model.letter import Letter
from storage.queries.rows import one
from storage.store import Store


def kept_wording(stream_id: StreamId, wording: Wording) -> KeptWording:
    """Return a wording as a stream keeps it; the same words have the same identifier everywhere."""
    sentences, words = wording.texts
    digest = digest_of(sentences, words)
    return KeptWording(
        id=f"wording-{digest[:40]}",
        stream_id=stream_id,
        name=wording.name,
        digest=digest,
        sentences=sentences,
        words=words,
    )


def wording_of(store: Store, letter: Letter) -> KeptWording | None:
    """Return the words a letter was drafted with, or None for one drafted before they travelled."""
    return one(store, KeptWording, letter.wording_id) if letter.wording_id else None


def has_moved(store: Store, letter: Letter) -> bool:
    """Say whether this program's wording for the letter is another than the one it was drafted with.

    Its sentences stay as they are: a letter is bound to the words it was drafted with.
    """
    kept = wording_of(store, letter)
    now = texts(letter.kind, letter.language)
    return kept is not None and now is not None and digest_of(*now) != kept.digest
