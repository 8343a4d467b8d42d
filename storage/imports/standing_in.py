# SPDX-License-Identifier: MIT
"""Brings an exported authority into the store: first what would become of it, then all in one gesture, or nothing.

What is here already stays as it is. The file is read by standing_json.py; a visit's brings its own (visit_in.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from resources.language import N_
from storage.acts.members import begin
from storage.errors import Refused
from storage.gesture import Gesture
from storage.imports.count import OF_AN_AUTHORITY, Count, Counted
from storage.imports.standing_json import ReadAuthority, Standing
from storage.model.authority import Authority
from storage.model.ids import AuthorityId, StreamId
from storage.model.person import Person
from storage.model.visit import Visit
from storage.queries.authorities import authorities, authority
from storage.queries.rows import one
from storage.steps import Steps, whole
from storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview(Counted):
    """What bringing an authority in would do."""

    name: str

    @property
    def said(self) -> str:
        """Return whether it is here, a gettext key."""
        is_here = N_("This authority is here: what its record lacks is added.")
        return is_here if self.is_here else N_("This authority is not here yet.")


def preview(store: Store, read: ReadAuthority) -> Preview:
    """Return what `bring_in` would do, without doing anything. Raise Refused when the authority was withdrawn here."""
    there = _there(store, read)
    name = there.name if there else read.authority.name
    return Preview(name=name, is_here=there is not None, counts=tuple(counts(store, read.standing)))


def bring_in(store: Store, read: ReadAuthority) -> AuthorityId:
    """Record everything of a read authority that is not here yet, in one gesture, and return its identifier here.

    Raise Refused when it was withdrawn here or one's role does not allow it, CannotKeep when the disk refuses.
    """
    return whole(bringing_in(store, read))


def bringing_in(store: Store, read: ReadAuthority) -> Steps[AuthorityId]:
    """Do what `bring_in` does in small steps: decades of a record are many changes."""
    there, gesture = _there(store, read), Gesture("authorities.import", store.me)
    if there is None:
        there = replace(read.authority, stream_id=begin(store, gesture))
        gesture.add(there)
    for each in lacking(store, read.standing):
        gesture.add(moved(each, there.stream_id, there.id))
    yield from store.recording(*gesture.changes)
    return AuthorityId(there.id)


def council_here(store: Store, authority_id: str, name: str) -> Authority | None:
    """Return an authority as it is here, by its identifier, else by its name; None where neither is known."""
    found = authority(store, authority_id)
    return found or next((each for each in authorities(store) if name and each.name == name), None)


def lacking(store: Store, standing: Iterable[Standing]) -> Iterator[Standing]:
    """Yield what is not here yet, withdrawn or not."""
    return (each for each in standing if one(store, type(each), each.id) is None)


def moved(each: Standing, stream: StreamId, authority_id: str) -> Standing:
    """Return a record as it shall stand in this store, where stream and authority may be others."""
    if isinstance(each, Person):
        return replace(each, stream_id=stream)
    if isinstance(each, Visit):  # the office's word was about another stream, and is not this person's to give
        return replace(each, stream_id=stream, authority_id=authority_id, released="")
    return replace(each, stream_id=stream, authority_id=authority_id)


def counts(store: Store, standing: Sequence[Standing]) -> Iterator[Count]:
    """Yield what would become of the records of each noun."""
    new = {each.id for each in lacking(store, standing)}
    for noun in OF_AN_AUTHORITY:
        every = [each.id for each in standing if each.entity == noun]
        fresh = sum(each in new for each in every)
        yield Count(noun, fresh, len(every) - fresh)


def _there(store: Store, read: ReadAuthority) -> Authority | None:
    there = council_here(store, read.authority.id, read.authority.name)
    if there is not None and not there.present:
        raise Refused(
            N_("This authority is in the store, but was withdrawn."), N_("Bring it back first: Redo, or its history.")
        )
    return there
