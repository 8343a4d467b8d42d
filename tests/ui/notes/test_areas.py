# SPDX-License-Identifier: MIT
"""What is asked for becomes links: with the note that is not written yet, at once for one that is."""

from storage.model.visit import Visit
from storage.queries.links import links_of_note
from storage.store import Store
from tests.builders import RUBRIC, a_note
from ui.notes.notebook import Notebook


def test_a_tag_on_an_empty_page_waits_and_can_be_taken_off(notebook: Notebook) -> None:
    areas = notebook.editor.areas
    areas.tag(f"{RUBRIC}:QA1")
    areas.tag(f"{RUBRIC}:QA1")
    assert areas.pending == [f"{RUBRIC}:QA1"]
    [chip] = notebook.editor.card.chips.buttons()
    chip.click()
    assert areas.pending == []


def test_a_tag_on_a_written_note_is_a_link_at_once(notebook: Notebook, store: Store, visit: Visit) -> None:
    note = a_note(store, visit)
    notebook.show_note(note.id)
    notebook.editor.areas.tag(f"{RUBRIC}:QA2")
    assert [each.area for each in links_of_note(store, note.id)] == ["QA2"]
