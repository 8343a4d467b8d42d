# SPDX-License-Identifier: MIT
"""What goes with a letter, in its order; an enclosure whose file's record has not come yet is named all the same."""

from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable, enclose
from storage.gesture import Gesture
from storage.model.enclosure import Enclosure
from storage.queries.enclosures import enclosures_of_letter
from storage.store import Store
from tests.builders import a_letter, a_visit


def test_a_letters_enclosures_come_in_its_order_and_no_other_letters(store: Store) -> None:
    visit = a_visit(store)
    letter, other = a_letter(store, visit, "We came."), a_letter(store, visit, "We went.")
    enclose(store, other, [Enclosable("Other", Incoming("o.txt", b"other"))])
    gesture = Gesture("enclosures.enclose", store.me)
    frame = {"letter_id": letter.id, "stream_id": letter.stream_id}
    gesture.add(Enclosure(id="e2", title="Annex B", order="0020", document_id="not here", **frame))  # type: ignore[arg-type]
    gesture.add(Enclosure(id="e1", title="Annex A", order="0010", document_id="nor this", **frame))  # type: ignore[arg-type]
    store.record(*gesture.changes)
    found = enclosures_of_letter(store, letter.id)
    assert [(each.enclosure.title, each.document) for each in found] == [("Annex A", None), ("Annex B", None)]
