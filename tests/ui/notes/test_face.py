# SPDX-License-Identifier: MIT
"""The card says of a note what is true of it: whose it is, whether a reason is asked for, and how firmly."""

from storage.acts import visits
from storage.model.visit import Visit
from storage.store import Store
from tests.builders import FakeClock, a_note, a_session, a_store, again, hand_over, join
from ui.notes.notebook import Notebook


def test_a_reason_may_stay_empty_once_the_session_is_over_and_is_needed_once_fieldwork_closed(
    notebook: Notebook, store: Store, visit: Visit, clock: FakeClock
) -> None:
    session = a_session(store, visit, starts="08:00", ends="12:00")
    note = a_note(store, visit, session_id=session.id)
    notebook.show_note(note.id)
    card, face = notebook.editor.card, notebook.editor.face
    assert not card.reason.isVisible()
    clock.step(hours=9)
    face.say(note)
    assert card.reason.isVisible()
    assert "leave it empty" in card.reason.placeholderText()
    assert not face.needs_reason(note)
    visits.move(store, again(store, visit), "fieldwork_closed")
    assert card.reason.placeholderText().startswith("Needed:")
    assert face.needs_reason(note)


def test_a_partners_note_is_read_not_altered(notebook: Notebook, store: Store, visit: Visit) -> None:
    partner = a_store("Second Inspector")
    join(store, visit.stream_id, partner)
    theirs = a_note(partner, visit, source_author="Third Person")
    hand_over(partner, store, visit.stream_id)
    notebook.show_note(theirs.id)
    card = notebook.editor.card
    assert card.page.isReadOnly()
    assert not card.finish.isVisible()
    assert not any(mark.isEnabled() for mark in card.details.handlings.values())
    assert card.moment.words.text().endswith("belongs to Second Inspector · first written by Third Person")
