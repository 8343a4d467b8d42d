# SPDX-License-Identifier: MIT
"""The fold: rows from the log, whatever came, in whatever order. Random histories: test_tables_property.py."""

import dataclasses
from collections.abc import Callable

import pytest

from storage import door, tables
from storage.acts import members, notes
from storage.gesture import Gesture
from storage.model.change import Change, Value
from storage.model.heads import Standing, standings
from storage.model.ids import DeviceId, GestureId, StreamId
from storage.model.member import Member
from storage.model.note import Note
from storage.model.record import Record, touchable
from storage.queries.notes import note
from storage.queries.rows import records
from storage.store import Store
from storage.tables import NOUNS, fingerprint, row_of, row_of_one
from tests.builders import a_finding, a_letter, a_note, a_store, a_visit, again, hand_over, join


def test_every_noun_has_a_table_with_its_fields(store: Store) -> None:
    for name, noun in NOUNS.items():
        columns = {column.name for column in store.db.table(name).columns}
        fields = {field.name for field in dataclasses.fields(noun)} - {"seen"}
        assert columns == fields | {"heads", "differs"}


def test_every_table_is_found_by_its_stream_and_by_what_it_belongs_to(store: Store) -> None:
    for name in NOUNS:
        indexed = {index.columns[0] for index in store.db.table(name).indexes}
        assert "stream_id" in indexed
    assert "visit_id" in {index.columns[0] for index in store.db.table("note").indexes}


def test_a_fingerprint_changes_with_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    assert fingerprint() == before

    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Wider(Note):
        weather: str = ""

    monkeypatch.setattr(tables, "NOUNS", {**NOUNS, "note": Wider})
    assert fingerprint() != before


def test_fields_that_the_noun_does_not_know_are_skipped() -> None:
    row = row_of(Note, {"weather": Standing("rain", ()), "present": Standing(True, ())})
    assert "weather" not in row
    assert row["present"] is True


@pytest.mark.parametrize("value", [5, None, ("a",), True])
def test_a_value_of_another_type_is_no_value(value: object) -> None:
    assert row_of(Note, {"text": Standing(value, ())})["text"] == ""  # type: ignore[arg-type]


@pytest.mark.parametrize("odd", [None, 5, 2.5, True, "words", ("a", ("b", 1))])
@pytest.mark.parametrize("noun", NOUNS.values())
def test_the_row_of_a_single_change_is_the_row_of_how_it_stands(noun: type[Record], odd: Value) -> None:
    fields: list[dict[str, Value]] = [
        {},
        {"unknown here": odd},
        {"present": odd},
        {name: default for name, default in reversed(touchable(noun))},
        {**{name: odd for name, _ in touchable(noun)}, "unknown here": odd},
    ]
    for after in fields:
        change = Change(
            *(StreamId("s.d"), noun.entity, "one", {}, after, {}, "act", "by", "at", GestureId("g")),
            device=DeviceId('d"ÿ'),
            seq=7,
            tick=9,
        )
        assert row_of_one(noun, change) == row_of(noun, standings([change]))


def test_a_thing_whose_creation_is_not_here_is_not_present() -> None:
    assert row_of(Note, {"text": Standing("words", ())})["present"] is False


def strange(store: Store, record: Record, **after: object) -> None:
    gesture = Gesture("strange", store.me)
    gesture.touch(record, {}, after, record.seen)  # type: ignore[arg-type]
    store.record(*gesture.changes)


def test_a_newer_versions_fields_and_nouns_are_carried_and_do_no_harm(store: Store) -> None:
    visit = a_visit(store)
    written = a_note(store, visit)
    strange(store, written, weather="rain", present=True)

    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Weather(Record):
        entity = "weather"
        text: str = ""

    gesture = Gesture("weather.add", store.me)
    gesture.add(Weather(id="c", stream_id=visit.stream_id, text="words"))
    store.record(*gesture.changes)
    assert again(store, written).text == written.text
    store.refold()
    assert store.ledger.changes(stream=visit.stream_id, entity="weather")[0].after["text"] == "words"


def test_a_withdrawn_thing_keeps_its_row_and_words(store: Store) -> None:
    written = a_note(store, a_visit(store))
    notes.withdraw(store, written)
    gone = note(store, written.id)
    assert gone is not None
    assert (gone.present, gone.text) == (False, written.text)


