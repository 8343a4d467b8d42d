# SPDX-License-Identifier: MIT
"""Names of things: in order of time, proving themselves where they must."""

from datetime import UTC, datetime, timedelta

from nacl.signing import SigningKey

from storage.model.ids import NoteId, device_id, link_id, new_id, new_note, new_stream, root_of


def test_new_names_sort_by_their_time_and_never_repeat() -> None:
    start = datetime(2018, 7, 10, tzinfo=UTC)
    made = [new_id(start + timedelta(milliseconds=number)) for number in range(500)]
    assert made == sorted(made)
    assert len({new_id(start) for _ in range(500)}) == 500
    assert {len(each) for each in made} == {32}


def test_a_clock_before_1970_still_gives_a_name() -> None:
    assert len(new_id(datetime(1960, 1, 1, tzinfo=UTC))) == 32


def test_a_devices_name_is_its_keys_digest() -> None:
    one, two = (bytes(SigningKey(bytes([number]) * 32).verify_key) for number in (1, 2))
    assert device_id(one) == device_id(one) != device_id(two)
    assert len(device_id(one)) == 26
    assert device_id(one).isalnum()


def test_streams_and_notes_name_the_device_that_began_them() -> None:
    device = device_id(b"key")
    assert root_of(new_stream(device)) == root_of(new_note(device)) == device
    assert new_stream(device) != new_stream(device)


def test_the_same_link_made_twice_has_one_name() -> None:
    note = NoteId("n1.device")
    assert link_id(note, "QA1") == link_id(note, "QA1") == "n1.device:QA1:"
    assert len({link_id(note, "QA1"), link_id(note, "QA2"), link_id(note, "QA1", "0-4@d.1")}) == 3
