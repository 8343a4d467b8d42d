# SPDX-License-Identifier: MIT
"""What is lawful, case by case: seats, voices, roles, owners, seals. Random sets: test_tables_property.py."""

import json
from dataclasses import replace
from typing import Any

import pytest

from storage import keys, law
from storage.grants import succession
from storage.law import broken, letter_of, roster, seals
from storage.model.change import Change
from storage.model.ids import DeviceId, StreamId
from tests.builders import a_change

ROOT, GUEST, READER = (keys.fleeting().device for _ in range(3))
STREAM = StreamId(f"visit.{ROOT.id}")


def change(device: DeviceId, seq: int, by: str, entity: str, entity_id: str, **after: Any) -> Change:
    frame: dict[str, Any] = {"stream": STREAM, "entity": entity, "entity_id": entity_id, "device": device, "by": by}
    return a_change(**frame, seq=seq, tick=seq, after=after)


def seat(by: keys.Device, seq: int, device: keys.Device, person: str, role: str, **more: Any) -> Change:
    after = {"person_id": person, "role": role, "verify_key": device.verify_key.hex(), "box_key": device.box_key.hex()}
    name = {ROOT.id: "ann", GUEST.id: "bea", READER.id: "cai"}.get(by.id, person)
    return change(by.id, seq, name, "member", device.id, **after, present=True, **more)


FIRST = seat(ROOT, 1, ROOT, "ann", "lead")
SECOND = seat(ROOT, 2, GUEST, "bea", "second")
THIRD = seat(ROOT, 3, READER, "cai", "quality_reader")
SEATS = roster([FIRST, SECOND, THIRD])


def test_who_began_the_stream_sits_in_it_and_seats_others() -> None:
    assert {device: each.role for device, each in SEATS.items()} == {
        ROOT.id: "lead",
        GUEST.id: "second",
        READER.id: "quality_reader",
    }


def test_nobody_seats_herself_in_somebody_elses_stream() -> None:
    assert GUEST.id not in roster([FIRST, seat(GUEST, 1, GUEST, "bea", "lead")])


def test_a_second_inspector_seats_nobody() -> None:
    assert READER.id not in roster([FIRST, SECOND, seat(GUEST, 1, READER, "cai", "second")])


def test_an_office_seats_others() -> None:
    office = seat(ROOT, 2, GUEST, "bea", "office")
    assert READER.id in roster([FIRST, office, seat(GUEST, 1, READER, "cai", "second")])


def test_a_seat_is_granted_in_whatever_order_the_grants_come() -> None:
    office = seat(ROOT, 9, GUEST, "bea", "office")
    late = seat(GUEST, 1, READER, "cai", "second")
    assert roster([late, office, FIRST]) == roster([FIRST, office, late])
    assert READER.id in roster([late, office, FIRST])


def test_a_grant_in_another_persons_name_seats_nobody() -> None:
    assert GUEST.id not in roster([FIRST, replace(SECOND, by="mallory")])


def vouched(old: keys.Device, new: keys.Device, person: str, role: str, seq: int = 1) -> Change:
    vouch = old.sign(succession(new.verify_key, new.box_key)).hex()
    return seat(new, seq, new, person, role, predecessor=old.id, vouch=vouch)


def test_a_copied_store_takes_the_seat_of_its_predecessor() -> None:
    new = keys.fleeting().device
    assert roster([FIRST, SECOND, vouched(GUEST, new, "bea", "second")])[new.id].role == "second"


@pytest.mark.parametrize(("person", "role"), [("bea", "lead"), ("ann", "second")])
def test_a_successor_becomes_neither_more_nor_somebody_else(person: str, role: str) -> None:
    new = keys.fleeting().device
    assert new.id not in roster([FIRST, SECOND, vouched(GUEST, new, person, role)])


def test_a_successor_needs_its_predecessors_own_signature() -> None:
    new = keys.fleeting().device
    forged = vouched(READER, new, "bea", "second")
    forged = replace(forged, after={**forged.after, "predecessor": GUEST.id})
    assert new.id not in roster([FIRST, SECOND, THIRD, forged])
    assert new.id not in roster([FIRST, SECOND, replace(forged, after={**forged.after, "vouch": "no hex"})])


def test_a_role_changed_meanwhile_does_not_unseat_a_successor() -> None:
    new = keys.fleeting().device
    promoted = change(ROOT.id, 5, "ann", "member", GUEST.id, role="quality_reader", present=True)
    for at in (1, 9):
        assert new.id in roster([FIRST, SECOND, promoted, vouched(GUEST, new, "bea", "second", at)])


