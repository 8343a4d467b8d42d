# SPDX-License-Identifier: MIT
"""Questions about the wordings that letters were drafted with. What is in them: reports/letters/wording.py."""

from storage.model.ids import StreamId
from storage.model.kept_wording import KeptWording
from storage.queries.letters import letters_of_visit
from storage.queries.rows import one, records
from storage.store import Store


def is_in(store: Store, stream_id: StreamId, wording_id: str) -> bool:
    """Say whether a stream itself holds a wording: another visit's does not travel with this one's letters."""
    return bool(records(store, KeptWording, "id = ? AND stream_id = ?", (wording_id, stream_id)))


def wordings_of_visit(store: Store, visit_id: str) -> tuple[KeptWording, ...]:
    """Return the wordings of a visit's letters, each once, as far as they are here."""
    names = dict.fromkeys(each.wording_id for each in letters_of_visit(store, visit_id) if each.wording_id)
    found = (one(store, KeptWording, name) for name in sorted(names))
    return tuple(each for each in found if each is not None)
