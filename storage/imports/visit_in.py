# SPDX-License-Identifier: MIT
"""Brings an exported visit into the store: first what would become of it, then all of it in one gesture, or nothing.

Its notes become the notes of whoever brings them in, for a note names its author's device (storage/law.py): each keeps
the name of its first author, its first identifier and its amendments (Note.source_…). What is here already stays as
it is. The file itself is read by visit_json.py.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from resources.language import N_
from storage import documents
from storage.acts.members import begin
from storage.errors import Refused
from storage.gesture import Gesture
from storage.imports import standing_in
from storage.imports.count import OF_A_VISIT, Count, Counted
from storage.imports.standing_in import council_here
from storage.imports.standing_json import Standing
from storage.imports.visit_json import ReadVisit
from storage.model.authority import Authority
from storage.model.comment import Comment
from storage.model.concern import Concern
from storage.model.document import Document
from storage.model.finding import Finding
from storage.model.ids import NoteId, StreamId, VisitId, link_id, new_note
from storage.model.kept_wording import KeptWording
from storage.model.letter import Letter, Sentence
from storage.model.link import Link
from storage.model.note import Note
from storage.model.person import Person
from storage.model.record import Record
from storage.model.visit import Visit
from storage.permissions import ROLES
from storage.queries.people import people_of_stream
from storage.queries.rows import one, records
from storage.queries.visits import visit
from storage.queries.wordings import is_in
from storage.steps import Steps, whole
from storage.store import Store

_STEP = 50
"""Records made into changes between two rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview(Counted):
    """What bringing a visit in would do."""

    visit: Visit
    council: str
    """The authority's name."""

    @property
    def name(self) -> str:
        """Return what the visit is called: authority, service, dates."""
        return " · ".join(filter(None, (self.council, self.visit.service, self.visit.dates)))

    @property
    def said(self) -> str:
        """Return whether it is here, a gettext key."""
        is_here, is_not = N_("This visit is here: what it lacks is added."), N_("This visit is not here yet.")
        return is_here if self.is_here else is_not


def preview(store: Store, read: ReadVisit) -> Preview:
    """Return what `bring_in` would do, without doing anything. Raise Refused when the visit was withdrawn here."""
    return _Bringing(store, read).preview()


def bring_in(store: Store, read: ReadVisit) -> VisitId:
    """Record everything of a read visit that is not here yet, in one gesture, and return the visit's identifier.

    Raise Refused when the visit was withdrawn here or one's role does not allow it, CannotKeep when the disk refuses.
    """
    return whole(bringing_in(store, read))


def bringing_in(store: Store, read: ReadVisit) -> Steps[VisitId]:
    """Do what `bring_in` does in small steps: a visit may hold thousands of notes."""
    bringing = _Bringing(store, read)
    gesture = Gesture("visits.import", store.me)
    bringing.begin(gesture)
    for number, each in enumerate(bringing.records()):
        if number % _STEP == 0:
            yield 0.0
        gesture.add(each)
    yield from store.recording(*gesture.changes)
    return VisitId(read.visit.id)