def test_what_was_done_under_an_earlier_role_stays_lawful() -> None:
    demoted = change(ROOT.id, 5, "ann", "member", GUEST.id, role="quality_reader", present=True)
    seats = roster([FIRST, SECOND, demoted])
    assert seats[GUEST.id].ever == {"second", "quality_reader"}
    assert not broken(change(GUEST.id, 1, "bea", "finding", "f", statement="words"), seats)


def test_strangers_voices_and_roles_are_told_apart() -> None:
    stranger = keys.fleeting().device.id
    finding = {"entity": "finding", "entity_id": "f", "statement": "words"}
    assert broken(change(stranger, 1, "ann", **finding), SEATS) == "stranger"
    assert broken(change(GUEST.id, 1, "ann", **finding), SEATS) == "voice"
    assert broken(change(READER.id, 1, "cai", **finding), SEATS) == "role"
    assert broken(change(GUEST.id, 1, "bea", **finding), SEATS) == ""


def test_only_the_lead_seals() -> None:
    assert broken(change(GUEST.id, 1, "bea", "letter", "l", document_id="d"), SEATS) == "role"
    assert broken(change(GUEST.id, 1, "bea", "letter", "l", salutation="Dear"), SEATS) == ""
    assert broken(change(ROOT.id, 9, "ann", "letter", "l", document_id="d"), SEATS) == ""


def test_a_note_is_its_authors_and_says_so() -> None:
    note = f"n.{GUEST.id}"
    assert broken(change(GUEST.id, 1, "bea", "note", note, text="words", author="bea"), SEATS) == ""
    assert broken(change(GUEST.id, 1, "bea", "note", note, text="words", author="ann"), SEATS) == "owner"
    assert broken(change(ROOT.id, 9, "ann", "note", note, text="other words"), SEATS) == "owner"
    assert broken(change(ROOT.id, 9, "ann", "note", "n.nobody", text="words"), SEATS) == "owner"


def test_a_noun_of_a_newer_version_may_be_touched_by_every_member() -> None:
    assert broken(change(READER.id, 1, "cai", "remark", "c", text="words"), SEATS) == ""


def a_seal(vector: Any, **more: Any) -> Change:
    return change(ROOT.id, 9, "ann", "letter", "l", document_id="d", cites=((STREAM, json.dumps(vector), "x"),), **more)


def test_what_the_seal_did_not_see_is_late_and_what_it_saw_is_not() -> None:
    sealed = seals([a_seal({ROOT.id: 8, GUEST.id: 2})], SEATS)
    for seq, reason in ((2, ""), (3, "late")):
        assert broken(change(GUEST.id, seq, "bea", "sentence", "s", text="words"), SEATS, sealed) == reason
    assert broken(change(READER.id, 1, "cai", "document", "d", title="words"), SEATS, sealed) == "late"


def test_the_seal_itself_and_what_follows_from_it_are_not_late() -> None:
    sealed = seals([a_seal({ROOT.id: 8})], SEATS)
    assert broken(a_seal({ROOT.id: 8}, status="signed", present=True), SEATS, sealed) == ""
    assert broken(change(ROOT.id, 10, "ann", "letter", "l", status="issued", present=True), SEATS, sealed) == ""
    assert broken(change(ROOT.id, 10, "ann", "letter", "l", status="issued", salutation="x"), SEATS, sealed) == "late"


def test_an_unlawful_seal_seals_nothing() -> None:
    assert seals([change(GUEST.id, 1, "bea", "letter", "l", document_id="d", cites=((STREAM, "{}", ""),))], SEATS) == []


@pytest.mark.parametrize(
    "cites", ["text", ("one",), ((STREAM, "no json", ""),), ((STREAM, "[1]", ""),), (("other", "{}", ""),)]
)
def test_a_malformed_seal_never_breaks_the_fold(cites: Any) -> None:
    assert seals([change(ROOT.id, 9, "ann", "letter", "l", document_id="d", cites=cites)], SEATS) == []


def test_a_part_belongs_to_the_letter_it_names() -> None:
    parts = [
        change(ROOT.id, 1, "ann", "sentence", "s", text="x"),
        change(ROOT.id, 2, "ann", "sentence", "s", letter_id="l"),
    ]
    assert letter_of(parts) == "l"
    assert letter_of([change(ROOT.id, 1, "ann", "letter", "l", re_line="x")]) == "l"
    assert letter_of([change(ROOT.id, 1, "ann", "note", "n", letter_id="l")]) == ""


def test_every_reason_is_a_sentence() -> None:
    assert set(law.REASONS) == {"stranger", "voice", "role", "owner", "late", "left"}
    assert all(law.REASONS.values())
