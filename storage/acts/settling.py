# SPDX-License-Identifier: MIT
"""The verb that settles a difference: an ordinary amendment that names every wording as seen. Finding them: queries."""

from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.agreeing import AGREED_TO
from storage.model.amending import is_locked
from storage.model.change import frozen
from storage.model.finding import Finding
from storage.model.note import Note
from storage.model.record import Record, prose_fields, touchable
from storage.queries.visits import visit
from storage.store import Store


def settle(store: Store, seen: Record, field: str, value: Any) -> None:
    """Let a value stand for a field that differs, of a record as it was seen.

    Whoever reworded it meanwhile without seeing this differs again: nothing is overwritten unseen. Raise Refused when
    nothing differs (any more), for no words, and as any amendment does.
    """
    fields = dict(touchable(type(seen)))
    if field not in fields or len(seen.seen.get(field, ())) < 2:
        raise Refused(N_("This difference is settled already."), N_("Look at the list again."))
    if field in prose_fields(type(seen)) and str(getattr(seen, field)).strip() and not str(value).strip():
        raise Refused(N_("No words are left."), N_("Choose one of the wordings, or type what shall stand."))
    if isinstance(seen, Note) and is_locked(visit(store, seen.visit_id)):
        raise Refused(N_("Fieldwork is closed."), N_("Amend the note itself and say why: that settles it too."))
    after: dict[str, Any] = {"present": seen.present, field: frozen(value)}
    # What was agreed to is altered, so each inspector is asked again, as in findings.amend.
    if isinstance(seen, Finding) and seen.state == "agreed" and field in AGREED_TO and value != getattr(seen, field):
        after["state"] = "proposed"
    gesture = Gesture("differences.settle", store.me)
    gesture.touch(seen, {name: getattr(seen, name) for name in after}, after, seen.seen)
    store.record(*gesture.changes)