class _Bringing:
    """One read visit against one store."""

    def __init__(self, store: Store, read: ReadVisit) -> None:
        self._store, self._read = store, read
        self._here = visit(store, read.visit.id)
        if self._here is not None and not self._here.present:
            raise Refused(
                N_("This visit is in the store, but was withdrawn."), N_("Bring it back first: Redo, or its history.")
            )
        self._stream = self._here.stream_id if self._here else StreamId("")
        known = records(store, Note, "visit_id = ?", (read.visit.id,)) if self._here else ()
        self._known = {name: each.id for each in known for name in (each.source_id, each.id) if name}
        said = records(store, Comment, "visit_id = ?", (read.visit.id,)) if self._here else ()
        self._said = {name for each in said for name in (each.source_id, each.id) if name}
        self._names = {each.id: each.name for each in read.inspectors}
        self._new = {each.id: new_note(store.device.id) for each in read.notes if not self._known_as(each)}
        self._letters = {each.id for each in read.letters if isinstance(each, Letter) and self._is_left(each)}

    def preview(self) -> Preview:
        council = self._council()
        name = council.name if council else self._read.authority.name if self._read.authority else ""
        return Preview(
            visit=self._read.visit, council=name, is_here=self._here is not None, counts=tuple(self._counts())
        )

    def begin(self, gesture: Gesture) -> None:
        """Begin the visit, and its authority's record, where they are not here."""
        if self._here is not None:
            return
        read, council = self._read, self._council()
        authority_id = council.id if council else read.visit.authority_id
        if council is None and read.authority is not None:
            stream = begin(self._store, gesture)
            gesture.add(replace(read.authority, stream_id=stream))
            for each in standing_in.lacking(self._store, self._standing()):
                gesture.add(standing_in.moved(each, stream, authority_id))
        elif council is not None:
            gesture.restore(council)
        self._stream = begin(self._store, gesture)
        # The office's word was about another stream, and is not this person's to give.
        gesture.add(replace(read.visit, stream_id=self._stream, authority_id=authority_id, released=""))

    def records(self) -> Iterator[Record]:
        """Yield everything else that is new, as it shall stand in this store; the documents' bytes are shelved."""
        yield from self._people()
        for note in self._read.notes:
            if note.id in self._new:
                yield self._note(note)
        for comment in self._read.comments:
            if self._is_unsaid(comment):
                yield self._comment(comment)
        for link in self._read.links:
            if (found := self._link(link)) is not None and one(self._store, Link, found.id) is None:
                yield found
        lines = (*self._read.concerns, *self._read.points, *self._read.cases, *self._read.challenges)
        for each in (
            *self._read.sessions,
            *self._read.editions,
            *self._read.findings,
            *self._read.letters,
            *lines,
            *self._read.wordings,
        ):
            if self._is_new(each):
                yield self._moved(each)
        for document, data in self._read.documents:
            if self._is_new(document):
                yield self._shelved(document, data)

    def _counts(self) -> Iterator[Count]:
        read = self._read
        new = len(self._new)
        links = [self._link(each) for each in read.links]
        fresh = sum(each is not None and one(self._store, Link, each.id) is None for each in links)
        letters = [each for each in read.letters if isinstance(each, Letter)]
        wholes: Mapping[str, Any] = {
            "session": read.sessions,
            "comment": read.comments,
            "finding": read.findings,
            "concern": read.concerns,
            "point": read.points,
            "letter": [each for each in letters if each.id not in self._letters],
            "challenge": [each for each in read.challenges if each.letter_id not in self._letters],
            "document": [document for document, _ in read.documents],
            **{
                noun: [each for each in read.cases if each.entity == noun]
                for noun in ("case_list", "case", "sample", "case_review")
            },
        }
        for noun in OF_A_VISIT:
            if noun == "note":
                yield Count(noun, new, len(read.notes) - new)
            elif noun == "link":
                yield Count(noun, fresh, len(links) - fresh - links.count(None), links.count(None))
            else:
                fresh_here = sum(self._is_new(each) for each in wholes[noun])
                left = len(self._letters) if noun == "letter" else 0
                yield Count(noun, fresh_here, len(wholes[noun]) - fresh_here, left)
        if standing := self._standing():
            yield from standing_in.counts(self._store, standing)

    def _council(self) -> Authority | None:
        there = self._read.authority
        return council_here(self._store, self._read.visit.authority_id, there.name if there else "")

    def _standing(self) -> tuple[Standing, ...]:
        """Return the authority's record where it comes along: to one that is here nothing is added unasked."""
        is_new = self._here is None and self._council() is None
        return tuple(each for each in self._read.standing if is_new and each.id != self._read.visit.id)

    def _known_as(self, note: Note) -> str:
        return self._known.get(note.id) or (self._known.get(note.source_id, "") if note.source_id else "")

    def _is_left(self, letter: Letter) -> bool:
        # Signed, it cites the very stream it would come into, after its seal: that is late (law.py).
        return self._here is not None and bool(letter.document_id) and one(self._store, Letter, letter.id) is None

    def _is_unsaid(self, comment: Comment) -> bool:
        # A remark on a letter that stays out stays out with it.
        is_left = bool(comment.letter_id) and comment.letter_id in self._letters
        return not is_left and not self._said & {comment.id, comment.source_id or comment.id}

    def _is_new(self, each: Record) -> bool:
        if isinstance(each, Comment):
            return self._is_unsaid(each)
        if isinstance(each, KeptWording):  # one visit's wording does not travel with another's letters
            return not is_in(self._store, self._stream, each.id)
        if getattr(each, "letter_id", each.id) in self._letters:
            return False
        return one(self._store, type(each), each.id) is None

    def _people(self) -> Iterator[Person]:
        there = {each.id for each in people_of_stream(self._store, self._stream)} if self._here else set()
        for each in self._read.inspectors:
            if each.name and each.id != self._store.me and each.id not in there:
                yield Person(
                    id=each.id,
                    stream_id=self._stream,
                    name=each.name,
                    display_role=ROLES.get(each.role, ""),
                    is_inspector=bool(each.role),
                    practice=self._read.visit.illustration,
                )

    def _note(self, note: Note) -> Note:
        return replace(
            note,
            id=self._new[note.id],
            stream_id=self._stream,
            author=self._store.me,
            source_author=self._first_author(note),
            source_id=note.source_id or note.id,
        )

    def _comment(self, comment: Comment) -> Comment:
        return replace(
            comment,
            id=new_note(self._store.device.id),
            stream_id=self._stream,
            note_id=self._note_here(comment.note_id) if comment.note_id else "",
            author=self._store.me,
            source_author=self._first_author(comment),
            source_id=comment.source_id or comment.id,
        )

    def _first_author(self, said: Note | Comment) -> str:
        mine = said.author == self._store.me
        return said.source_author or ("" if mine else self._names.get(said.author, ""))

    def _link(self, link: Link) -> Link | None:
        """Return the link as it shall stand, or None when its note is neither here nor in the file."""
        note_id = self._note_here(link.note_id)
        if note_id == link.note_id and link.note_id not in self._known:
            return None
        derived = link_id(NoteId(note_id), link.area, link.span)
        return replace(link, id=derived, note_id=note_id, stream_id=self._stream)

    def _note_here(self, note_id: str) -> str:
        if note_id in self._new:
            return self._new[note_id]
        there = next((each for each in self._read.notes if each.id == note_id), None)
        return (self._known_as(there) if there else self._known.get(note_id, "")) or note_id

    def _moved(self, each: Record) -> Record:
        moved = replace(each, stream_id=self._stream)
        if isinstance(moved, Finding):
            supports, contradicts = (tuple(map(self._note_here, each)) for each in (moved.supports, moved.contradicts))
            looked_at = tuple(map(self._note_here, moved.looked_at))
            return replace(moved, supports=supports, contradicts=contradicts, looked_at=looked_at)
        if isinstance(moved, Concern):
            return replace(moved, note_id=self._note_here(moved.note_id) if moved.note_id else "")
        if isinstance(moved, Sentence):
            return replace(moved, sources=tuple(map(self._source, moved.sources)))
        return moved

    def _source(self, source: str) -> str:
        kind, _, name = source.partition(":")
        return f"note:{self._note_here(name)}" if kind == "note" else source

    def _shelved(self, document: Document, data: bytes) -> Document:
        shelved = documents.shelve(self._store, self._stream, data)
        return replace(
            document,
            stream_id=self._stream,
            subject=self._note_here(document.subject),
            **{name: getattr(shelved, name) for name in ("size", "digest", "sealed", "epoch")},
        )
