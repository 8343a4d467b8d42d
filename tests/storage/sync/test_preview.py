# SPDX-License-Identifier: MIT
"""Looking into a parcel: the numbers are those that taking it in gives, and looking leaves nothing behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage import documents
from storage.acts import findings, members, notes
from storage.errors import BadFile
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.queries.visits import visit
from storage.store import Store
from storage.sync import parcel
from storage.sync.preview import look
from tests.builders import a_finding, a_note, a_store, a_visit, again


@pytest.fixture
def pair() -> Iterator[tuple[Store, Store, Visit]]:
    """Give the lead's store, the second's, and a visit in which both have seats."""
    lead, second = a_store("Lead"), a_store("Second")
    there = a_visit(lead)
    a_note(lead, there, "The words of a child.")
    for stream in lead.keyring.streams():
        members.grant(lead, stream, members.my_card(second), "second")
    yield lead, second, there
    lead.close()
    second.close()


def _written(giver: Store, path: Path) -> Path:
    streams: list[StreamId] = giver.keyring.streams()
    parcel.write(giver, streams, path, parcel.addressees(giver, streams))
    return path


def test_a_first_parcel_is_all_new_and_names_who_it_is_from(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, there = pair
    documents.keep(lead, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    path = _written(lead, tmp_path / "p")
    seen = look(second, path)
    assert (seen.sender, seen.is_known, seen.documents, seen.is_empty) == ("Lead", False, 1, False)
    (part,) = (each for each in seen.parts if each.visit_id)
    assert (part.authority, part.dates, part.is_here) == ("Practice Borough Council", "2018-07-10/2018-07-11", False)
    assert (part.same, part.differing, part.set_aside, part.people) == (0, 0, (), ("Lead",))
    assert sum(each.new for each in seen.parts) == parcel.read(second, path).received.new


def test_looking_leaves_nothing_behind(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, there = pair
    documents.keep(lead, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    heard: list[object] = []
    second.listen(heard.append)
    look(second, _written(lead, tmp_path / "p"))
    assert visit(second, there.id) is None
    assert (second.keyring.streams(), second.shelf.names(), heard) == ([], set(), [])
    assert second.marks.all_set_aside() == []


def test_a_store_that_is_only_looked_at_can_look_into_a_parcel(
    pair: tuple[Store, Store, Visit], tmp_path: Path, folder_store: Callable[..., tuple[Store, str]]
) -> None:
    from storage.store import looker

    lead, _, there = pair
    third, _code = folder_store("third")
    members.grant(lead, there.stream_id, members.my_card(third), "second")
    opening = looker(third)
    assert opening is not None
    looking = opening()
    seen = look(looking, _written(lead, tmp_path / "p"))
    looking.db.close()
    assert sum(part.new for part in seen.parts) > 0
    assert third.keyring.streams() == []


def test_a_second_look_after_taking_it_in_finds_only_what_is_here(
    pair: tuple[Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, _there = pair
    path = _written(lead, tmp_path / "p")
    parcel.read(second, path)
    seen = look(second, path)
    assert seen.is_empty
    assert seen.is_known
    (part,) = (each for each in seen.parts if each.visit_id)
    assert (part.is_here, part.new, part.same > 0, part.people) == (True, 0, True, ())


def test_what_both_edited_is_told_as_differing_before_it_is_taken_in(
    pair: tuple[Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, there = pair
    finding = a_finding(lead, there, polarity="weakness")
    parcel.read(second, _written(lead, tmp_path / "p"))
    findings.amend(lead, finding, polarity="strength")
    findings.amend(second, again(second, finding), polarity="neutral")
    notes.write(second, there, "Also seen.")
    (part,) = (each for each in look(lead, _written(second, tmp_path / "q")).parts if each.visit_id)
    assert (part.new, part.differing, part.people) == (2, 1, ("Second",))


def test_what_would_be_set_aside_is_told_with_its_reason(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, there = pair
    parcel.read(second, _written(lead, tmp_path / "p"))
    members.remove(lead, there.stream_id, second.device.id)
    notes.write(second, there, "Written after she had left.")
    (part,) = (each for each in look(lead, _written(second, tmp_path / "q")).parts if each.visit_id)
    assert [(device, why) for device, _seq, why in part.set_aside] == [(second.device.id, "left")]


def test_what_cannot_be_taken_in_cannot_be_looked_into(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, _ = pair
    stranger = a_store("Stranger")
    path = _written(lead, tmp_path / "p")
    with pytest.raises(BadFile, match="somebody else"):
        look(stranger, path)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(BadFile, match="cut short"):
        look(second, path)
    stranger.close()
