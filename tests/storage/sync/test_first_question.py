# SPDX-License-Identifier: MIT
"""What goes out with the first question of a sync: all that is newer than the receipts, unless the hub was put back."""

import pytest

from storage.acts import members
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from storage.sync import answer, receipt
from tests.builders import a_note, a_store, a_visit, again
from tests.storage.hub.near import NearHub


@pytest.fixture
def pair(near: NearHub) -> tuple[Store, Store, Visit]:
    """Give two enrolled stores that are even with the hub, and a visit in which both have seats."""
    lead, second = a_store("Lead"), a_store("Second")
    near.enrol(lead, second)
    there = a_visit(lead)
    a_note(lead, there, "First.")
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    for store in (lead, second, lead):
        near.synced(store)
    return lead, second, there


def test_who_only_hands_in_asks_once(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    lead, second, there = pair
    asked: list[str] = []

    def counted() -> str:
        asked.append("")
        return ""

    for giver, text in ((lead, "One."), (second, "Two.")):
        a_note(giver, again(giver, there), text)
        asked.clear()
        assert near.synced(giver, counted).sent == 1
        assert len(asked) == 1
        assert receipt.standing(giver, there.stream_id).is_covered


def test_a_hub_that_was_put_back_is_asked_before_it_is_given(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    lead, second, there = pair
    backup = near.remember("yesterday")
    for text in ("Forgotten.", "Also forgotten."):
        a_note(lead, there, text)
        near.synced(lead)
    near.roll_back(backup)
    a_note(lead, there, "New.")
    progress = near.synced(lead)
    assert (progress.sent, progress.hub_forgot) == (3, True)
    near.synced(second)
    assert {note.text for note in notes_of_visit(second, there.id)} == {
        *("First.", "Forgotten."),
        *("Also forgotten.", "New."),
    }


def test_what_was_sent_is_what_a_receipt_covers(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    """A revoked laptop hands in as before; what it hands in is held, and is not called sent."""
    _lead, second, there = pair
    with near.books.open() as entries:
        entries.register.revoke(second.device.id, "2018-07-10T09:30:00.000Z")
    a_note(second, again(second, there), "Held.")
    progress = near.synced(second)
    assert (progress.sent, progress.held, progress.is_revoked) == (0, 1, True)


def test_what_is_held_for_the_office_is_not_handed_in_with_every_question(
    near: NearHub, pair: tuple[Store, Store, Visit]
) -> None:
    _lead, second, there = pair
    with near.books.open() as entries:
        entries.register.revoke(second.device.id, "2018-07-10T09:30:00.000Z")
    a_note(second, again(second, there), "Held.")
    assert [each.header.device for each in receipt.uncovered(second, [there.stream_id])] == [second.device.id]
    answer.keep(second, near.synced(second))
    assert list(receipt.uncovered(second, [there.stream_id])) == []
    a_note(second, again(second, there), "Later.")
    assert len(list(receipt.uncovered(second, [there.stream_id]))) == 1
    assert near.synced(second).held == 2
