# SPDX-License-Identifier: MIT
"""A first sync by snapshot: shown at once, then what the log says; a false, old or missing one spoils nothing."""

from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

from reports.exports.visit import whole_visit
from storage import ahead, leaving, vouched
from storage import sealed as inside
from storage.acts import members, notes
from storage.check import check
from storage.errors import Refused
from storage.job import run_now
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.queries.standing import place_of, reach
from storage.queries.visits import visits
from storage.sealed import opened
from storage.store import Recorded, Store, create, open_store
from storage.sync import exchange, first, snapshot
from storage.sync.exchange import Progress
from storage.sync.road import heard
from storage.sync.snapshot import Head, Rows, written
from storage.tables import NOUNS
from tests.builders import PASSPHRASE, a_finding, a_link, a_note, again
from tests.builders import a_visit as new_visit
from tests.storage.hub.near import NearHub, NearRoad, portrayed

NOTES = 12


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen changes are enough for a snapshot, and a few of them make a page."""
    monkeypatch.setattr(first, "WORTH", NOTES)
    monkeypatch.setattr(first, "_PAGE", 5)
    monkeypatch.setattr(first, "_AT_ONCE", 7)


@pytest.fixture
def pair(near: NearHub, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Give a lead whose visit is at the hub, snapshot and all, and a second who has a seat in it and nothing yet."""
    lead, second = (_store(tmp_path / name, name) for name in ("Lead", "Second"))
    near.enrol(lead, second)
    there = new_visit(lead)
    for number in range(NOTES):
        note = a_note(lead, there, f"Note {number}.")
        a_link(lead, note)
        if number % 3 == 0:
            notes.amend(lead, again(lead, note), text=f"Note {number}, as it stands.")
    a_finding(lead, there)
    for stream in lead.keyring.streams():
        members.grant(lead, stream, members.my_card(second), "second")
    near.synced(lead)
    yield lead, second
    for store in (lead, second):
        if store.is_open:
            store.close()


def _store(folder: Path, name: str) -> Store:
    store, _ = create(folder, PASSPHRASE)
    members.introduce(store, name)
    return store


def _visit(store: Store) -> Visit:
    [there] = visits(store)
    return there


def _texts(store: Store) -> set[str]:
    return {note.text for there in visits(store) for note in notes_of_visit(store, there.id)}


def _rows(store: Store, stream: str) -> dict[str, Any]:
    return {
        noun: sorted(store.db.execute(f'SELECT * FROM "{noun}" WHERE stream_id = ?', (stream,)).fetchall(), key=repr)
        for noun in NOUNS
    }


def _same(lead: Store, second: Store) -> None:
    for stream in lead.keyring.streams():
        assert second.ledger.vector(stream) == lead.ledger.vector(stream)
        assert _rows(second, stream) == _rows(lead, stream)
    assert ahead.streams(second) == []


def _jobs(near: NearHub, store: Store, progress: Progress | None = None) -> Iterator[Callable[[], None]]:
    """Yield the jobs of a sync, each to be called before the next is asked for."""
    for job in exchange.rounds(store, near.known, progress or Progress(), near.road(store)):
        yield lambda job=job: run_now(job, store)


def _until_shown(near: NearHub, store: Store) -> Iterator[Callable[[], None]]:
    """Sync until all is shown and nothing of the log has come; return what is left to do."""
    left = _jobs(near, store)
    for do in left:
        do()
        if ahead.streams(store) and len(_texts(store)) == NOTES:
            return left
    raise AssertionError("nothing was shown")


def test_all_of_it_is_read_before_any_change_is_here_and_then_it_is_what_the_log_says(
    near: NearHub, pair: tuple[Store, Store]
) -> None:
    lead, second = pair
    left = _until_shown(near, second)
    there = _visit(second)
    assert second.ledger.vector(there.stream_id) == {}
    assert _texts(second) == _texts(lead)
    assert {place_of(reach(second, there.stream_id), each) for each in notes_of_visit(second, there.id)} == {"unproven"}
    for deed in (lambda: a_note(second, there), lambda: whole_visit(second, there.id)):
        with pytest.raises(Refused, match="still arriving"):
            deed()
    for do in left:
        do()
        assert _texts(second) == _texts(lead), "no note steps back to an older wording while its log comes in"
    _same(lead, second)
    a_note(second, there, "Now.")
    near.synced(second)
    near.synced(lead)
    _same(lead, second)


def test_a_check_finds_nothing_wrong_in_what_a_crash_left_half_arrived(
    near: NearHub, pair: tuple[Store, Store]
) -> None:
    _lead, second = pair
    left = _until_shown(near, second)
    assert check(second).problems == (), "nothing of the log is here yet"
    next(left)()
    assert ahead.streams(second), "and now a page of it"
    assert check(second).problems == ()
    for do in left:
        do()
    assert check(second).problems == ()


