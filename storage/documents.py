# SPDX-License-Identifier: MIT
"""Attachments and PDFs by digest: sealed to their stream, on the shelf before a change names them."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from resources.language import N_
from storage.epochs import sealing_key
from storage.errors import StoreTrouble
from storage.gesture import Gesture
from storage.keys import derive
from storage.model.document import Document
from storage.model.ids import DocumentId, StreamId, new_id
from storage.sealed import Unreadable, open_bytes, seal_bytes
from storage.shelf import Shelf
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Shelver:
    """What shelving needs of a store: taken from it once, usable on any thread."""

    shelf: Shelf
    stream: StreamId
    epoch: int
    key: bytes = field(repr=False)

    def shelve(self, data: bytes, **fields: Any) -> Document:
        """Seal the bytes and put them on the shelf; return the record that a gesture shall add. Raise CannotKeep."""
        name = self.shelf.put(seal_bytes(data, derive(self.key, "arolwg document")))
        return Document(
            id=DocumentId(new_id()),
            stream_id=self.stream,
            size=len(data),
            digest=sha256(data).hexdigest(),
            sealed=name,
            epoch=self.epoch,
            **fields,
        )


def shelver(store: Store, stream: StreamId) -> Shelver:
    """Return what shelves files of the stream under the key in use."""
    key = sealing_key(store, stream)
    if key is None:
        raise RuntimeError("no key for the stream")
    return Shelver(store.shelf, stream, *key)


def shelve(store: Store, stream: StreamId, data: bytes, **fields: Any) -> Document:
    """Seal the bytes to the stream and put them on the shelf; return the record that a gesture shall add.

    Fields: subject, title, media_type, thumbnail. Raise CannotKeep.
    """
    return shelver(store, stream).shelve(data, **fields)


def keep(store: Store, stream: StreamId, data: bytes, **fields: Any) -> DocumentId:
    """Keep a file in the stream and return its document's identifier. Raise CannotKeep."""
    document = shelve(store, stream, data, **fields)
    gesture = Gesture("documents.keep", store.me)
    gesture.add(document)
    store.record(*gesture.changes)
    return DocumentId(document.id)


@dataclass(frozen=True, slots=True)
class Opener:
    """What opening one document needs of a store: taken from it once, usable on any thread."""

    shelf: Shelf
    document: Document
    key: bytes | None = field(repr=False)

    def read(self) -> bytes:
        """Return its bytes in the clear. Raise StoreTrouble when they are not here, or not what they were."""
        sealed = self.shelf.get(self.document.sealed)
        if self.key is None or sealed is None:
            raise StoreTrouble(
                N_("A document of this record is not on this computer, or its file was damaged."),
                N_("Read a parcel from a colleague who has it, or restore a backup."),
            )
        try:
            data = open_bytes(sealed, derive(self.key, "arolwg document"))
        except Unreadable:
            data = b""
        if sha256(data).hexdigest() != self.document.digest:
            raise StoreTrouble(
                N_("A document of this record is not what it was when it was kept."),
                N_("Read a parcel from a colleague who has it, or restore a backup."),
            )
        return data


def opener(store: Store, document: Document) -> Opener:
    """Return what reads a document away from the store."""
    return Opener(store.shelf, document, store.keyring.key(document.stream_id, document.epoch))


def read(store: Store, document: Document) -> bytes:
    """Return the document's bytes in the clear. Raise StoreTrouble when they are not here, or not what they were."""
    return opener(store, document).read()
