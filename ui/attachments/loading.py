# SPDX-License-Identifier: MIT
"""An attachment read away from the screen: unsealed, and made into what a screen shows. What shows it: viewer.py."""

from dataclasses import dataclass

from storage import pictures, readable
from storage.documents import Opener, opener
from storage.job import Job, Tick
from storage.model.document import Document
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Loaded:
    """One attachment in the clear, in memory only."""

    data: bytes
    """As it was attached."""
    picture: bytes = b""
    """A clean JPEG for the screen, of a picture."""
    words: str | None = None
    """Of a file that has words in itself."""


def loading(document: Document) -> Job[Store, Opener, Loaded, Loaded]:
    """Return the job that reads an attachment. Raise StoreTrouble when it is not here, BadFile when it is damaged."""

    def take(store: Store) -> Opener:
        return opener(store, document)

    def work(found: Opener, tick: Tick) -> Loaded:
        data, kind, name = found.read(), document.media_type, document.title
        tick(0.5)
        picture = pictures.shown(data, name) if pictures.is_picture(kind) else b""
        return Loaded(data, picture, readable.words(data, kind, name))

    def put(_store: Store, loaded: Loaded) -> Loaded:
        return loaded

    return Job(take, work, put)