def test_what_is_wiped_while_it_arrives_leaves_nothing_behind(
    near: NearHub, pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, second = pair
    near.synced(second)
    stream = _visit(lead).stream_id
    for number in range(NOTES):
        a_note(second, _visit(second), f"By the second {number}.")
    third = _store(near.folder.parent / "Third", "Third")
    near.enrol(third)
    members.grant(lead, stream, members.my_card(third), "second")
    near.synced(second)
    near.synced(lead)
    portrayed(lead, stream, near.road(lead))
    monkeypatch.setattr(first, "_AT_ONCE", 1)
    left = _jobs(near, third)
    whole = lead.ledger.vector(stream)
    while list(third.ledger.vector(stream).values()) != [whole[lead.device.id]]:  # one device's changes, and no other's
        next(left)()
    leaving.take_out(third, {stream: {"visit_id": _visit(lead).id}}, [], Recorded((), "wiped"))
    for do in left:
        do()
    assert third.ledger.vector(stream) == {}
    assert third.marks.all_set_aside() == []
    assert _rows(third, stream) == {noun: [] for noun in NOUNS}
    third.close()


def test_nobody_is_a_stranger_whose_name_comes_before_her_lead_s(
    near: NearHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first, "_AT_ONCE", 1)
    second, lead = sorted((_store(tmp_path / name, name) for name in ("One", "Two")), key=lambda each: each.device.id)
    third, progress = _store(tmp_path / "Third", "Third"), Progress()
    near.enrol(lead, second, third)
    there = new_visit(lead)
    for stream in lead.keyring.streams():
        for each in (second, third):
            members.grant(lead, stream, members.my_card(each), "second")
    near.synced(lead)
    near.synced(second)
    for number in range(NOTES):
        a_note(second, _visit(second), f"Note {number}.")
    near.synced(second)
    near.synced(lead)
    assert portrayed(lead, there.stream_id, near.road(lead))
    shown = 0
    for do in _jobs(near, third, progress):
        do()
        shown = max(shown, len(_texts(third)))
        assert len(_texts(third)) == shown, "nothing that was shown goes again"
    assert (progress.set_aside, third.marks.all_set_aside()) == (0, [])
    _same(lead, third)
    for store in (lead, second, third):
        store.close()


def test_every_signature_is_checked_all_the_same(near: NearHub, pair: tuple[Store, Store]) -> None:
    _lead, second = pair
    near.synced(second)
    there = _visit(second)
    for job in vouched.checking(second):
        run_now(job, second)
    assert vouched.unproven(second) == {}
    assert place_of(reach(second, there.stream_id), *notes_of_visit(second, there.id)) in ("partner", "office")


@pytest.mark.parametrize("most", range(1, 14))
def test_a_first_sync_that_is_cut_anywhere_goes_on_where_it_was(
    near: NearHub, pair: tuple[Store, Store], most: int
) -> None:
    lead, second = pair
    near.synced(second, most=most)
    if most % 2:  # as after a crash
        folder = second.folder
        assert folder is not None
        second.close()
        second = open_store(folder, PASSPHRASE)
        assert ahead.streams(second) == []
        assert _texts(second) <= {*_texts(lead), *(f"Note {number}." for number in range(NOTES))}
    near.synced(second)
    _same(lead, second)
    second.close()


def _hand_in(near: NearHub, store: Store, stream: str, *parts: Any) -> None:
    [(epoch, key)] = store.keyring.keys(stream).items()
    data = written(Head(stream, store.device.id, epoch), parts, key, store.device.sign)
    near.road(store).keep_snapshot(stream, data)


def _log(store: Store, stream: str) -> list[Any]:
    [(_epoch, key)] = store.keyring.keys(stream).items()
    return [(each, opened(each, key)) for each in store.ledger.sealed(stream, {})]


def _a_lie(near: NearHub, lead: Store, stream: str) -> None:
    there = _visit(lead)
    some = notes_of_visit(lead, there.id)[0]
    same = {"visit_id": [there.id] * 2, "present": [1, 1], "heads": ["[]"] * 2}
    lies = {"id": [some.id, "made up"], "text": ["Nobody said this.", "Nor this."], **same}
    _hand_in(near, lead, stream, Rows("note", lies, {some.id: 9}), _log(lead, stream))


def _no_log(near: NearHub, lead: Store, stream: str) -> None:
    _hand_in(near, lead, stream, Rows("note", {"id": ["made up"], "text": ["Nobody said this."]}, {}))


def _a_broken_log(near: NearHub, lead: Store, stream: str) -> None:
    rows = Rows("note", {"id": ["made up"], "text": ["Nobody said this."]}, {})
    log = _log(lead, stream)
    _hand_in(near, lead, stream, rows, log[:3], log[5:])


def _wrong_rows(near: NearHub, lead: Store, stream: str) -> None:
    _hand_in(near, lead, stream, Rows("note", {"id": [5], "text": ["Nobody said this."]}, {}), _log(lead, stream))


def _noise(near: NearHub, lead: Store, stream: str) -> None:
    near.road(lead).keep_snapshot(stream, b"AROLWG SNAPSHOT\nnothing of the kind")


def _an_old_one(near: NearHub, lead: Store, stream: str) -> None:
    there = _visit(lead)
    _hand_in(near, lead, stream, _log(lead, stream))
    for number in range(4):
        a_note(lead, there, f"Later {number}.")
    near.synced(lead)


def _another_stream_s(near: NearHub, lead: Store, stream: str) -> None:
    other = next(each for each in lead.keyring.streams() if each != stream)
    [(epoch, key)] = lead.keyring.keys(other).items()
    data = written(Head(other, lead.device.id, epoch), [_log(lead, other)], key, lead.device.sign)
    near.road(lead).keep_snapshot(stream, data)


@pytest.mark.parametrize(
    "spoil", [_a_lie, _no_log, _a_broken_log, _wrong_rows, _noise, _an_old_one, _another_stream_s]
)  # fmt: skip
def test_whatever_a_snapshot_says_what_stands_in_the_end_is_what_the_log_says(
    near: NearHub, pair: tuple[Store, Store], spoil: Callable[[NearHub, Store, str], None]
) -> None:
    lead, second = pair
    spoil(near, lead, _visit(lead).stream_id)
    near.synced(second)
    _same(lead, second)
    assert second.marks.all_set_aside() == []


def test_no_body_is_sealed_a_second_time_with_other_bytes(
    near: NearHub, pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its nonce is its header's: a body that was packed otherwise, as by an older version, travels as it is."""
    lead, second = pair
    pressed = inside._small
    monkeypatch.setattr(inside, "_SHARED_ZSTD", b"\x01")
    monkeypatch.setattr(inside, "_small", inside.packed)
    a_note(lead, _visit(lead), "Packed by an older version.")
    monkeypatch.setattr(inside, "_SHARED_ZSTD", b"\x02")
    monkeypatch.setattr(inside, "_small", pressed)
    near.synced(lead)
    assert portrayed(lead, _visit(lead).stream_id, near.road(lead))
    near.synced(second)
    for stream in lead.keyring.streams():
        assert list(second.ledger.sealed(stream, {})) == list(lead.ledger.sealed(stream, {}))
    _same(lead, second)


def test_a_snapshot_packed_by_another_version_is_left_alone(
    near: NearHub, pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, second = pair
    monkeypatch.setattr(snapshot, "packer", lambda: "0.9.1")
    for do in _jobs(near, second):
        do()
        assert ahead.streams(second) == []
    _same(lead, second)


def test_only_whoever_belongs_hands_one_in_or_fetches_it(near: NearHub, pair: tuple[Store, Store]) -> None:
    lead, second = pair
    stranger = _store(near.folder.parent / "Stranger", "Stranger")
    near.enrol(stranger)
    stream = _visit(lead).stream_id
    for deed in (lambda road: road.fetch_snapshot(stream), lambda road: road.keep_snapshot(stream, b"mine")):
        with pytest.raises(Refused):
            deed(near.road(stranger))
    members.remove(lead, stream, second.device.id)
    near.synced(lead)
    for deed in (lambda road: road.fetch_snapshot(stream), lambda road: road.keep_snapshot(stream, b"mine")):
        with pytest.raises(Refused):
            deed(near.road(second))
    stranger.close()


def test_one_is_made_again_only_when_the_stream_has_doubled(near: NearHub, pair: tuple[Store, Store]) -> None:
    lead, _second = pair
    stream = _visit(lead).stream_id
    before = near.road(lead).fetch_snapshot(stream)
    assert before is not None
    a_note(lead, _visit(lead), "One more.")
    near.synced(lead)
    assert near.road(lead).fetch_snapshot(stream) == before
    for number in range(4 * NOTES):
        a_note(lead, _visit(lead), f"And {number}.")
    near.synced(lead)
    assert near.road(lead).fetch_snapshot(stream) != before


class _Older(NearRoad):
    """The road to a hub that knows no snapshots."""

    asked = 0

    def _ask(self, method: str, path: str, body: bytes) -> bytes:
        if "snapshot" in path:
            self.asked += 1
            return heard(404, b"")
        return super()._ask(method, path, body)


def test_an_older_hub_is_asked_once_and_everything_comes_by_its_pages(near: NearHub, tmp_path: Path) -> None:
    lead = _store(tmp_path / "Lead", "Lead")
    near.enrol(lead)
    there = new_visit(lead)
    for number in range(NOTES):
        a_note(lead, there, f"Note {number}.")
    road = _Older(near, lead, str)
    for _ in range(3):
        for job in exchange.rounds(lead, near.known, Progress(), road):
            run_now(job, lead)
    assert road.asked == 1
    lead.close()


def test_a_road_that_is_cut_off_before_the_snapshot_leaves_the_sync_whole(near: NearHub, tmp_path: Path) -> None:
    lead = _store(tmp_path / "Lead", "Lead")
    near.enrol(lead)
    there = new_visit(lead)
    for number in range(NOTES):
        a_note(lead, there, f"Note {number}.")
    progress = Progress()
    fates = chain(repeat("", 3), repeat("lost"))
    for job in exchange.rounds(lead, near.known, progress, near.road(lead, lambda: next(fates))):
        run_now(job, lead)
    assert progress.is_over
    near.synced(lead)
    assert near.road(lead).fetch_snapshot(there.stream_id) is not None
    lead.close()
