# SPDX-License-Identifier: MIT
"""Verbs on attachments: attach files to a note, take one off, bring it back, link a passage of one to a criterion.

An attachment is a Document whose subject is a note; a case has those of its notes. What a file is: media.py.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resources.language import N_
from storage.documents import Shelver, shelver
from storage.errors import BadFile, Refused
from storage.gesture import Gesture, must_be_present
from storage.job import Job, Tick, run_now
from storage.media import check_size, media_type
from storage.model.document import Document
from storage.model.ids import DocumentId, LinkId, NoteId, link_id
from storage.model.link import Link
from storage.model.note import Note
from storage.pictures import is_picture, thumbnail
from storage.queries.attachments import attachments_of_note
from storage.queries.links import link as link_by_id
from storage.queries.notes import note as note_by_id
from storage.store import Store

LONGEST_PASSAGE = 4_000
"""Characters of a passage that can be linked: a quotation, not a document."""
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that shall be attached: by its path, or as bytes with a name (a pasted picture)."""

    name: str
    source: Path | bytes

    def read(self) -> bytes:
        """Return its bytes. Raise BadFile when it cannot be read, or is too big (then it is not read)."""
        if isinstance(self.source, bytes):
            return self.source
        try:
            if not self.source.is_file():
                raise BadFile(N_("{name} is no file."), N_("Choose files, not folders."), name=self.name)
            check_size(self.source.stat().st_size, self.name)
            return self.source.read_bytes()
        except OSError as problem:
            raise BadFile(
                N_("{name} cannot be read."), N_("Check that the stick is in, and the file's name."), name=self.name
            ) from problem


def attach(store: Store, note: Note, files: Sequence[Incoming]) -> tuple[DocumentId, ...]:
    """Attach files to one's own note in one gesture: all of them, or none. See `attaching`."""
    return run_now(attaching(note, files), store)


def attaching(note: Note, files: Sequence[Incoming]) -> Job[Store, Shelver, list[Document], tuple[DocumentId, ...]]:
    """Return the job that attaches files: read, looked at, sealed and shelved in its middle beat.

    Return the identifiers of what is new: a file that is attached to this note already is not attached twice. Raise
    BadFile for a file that is not taken, Refused for somebody else's note or a withdrawn one, CannotKeep.
    """

    def take(store: Store) -> Shelver:
        _must_be_mine(store, note)
        return shelver(store, note.stream_id)

    def work(shelve: Shelver, tick: Tick) -> list[Document]:
        made = []
        for number, each in enumerate(files):
            tick(number / len(files))
            made.append(_shelved(shelve, note, each))
        return made

    def put(store: Store, made: list[Document]) -> tuple[DocumentId, ...]:
        # Looked at again: the note may have been withdrawn while the files were read.
        _must_be_mine(store, note_by_id(store, note.id) or note)
        known = {each.digest for each in attachments_of_note(store, note.id)}
        new = {each.digest: each for each in made if each.digest not in known}
        gesture = Gesture("attachments.attach", store.me)
        for each in new.values():
            gesture.add(each)
        if gesture.changes:
            store.record(*gesture.changes)
        return tuple(DocumentId(each.id) for each in new.values())

    return Job(take, work, put)


def detach(store: Store, seen: Document) -> None:
    """Take an attachment off its note: hidden, kept in the record."""
    _must_be_mine(store, note_by_id(store, seen.subject))
    gesture = Gesture("attachments.detach", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def restore(store: Store, seen: Document) -> None:
    """Bring back an attachment that was taken off."""
    _must_be_mine(store, note_by_id(store, seen.subject))
    gesture = Gesture("attachments.restore", store.me)
    gesture.restore(seen)
    store.record(*gesture.changes)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an attached file."""

    words: str
    start: int
    """Where they begin in the text of their page, in characters."""
    page: int = 0
    """From 1; 0 for a file without pages."""

    @property
    def span(self) -> str:
        """Return where it stands, as a link's identifier has it."""
        return f"{self.start}-{self.start + len(self.words)}@{self.page}"


def link_passage(store: Store, document: Document, passage: Passage, area: tuple[str, str]) -> LinkId:
    """Link a passage of an attachment to an area (rubric, code), through the note it is attached to; twice is once.

    So it is counted and listed with the notes of the area. Raise Refused without words, or with too many.
    """
    note = note_by_id(store, document.subject)
    if note is None:
        raise Refused(N_("This file is not attached to a note."))
    must_be_present(note)
    must_be_present(document)
    if not passage.words.strip():
        raise Refused(N_("No words are chosen."), N_("Mark the words of the passage first."))
    if len(passage.words) > LONGEST_PASSAGE:
        raise Refused(N_("This passage is too long to be quoted."), N_("Mark the sentences that matter."))
    (rubric, code), span = area, f"{passage.span}.{document.id}"
    the_id = link_id(NoteId(note.id), code, span)
    gesture = Gesture("links.link", store.me)
    known = link_by_id(store, the_id)
    if known is None:
        where: dict[str, Any] = {"document_id": document.id, "page": passage.page, "quoted": passage.words}
        frame: dict[str, Any] = {"stream_id": note.stream_id, "visit_id": note.visit_id, "note_id": note.id}
        gesture.add(Link(id=the_id, rubric=rubric, area=code, span=span, **where, **frame))
    else:
        gesture.restore(known)
    store.record(*gesture.changes)
    return the_id


def _must_be_mine(store: Store, note: Note | None) -> None:
    if note is None:
        raise Refused(N_("This file is not attached to a note."))
    must_be_present(note)
    if note.author != store.me:
        raise Refused(
            N_("This note belongs to somebody else."), N_("Write a note of your own and attach the file to that.")
        )


def _shelved(shelve: Shelver, note: Note, each: Incoming) -> Document:
    data = each.read()
    kind = media_type(data, each.name)
    small = b64encode(thumbnail(data, each.name)).decode() if is_picture(kind) else ""
    about = {"title": _title(each.name), "media_type": kind, "thumbnail": small}
    return shelve.shelve(data, subject=note.id, **about)


def _title(name: str) -> str:
    # A name may hold what no store can: half characters, line breaks, the marks that turn writing round.
    clean = name.encode("utf-8", "replace").decode()
    return "".join(each for each in clean if each.isprintable())[-LONGEST_TITLE:]
