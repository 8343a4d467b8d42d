# SPDX-License-Identifier: MIT
"""Attachments and PDFs by digest: sealed to their stream, on the shelf before a change names them."""

from hashlib import sha256
from typing import Any

from resources.language import N_
from storage.errors import StoreTrouble
from storage.gesture import Gesture
from storage.keys import derive
from storage.model.document import Document
from storage.model.ids import DocumentId, StreamId, new_id
from storage.sealed import Unreadable, open_bytes, seal_bytes
from storage.store import Store


def shelve(store: Store, stream: StreamId, data: bytes, **fields: Any) -> Document:
    """Seal the bytes to the stream and put them on the shelf; return the record that a gesture shall add.

    Fields: subject, title, media_type. Raise CannotKeep.
    """
    newest = store.keyring.newest(stream)
    if newest is None:
        raise RuntimeError("no key for the stream")
    epoch, key = newest
    name = store.shelf.put(seal_bytes(data, derive(key, "arolwg document")))
    return Document(
        id=DocumentId(new_id()),
        stream_id=stream,
        size=len(data),
        digest=sha256(data).hexdigest(),
        sealed=name,
        epoch=epoch,
        **fields,
    )


def keep(store: Store, stream: StreamId, data: bytes, **fields: Any) -> DocumentId:
    """Keep a file in the stream and return its document's identifier. Raise CannotKeep."""
    document = shelve(store, stream, data, **fields)
    gesture = Gesture("documents.keep", store.me)
    gesture.add(document)
    store.record(*gesture.changes)
    return DocumentId(document.id)


def read(store: Store, document: Document) -> bytes:
    """Return the document's bytes in the clear. Raise StoreTrouble when they are not here, or not what they were."""
    key = store.keyring.key(document.stream_id, document.epoch)
    sealed = store.shelf.get(document.sealed)
    if key is None or sealed is None:
        raise StoreTrouble(
            N_("A document of this record is not on this computer, or its file was damaged."),
            N_("Read a parcel from a colleague who has it, or restore a backup."),
        )
    try:
        data = open_bytes(sealed, derive(key, "arolwg document"))
    except Unreadable:
        data = b""
    if sha256(data).hexdigest() != document.digest:
        raise StoreTrouble(
            N_("A document of this record is not what it was when it was kept."),
            N_("Read a parcel from a colleague who has it, or restore a backup."),
        )
    return data
