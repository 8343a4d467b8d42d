# SPDX-License-Identifier: MIT
"""Pages of notes: nothing twice, nothing left out, withdrawn notes apart."""

from storage.acts import notes
from storage.model.visit import Visit
from storage.queries.note_pages import (
    Page,
    beginnings,
    notes_named,
    notes_speaking_to,
    page_of_visit,
    withdrawn_of_visit,
)
from storage.store import Store
from tests.builders import a_link, a_note, a_visit, again


def _pages(store: Store, visit: Visit, most: int) -> list[Page]:
    pages = [page_of_visit(store, visit.id, most=most)]
    while pages[-1].before:
        pages.append(page_of_visit(store, visit.id, pages[-1].before, most))
    return pages


def test_pages_together_hold_every_note_once_newest_first(store: Store) -> None:
    visit = a_visit(store)
    written = [a_note(store, visit, f"Note {number}.").id for number in range(7)]
    a_note(store, a_visit(store), "Of another visit.")
    pages = _pages(store, visit, 3)
    assert [len(page.notes) for page in pages] == [3, 3, 1]
    assert [note.id for page in pages for note in page.notes] == written[::-1]


def test_a_page_brings_the_links_of_its_notes(store: Store) -> None:
    visit = a_visit(store)
    first, second = a_note(store, visit), a_note(store, visit)
    links = {a_link(store, first).id, a_link(store, second, "HR1").id}
    page = page_of_visit(store, visit.id)
    assert {link.id for link in page.links} == links
    assert {link.id for link in notes_named(store, [first.id]).links} == {f"{first.id}:QA1:"}


def test_withdrawn_notes_are_left_out_of_pages_and_listed_apart(store: Store) -> None:
    visit = a_visit(store)
    kept, gone = a_note(store, visit), a_note(store, visit, "Written twice.")
    notes.withdraw(store, again(store, gone))
    assert [note.id for page in _pages(store, visit, 1) for note in page.notes] == [kept.id]
    assert [note.id for note in withdrawn_of_visit(store, visit.id)] == [gone.id]
    assert [note.present for note in notes_named(store, [gone.id]).notes] == [False]


def test_a_visit_without_notes_has_one_empty_page(store: Store) -> None:
    assert page_of_visit(store, a_visit(store).id) == Page((), (), 0)
    assert notes_named(store, []) == Page((), (), 0)


def test_notes_that_speak_to_the_codes_come_before_the_others(store: Store) -> None:
    visit = a_visit(store)
    speaking = a_note(store, visit, "Of supervision.")
    a_link(store, speaking)
    newer = a_note(store, visit, "Of something else.")
    assert [note.id for note in notes_speaking_to(store, visit.id, ("QA1", "QA2"))] == [speaking.id, newer.id]
    assert [note.id for note in notes_speaking_to(store, visit.id, ())] == [newer.id, speaking.id]
    assert len(notes_speaking_to(store, visit.id, ("QA1",), most=1)) == 1


def test_the_beginnings_of_the_newest_present_notes_are_as_long_as_asked(store: Store) -> None:
    visit = a_visit(store)
    oldest, gone, newest = (
        a_note(store, visit, f"{word} words.", event_at=f"2018-07-10T1{at}:00:00.000Z", source_role="Team manager 1")
        for at, word in enumerate(("Oldest", "Gone", "Newest"))
    )
    a_note(store, a_visit(store), "Of another visit.")
    notes.withdraw(store, again(store, gone))
    found = beginnings(store, visit.id, 10, 6)
    assert [(each.id, each.text) for each in found] == [(newest.id, "Newest"), (oldest.id, "Oldest")]
    assert {each.source_role for each in found} == {"Team manager 1"}
    assert [each.id for each in beginnings(store, visit.id, 1, 6)] == [newest.id]