def test_differences_are_counted_per_row_until_they_are_settled(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    finding = a_finding(store, visit, "one two three")
    join(store, visit.stream_id, other)
    theirs = again(other, finding)
    _amend(store, finding, statement="nought one two three", polarity="strength")
    _amend(other, theirs, statement="one two three four", polarity="strength")
    hand_over(other, store, visit.stream_id)
    assert _differs(store, finding) == 1
    merged = again(store, finding)
    assert merged.statement == "nought one two three four"
    _amend(store, merged, statement="nought to four")
    assert _differs(store, finding) == 0


def _amend(store: Store, seen: Record, **after: object) -> None:
    gesture = Gesture("findings.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def _differs(store: Store, record: Record) -> int:
    row = store.db.execute(f'SELECT differs FROM "{record.entity}" WHERE id = ?', (record.id,)).fetchone()
    return int(row[0])


def test_what_breaks_a_rule_is_set_aside_and_comes_back_when_the_rule_allows_it(store: Store) -> None:
    visit, reader = a_visit(store), a_store("Quality Reader")
    finding = a_finding(store, visit, "one")
    join(store, visit.stream_id, reader, "quality_reader")
    gesture = Gesture("rogue", reader.me)
    gesture.amend(again(reader, finding), statement="one two")
    with reader.transaction():
        reader.tables.fold(reader._append(gesture.changes))
    hand_over(reader, store, visit.stream_id)
    [change] = store.ledger.changes(gesture=gesture.id)
    assert store.tables.set_aside(change) == "role"
    assert again(store, finding).statement == "one"
    seat = next(each for each in _members(store) if each.id == reader.device.id)
    _amend(store, seat, role="second")
    assert store.tables.set_aside(change) == ""
    assert again(store, finding).statement == "one two"


def _members(store: Store) -> tuple[Record, ...]:
    return records(store, Member, "true")


def test_a_seat_that_arrives_after_work_on_its_notes_refolds_them(store: Store) -> None:
    """Her second laptop amends a note of her first, whose seat the receiver learns of last."""
    visit, first, other = a_visit(store), a_store("Bea"), a_store("Bea")
    other.marks.keep("me", first.me)
    office = a_store("Office")
    join(store, visit.stream_id, office, "office")
    join(store, visit.stream_id, other)
    hand_over(store, office, visit.stream_id)
    join(office, visit.stream_id, first)
    written = a_note(first, visit, "one")
    hand_over(first, other, visit.stream_id)
    notes.amend(other, again(other, written), text="one two")
    _hand_only(other, store, {other.device.id})
    assert _reasons(store) == ["owner"]
    _hand_only(other, store, {office.device.id})
    assert _reasons(store) == []
    _hand_only(other, store, {first.device.id})
    assert again(store, written).text == "one two"


def _reasons(store: Store) -> list[str]:
    return [row[0] for row in store.db.execute("SELECT reason FROM set_aside").fetchall()]


def _hand_only(giver: Store, taker: Store, devices: set[str]) -> None:
    [stream] = {stream for stream in giver.keyring.streams() if stream in taker.keyring.streams()}
    seats = giver.tables.roster(stream).values()
    parcel = [
        each for each in giver.ledger.sealed(stream, taker.ledger.vector(stream)) if each.header.device in devices
    ]
    door.receive(taker, door.Delivery(parcel, {s.device: bytes.fromhex(s.verify_key) for s in seats}), "parcel")


def test_a_change_after_the_seal_is_late_whichever_comes_first(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    letter = a_letter(store, visit, "One.")
    join(store, visit.stream_id, other)
    _amend(other, again(other, letter), salutation="Dear all")
    seal: Callable[[], None] = lambda: _amend(  # noqa: E731
        store,
        again(store, letter),
        document_id="d",
        cites=((visit.stream_id, '{"%s": 99}' % store.device.id, "digest"),),  # noqa: UP031
    )
    seal()
    hand_over(other, store, visit.stream_id)
    hand_over(store, other, visit.stream_id)
    for each in (store, other):
        assert again(each, letter).salutation == ""
        assert again(each, letter).document_id == "d"
        assert _reasons(each) == ["late"]


def test_two_devices_with_the_same_changes_have_the_same_rows(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    a_note(store, visit)
    a_note(other, visit)
    hand_over(store, other, visit.stream_id)
    hand_over(other, store, visit.stream_id)
    pictures = [
        [
            each.db.execute(f'SELECT * FROM "{name}" WHERE stream_id = ? ORDER BY id', (visit.stream_id,)).fetchall()
            for name in NOUNS
        ]
        for each in (store, other)
    ]
    assert pictures[0] == pictures[1]


def test_rosters_are_read_anew_after_a_rollback(store: Store) -> None:
    visit, guest = a_visit(store), a_store("Second Inspector")

    def grant_and_fail() -> None:
        with store.transaction():
            gesture = Gesture("members.grant", store.me)
            gesture.add(members._seat(visit.stream_id, members.my_card(guest), "second"))
            store.tables.fold(store._append(gesture.changes))
            assert guest.device.id in store.tables.roster(visit.stream_id)
            raise KeyError("the disk")

    with pytest.raises(KeyError):
        grant_and_fail()
    assert guest.device.id not in store.tables.roster(visit.stream_id)
