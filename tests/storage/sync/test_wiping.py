# SPDX-License-Identifier: MIT
"""Wiping: only what the office provably has, and its day allows; then nothing is left, and nothing brings it back."""

import json
import shutil
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest

from storage import ahead, documents, journal_file, leaving
from storage.acts import guarded, members, notes, retention
from storage.acts.members import begin
from storage.check import check
from storage.errors import Refused
from storage.gesture import Gesture
from storage.incidents import incidents
from storage.job import run_now
from storage.model.change import Change
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.pencil import Pencil
from storage.queries.documents import documents_of_stream
from storage.queries.notes import notes_of_visit
from storage.queries.standing import FILES, RECEIPTS
from storage.queries.visits import visit as visit_of
from storage.queries.visits import visits
from storage.rebuild import rebuild
from storage.steps import Steps, whole
from storage.store import Store, open_store
from storage.sync import parcel, receipt
from storage.sync.preview import look
from storage.sync.wiping import Certificate, allow_back, certificates, clearing, may_go, wipe, wiping
from storage.twice import known_from
from tests.builders import PASSPHRASE, FakeClock, a_note, a_store, a_visit, again
from tests.storage.hub.near import NearHub

WORDS = "Zanzibar marmalade"
Make = Callable[..., tuple[Store, str]]


def _received(store: Store, stream: StreamId) -> None:
    """Stand in for a sync that has gone through: the receipt and the hub's list cover everything that is here."""
    ends = {
        str(device): (seq, store.ledger.newest(stream, device)[1].hex())
        for device, seq in store.ledger.vector(stream).items()
    }
    receipt.keep(store, {stream: ends}, "2030-01-01T00:00:00.000Z")
    store.marks.keep(FILES, {stream: [each.sealed for each in documents_of_stream(store, stream)]})


@pytest.fixture
def planted(folder_store: Make, clock: FakeClock) -> tuple[Store, Visit]:
    """Give a store with a visit full of planted words, all of it with the office, its day gone by; and a second one."""
    store, _code = folder_store("mine")
    visit = a_visit(store, conclusion=f"Concluded: {WORDS}.")
    a_note(store, visit, f"First {WORDS}.")
    documents.keep(store, visit.stream_id, f"scan of {WORDS}".encode(), subject=visit.id, title=f"{WORDS}.png")
    guarded.guard(store, visit.id, [WORDS])
    other = a_visit(store, dates="2018-08-01")
    a_note(store, other, "Another visit's words stay.")
    documents.keep(store, other.stream_id, b"another scan", subject=other.id, title="other.png")
    clock.step(days=7 * 365)
    _received(store, visit.stream_id)
    return store, again(store, visit)


def _everything(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())


def _opened_journal(store: Store) -> str:
    assert store.folder is not None
    entries = journal_file.read(store.folder / journal_file.FILE, store.unlocked.journal).entries
    return repr([(each.kind, each.data) for each in entries])


def test_nothing_of_a_wiped_visit_is_left_in_the_folder(planted: tuple[Store, Visit], clock: FakeClock) -> None:
    store, visit = planted
    folder = store.folder
    assert folder is not None
    (sealed,) = (each.sealed for each in documents_of_stream(store, visit.stream_id))
    (folder / "arolwg.store.before-1").write_bytes(b"an older copy")
    heard: list[str] = []
    store.listen(lambda news: heard.append(f"{news.source} {news.touches(visit.stream_id)}"))
    made = wipe(store, visit, "Its day has come.")
    assert heard == ["wiped True"]
    assert (made.documents, made.authority, made.reason) == (1, "Practice Borough Council", "Its day has come.")
    assert visit_of(store, visit.id) is None
    assert store.shelf.get(sealed) is None
    assert store.keyring.keys(visit.stream_id) == {}
    assert store.db.execute("SELECT count(*) FROM search_place WHERE stream_id = ?", (visit.stream_id,)).fetchone() == (
        0,
    )
    assert guarded.guarded(store, visit.id) == ()
    marks = {name: value for name, value in store.db.execute("SELECT name, value FROM meta").fetchall()}
    assert [name for name, value in marks.items() if WORDS in value or visit.stream_id in value] == [leaving.WIPED]
    known = known_from(journal_file.read(folder / journal_file.FILE, store.unlocked.journal).entries)
    assert visit.stream_id not in {ref[0] for ref in known.sealed} | {name[0] for name in known.keys}
    assert WORDS not in _opened_journal(store)
    whole = _everything(folder)
    assert all(word not in whole for word in (WORDS.encode(), sealed.encode(), b"an older copy"))
    assert incidents(folder)[-1]["what"] == "wiped"
    assert check(store).problems == ()
    (kept,) = certificates(store)
    assert kept == made


