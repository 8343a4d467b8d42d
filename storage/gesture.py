# SPDX-License-Identifier: MIT
"""Records → changes: what an act does, gathered into one gesture. `before` and parents come from what was seen.

Acts build gestures and nothing else does; numbering, checking and keeping are store.py's.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.model import clock
from storage.model.change import Change, Fields, Ref, Seen, frozen
from storage.model.ids import GestureId, new_id
from storage.model.record import Record, contents, touchable


class Gesture:
    """The changes of one gesture, to be recorded together and undone together."""

    def __init__(self, act: str, by: str, undoes: str = "") -> None:
        """Begin: the act's name ("notes.write") and the person who does it."""
        self.act, self.by, self.undoes = act, by, undoes
        self.id = GestureId(new_id())
        self.changes: list[Change] = []
        self._at = clock.stamp()

    def add(self, record: Record) -> None:
        """Record a new thing: every field that is not as it is by default."""
        defaults = dict(touchable(type(record)))
        after = {name: value for name, value in contents(record).items() if value != defaults[name]}
        self.touch(record, {}, {**after, "present": True}, {})

    def amend(self, seen: Record, **after: Any) -> None:
        """Record other values for some fields of a thing as it was seen; nothing when they are the same.

        Every amendment names `present` too, so that a withdrawal which did not see it does not hide it.
        """
        new = {name: frozen(value) for name, value in after.items() if frozen(value) != getattr(seen, name)}
        if new:
            self._retouch(seen, {"present": seen.present, **new})

    def withdraw(self, seen: Record) -> None:
        """Record that a thing is withdrawn: hidden from the lists, kept in the log."""
        if seen.present:
            self._retouch(seen, {"present": False})

    def restore(self, seen: Record) -> None:
        """Record that a withdrawn thing is present again."""
        if not seen.present:
            self._retouch(seen, {"present": True})

    def touch(self, thing: Record, before: Fields, after: Fields, parents: Seen) -> None:
        """Record a change of a thing's fields, given what was seen of them."""
        change = Change(
            thing.stream_id,
            type(thing).entity,
            thing.id,
            before=before,
            after=after,
            parents={name: parents.get(name, ()) for name in after},
            act=self.act,
            by=self.by,
            at=self._at,
            gesture=self.id,
            undoes=self.undoes,
        )
        self.changes.append(change)

    def _retouch(self, seen: Record, after: Mapping[str, Any]) -> None:
        before = {name: getattr(seen, name) for name in after}
        self.touch(seen, before, after, seen.seen)


def unseen(refs: Iterable[Ref], heads: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return the heads that somebody has not seen."""
    return tuple(sorted(set(heads) - set(refs)))


def must_be_present(seen: Record) -> None:
    """Refuse to work on a withdrawn thing."""
    if not seen.present:
        raise Refused(N_("This was withdrawn."), N_("Restore it first (Undo, or its history)."))
