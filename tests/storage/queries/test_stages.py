# SPDX-License-Identifier: MIT
"""At what stage everything is, since when, and where a letter is: with the least far of its pieces."""

from datetime import date

from storage.acts import letters as pieces
from storage.acts import visits as acts
from storage.queries.letters import whole_letter
from storage.queries.stages import places_of_letters, stages
from storage.store import Store
from storage.sync import receipt
from tests.builders import FakeClock, a_letter, a_visit, again


def _received(store: Store, stream: str) -> None:
    ends = {
        str(device): (seq, store.ledger.newest(stream, device)[1].hex())
        for device, seq in store.ledger.vector(stream).items()
    }
    receipt.keep(store, {stream: ends}, "2018-07-10T09:00:00.000Z")


def test_each_visit_and_letter_is_told_with_its_day_the_newest_first(store: Store, clock: FakeClock) -> None:
    older, newer = a_visit(store, dates="early 2018-03"), a_visit(store, dates="2018-07-10")
    undated = a_visit(store, dates="")
    letter = a_letter(store, newer, "Thank you.")
    clock.step(days=1)
    acts.move(store, older, "packed", on=date(2018, 3, 1))
    found = stages(store)
    assert [each.visit.id for each in found] == [undated.id, newer.id, older.id]
    assert [each.since[:10] for each in found] == ["2018-07-10", "2018-07-10", "2018-03-01"]
    assert [each.letter.id for each in found[1].letters] == [letter.id]
    assert found[1].letters[0].since[:10] == "2018-07-10"
    assert found[0].authority == "Practice Borough Council"


def test_a_letter_is_where_the_least_far_of_its_pieces_is(store: Store) -> None:
    there = a_visit(store)
    letter = a_letter(store, there, "Thank you.", "We saw six files.")
    assert places_of_letters(store, [letter]) == {letter.id: "here"}
    _received(store, there.stream_id)
    assert places_of_letters(store, [letter]) == {letter.id: "office"}
    whole = whole_letter(store, letter.id)
    assert whole is not None
    pieces.reword(store, whole.sections[0].paragraphs[0].sentences[1], "We saw eight files.")
    assert places_of_letters(store, [again(store, letter)]) == {letter.id: "here"}
    assert stages(store)[0].letters[0].place == "here"