def test_the_rest_of_the_store_is_as_it_was_also_after_a_restart_and_a_rebuild(
    planted: tuple[Store, Visit], tmp_path: Path
) -> None:
    store, visit = planted
    wipe(store, visit, "Its day has come.")
    folder = store.folder
    assert folder is not None
    (other,) = (each for each in (visit_of(store, row[0]) for row in store.db.execute("SELECT id FROM visit")) if each)
    a_note(store, other, "Work goes on.")
    store.close()
    rebuild(folder, PASSPHRASE, tmp_path / "rebuilt")
    for place in (folder, tmp_path / "rebuilt"):
        with closing(open_store(place, PASSPHRASE)) as found:
            assert {each.text for each in notes_of_visit(found, other.id)} == {
                "Another visit's words stay.",
                "Work goes on.",
            }
            assert visit_of(found, visit.id) is None
            assert [each.visit_id for each in certificates(found)] == [visit.id]
            assert check(found).problems == ()


def test_ink_is_still_never_deleted_afterwards(planted: tuple[Store, Visit]) -> None:
    store, visit = planted
    wipe(store, visit, "Its day has come.")
    with pytest.raises(Exception, match="ink is never deleted"):
        store.db.execute("DELETE FROM changes")


def test_a_wipe_that_is_cut_off_is_finished_at_the_next_start(
    planted: tuple[Store, Visit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, visit = planted
    folder = store.folder
    assert folder is not None
    assert store.journal is not None
    store.journal.flush()
    with monkeypatch.context() as cut:
        cut.setattr(leaving, "cleared", lambda *_: False)
        with pytest.raises(Exception, match="still in use"):
            wipe(store, visit, "Its day has come.")
    store.journal.flush()
    shutil.copytree(folder, tmp_path / "cut")  # as the power cut leaves it: never closed
    with closing(open_store(tmp_path / "cut", PASSPHRASE)) as found:
        assert visit_of(found, visit.id) is None
        assert not leaving.is_unfinished(found)
        assert WORDS not in _opened_journal(found)
        assert visit.stream_id not in found.keyring.streams()
        assert guarded.guarded(found, visit.id) == ()
        assert len(certificates(found)) == 1
        assert len(found.shelf.names()) == 1


def test_what_the_office_does_not_have_is_not_wiped(planted: tuple[Store, Visit]) -> None:
    store, visit = planted
    a_note(store, visit, "Not synced yet.")
    with pytest.raises(Refused, match="does not provably have everything of this visit: 1 "):
        wipe(store, visit, "Its day has come.")
    _received(store, visit.stream_id)
    store.marks.keep(FILES, {})
    with pytest.raises(Refused, match="does not provably"):
        may_go(store, visit)
    store.marks.keep(RECEIPTS, {})
    with pytest.raises(Refused, match="does not provably"):
        may_go(store, visit)
    assert visit_of(store, visit.id) is not None


def test_a_visit_that_is_not_all_here_is_not_wiped(planted: tuple[Store, Visit], clock: FakeClock) -> None:
    """What is still to come may be a legal hold."""
    store, visit = planted
    clock.step(days=366 * 40)
    _received(store, visit.stream_id)
    store.marks.keep(ahead.MARK, [visit.stream_id])
    with pytest.raises(Refused, match="still arriving"):
        may_go(store, visit)
    store.marks.keep(ahead.MARK, [])
    ends = {str(device): (seq + 1, "00" * 32) for device, seq in store.ledger.vector(visit.stream_id).items()}
    receipt.keep(store, {visit.stream_id: ends}, "2030-01-01T00:00:00.000Z")
    with pytest.raises(Refused, match="more of this visit than is here"):
        may_go(store, visit)


def test_a_receipt_of_the_day_before_yesterday_is_asked_for_anew(
    planted: tuple[Store, Visit], clock: FakeClock
) -> None:
    """The hub may have been restored since: another sync would notice, and give it back what it forgot."""
    store, visit = planted
    clock.step(days=2)
    with pytest.raises(Refused, match="more than a day old"):
        wipe(store, visit, "Its day has come.")
    _received(store, visit.stream_id)
    may_go(store, visit)


def test_a_hold_an_early_day_and_unfinished_typing_keep_it(planted: tuple[Store, Visit], clock: FakeClock) -> None:
    store, visit = planted
    retention.hold(store, visit, "A court has asked for it.")
    _received(store, visit.stream_id)
    with pytest.raises(Refused, match="legal hold"):
        wipe(store, again(store, visit), "Its day has come.")
    retention.lift(store, again(store, visit), "The case is over.")
    _received(store, visit.stream_id)
    assert store.journal is not None
    store.journal.pencil(Pencil("note:new", "half a sentence", {"visit": visit.id}))
    with pytest.raises(Refused, match="not kept yet"):
        may_go(store, again(store, visit))
    store.journal.rub_out("note:new")
    with pytest.raises(Refused, match="needs a reason"):
        wipe(store, again(store, visit), " ")
    clock.step(days=-6 * 365)
    with pytest.raises(Refused, match="kept until 2024-07-11"):
        may_go(store, again(store, visit))


def test_the_office_may_let_it_go_before_its_day(folder_store: Make, clock: FakeClock) -> None:
    office, _code = folder_store("office")
    gesture = Gesture("visits.plan", office.me)
    stream = begin(office, gesture, role="office")
    gesture.add(Visit(id="v" * 32, stream_id=stream, authority_id="a" * 32, dates="2018-07-10"))
    office.record(*gesture.changes)
    visit = visit_of(office, "v" * 32)
    assert visit is not None
    _received(office, stream)
    with pytest.raises(Refused, match="to be kept until"):
        may_go(office, visit)
    retention.release(office, visit, "We have all of it.")
    _received(office, stream)
    assert wipe(office, again(office, visit), "Released.").released == "We have all of it."


def test_a_standing_record_is_not_wiped_with_one_visit(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    gesture = Gesture("visits.remember", store.me)
    gesture.add(Visit(id="p" * 32, stream_id=visit.stream_id, authority_id=visit.authority_id))
    store.record(*gesture.changes)
    with pytest.raises(Refused, match="standing record"):
        may_go(store, visit)


def test_a_parcel_brings_it_back_only_when_somebody_allows_it_on_purpose(
    planted: tuple[Store, Visit], tmp_path: Path
) -> None:
    store, visit = planted
    partner = a_store("Partner")
    members.grant(store, visit.stream_id, members.my_card(partner), "second")
    streams = [visit.stream_id]
    parcel.write(store, streams, tmp_path / "there", parcel.addressees(store, streams))
    parcel.read(partner, tmp_path / "there")
    _received(store, visit.stream_id)
    wipe(store, again(store, visit), "Its day has come.")
    notes.write(partner, visit, "Written later.")
    parcel.write(partner, streams, tmp_path / "back", parcel.addressees(partner, streams), everything=True)
    with pytest.raises(Refused, match="wiped from this laptop"):
        parcel.read(store, tmp_path / "back")
    assert [part.has_left for part in look(store, tmp_path / "back").parts] == [True]
    with pytest.raises(Refused, match="No such visit"):
        allow_back(store, "another")
    allow_back(store, visit.id)
    parcel.read(store, tmp_path / "back")
    assert len(notes_of_visit(store, visit.id)) == 2
    a_note(store, again(store, visit), "And on it goes.")
    assert check(store).problems == ()
    assert json.dumps(incidents(store.folder or tmp_path)[-1]).count("welcomed back") == 1
    partner.close()


def test_nobody_goes_on_in_a_visit_that_is_half_back(planted: tuple[Store, Visit]) -> None:
    store, visit = planted
    stream = visit.stream_id
    keys, first = store.keyring.keys(stream), next(iter(store.ledger.sealed(stream, {})))
    wipe(store, visit, "Its day has come.")
    allow_back(store, visit.id)
    change = a_change_in(store, stream)
    with store.transaction():
        for epoch, key in keys.items():
            store.keyring.keep(stream, epoch, key)
    with pytest.raises(Refused, match="not come back whole"):
        store.record(change)
    assert first.header.seq == 1


def a_change_in(store: Store, stream: StreamId) -> Change:
    gesture = Gesture("visits.plan", store.me)
    gesture.add(Visit(id="w" * 32, stream_id=stream))
    return gesture.changes[0]


def test_a_sync_leaves_a_wiped_visit_alone_until_it_is_allowed_back(near: NearHub, clock: FakeClock) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    near.enrol(lead, second)
    visit = a_visit(lead)
    documents.keep(lead, visit.stream_id, b"a scan", subject=visit.id, title="scan.png")
    members.grant(lead, visit.stream_id, members.my_card(second), "second")
    near.synced(lead)
    near.synced(second)
    notes.write(second, again(second, visit), "Seen by the second.")
    near.synced(second)
    near.synced(second)
    clock.step(days=7 * 365)
    near.synced(second)
    wipe(second, again(second, visit), "Its day has come.")
    progress = near.synced(second)
    assert (progress.new, visit_of(second, visit.id), second.keyring.streams()) == (0, None, [])
    a_note(lead, visit, "Written after the wipe.")
    near.synced(lead)
    progress = near.synced(second)
    assert (progress.is_over, progress.left, visit_of(second, visit.id)) == (True, {visit.stream_id}, None)
    assert second.shelf.names() == set()
    allow_back(second, visit.id)
    near.synced(second)
    texts = {each.text for each in notes_of_visit(second, visit.id)}
    assert texts == {"Seen by the second.", "Written after the wipe."}
    notes.write(second, again(second, visit), "And on.")
    near.synced(second)
    near.synced(lead)
    assert len(notes_of_visit(lead, visit.id)) == 3


def _steps(store: Store, visit: Visit) -> Steps[Certificate]:
    steps = wiping(visit, "Its day has come.").put(store, None)
    assert isinstance(steps, Generator)
    return steps


def test_stopped_in_the_middle_everything_is_as_it_was(planted: tuple[Store, Visit]) -> None:
    store, visit = planted
    before = store.ledger.vector(visit.stream_id)
    steps = _steps(store, visit)
    for _step in range(12):
        next(steps)
    steps.close()
    assert store.ledger.vector(visit.stream_id) == before
    assert len(notes_of_visit(store, visit.id)) == 1
    assert certificates(store) == ()
    with pytest.raises(Exception, match="ink is never deleted"):
        store.db.execute("DELETE FROM changes")
    a_note(store, again(store, visit), "Work goes on.")


def test_whoever_writes_meanwhile_brings_it_to_its_end_first(planted: tuple[Store, Visit]) -> None:
    store, visit = planted
    steps = _steps(store, visit)
    next(steps)
    (other,) = (each for each in visits(store) if each.id != visit.id)
    a_note(store, other, "Written while a visit goes.")
    assert visit_of(store, visit.id) is None
    assert whole(steps).visit_id == visit.id
    assert certificates(store) == ()  # the journal still has it
    run_now(clearing(), store)
    assert [each.visit_id for each in certificates(store)] == [visit.id]
    assert WORDS not in _opened_journal(store)


def test_a_mark_that_is_kept_while_the_journal_is_sifted_is_in_both(planted: tuple[Store, Visit]) -> None:
    store, visit = planted
    whole(_steps(store, visit))
    job = clearing()
    taken = job.take(store)
    store.marks.keep("kept meanwhile", "a word")
    job.put(store, job.work(taken, lambda _part: None))
    assert store.journal is not None
    store.journal.flush()
    assert "kept meanwhile" in _opened_journal(store)
