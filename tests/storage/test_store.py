# SPDX-License-Identifier: MIT
"""The one door: what is refused, what is told, who may open the file."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import store as stores
from storage.acts import findings, notes
from storage.errors import CannotKeep, Refused, StoreTrouble, WrongPassphrase
from storage.gesture import Gesture
from storage.model.ids import StreamId
from storage.model.note import Note
from storage.queries.findings import findings_of_visit
from storage.queries.notes import note, notes_of_visit
from storage.store import Recorded, Store
from tests.builders import PASSPHRASE, a_finding, a_note, a_store, a_visit, again, hand_over, join

Maker = Callable[..., tuple[Store, str]]


def test_what_is_recorded_can_be_read_at_once(store: Store) -> None:
    visit = a_visit(store)
    written = a_note(store, visit, text="Two files had no plan.")
    assert notes_of_visit(store, visit.id) == (written,)


def test_changes_are_numbered_without_gaps_per_stream_and_their_ticks_rise(store: Store) -> None:
    one, two = a_visit(store), a_visit(store)
    for visit in (one, two, one):
        a_note(store, visit)
    for visit, count in ((one, 4), (two, 3)):
        changes = store.ledger.changes(stream=visit.stream_id)
        assert [change.seq for change in changes] == list(range(1, count + 1))
        assert [change.tick for change in changes] == sorted({change.tick for change in changes})


def test_recording_nothing_keeps_nothing_and_tells_nobody(store: Store) -> None:
    heard: list[Recorded] = []
    store.listen(heard.append)
    assert store.record() == ()
    assert heard == []


def test_everybody_who_listens_hears_what_was_recorded_after_it_was_kept(store: Store) -> None:
    visit = a_visit(store)
    heard: list[tuple[Recorded, int]] = []
    store.listen(lambda news: heard.append((news, len(notes_of_visit(store, visit.id)))))
    a_note(store, visit)
    [(news, notes_then)] = heard
    assert news.source == "here"
    assert notes_then == 1
    assert news.touches(visit.stream_id)
    assert not news.touches("another")


def test_recording_while_announcing_is_refused_loudly(store: Store) -> None:
    visit = a_visit(store)
    store.listen(lambda _news: notes.write(store, visit, "an answer to news"))
    with pytest.raises(RuntimeError, match="while announcing"):
        notes.write(store, visit, "the news")
    assert [each.text for each in notes_of_visit(store, visit.id)] == ["the news"]


def test_taking_in_while_announcing_is_refused_too(store: Store) -> None:
    visit = a_visit(store)
    guest = a_store("Second Inspector")
    join(store, visit.stream_id, guest)
    a_finding(guest, visit)
    store.listen(lambda _news: hand_over(guest, store, visit.stream_id))
    with pytest.raises(RuntimeError, match="while announcing"):
        a_note(store, visit)


def test_a_listener_that_fails_does_not_leave_the_store_deaf(store: Store) -> None:
    visit = a_visit(store)
    failing = iter([True])

    def listener(_news: Recorded) -> None:
        if next(failing, False):
            raise ValueError("a screen broke")

    store.listen(listener)
    with pytest.raises(ValueError, match="a screen broke"):
        a_note(store, visit)
    a_note(store, visit)
    assert len(notes_of_visit(store, visit.id)) == 2


def test_what_a_rule_forbids_is_refused_whole_and_leaves_no_trace(store: Store) -> None:
    visit = a_visit(store)
    reader = a_store("Quality Reader")
    join(store, visit.stream_id, reader, "quality_reader")
    before = reader.ledger.vector(visit.stream_id)
    heard: list[Recorded] = []
    reader.listen(heard.append)
    with pytest.raises(Refused, match="role"):
        findings.state(reader, visit, "Readers do not state findings.")
    assert reader.ledger.vector(visit.stream_id) == before
    assert findings_of_visit(reader, visit.id) == ()
    assert heard == []


def test_after_a_refusal_the_next_change_takes_the_free_number(store: Store) -> None:
    visit = a_visit(store)
    guest = a_store("Second Inspector")
    join(store, visit.stream_id, guest)
    a_note(store, visit)
    hand_over(store, guest, visit.stream_id)
    theirs = notes_of_visit(guest, visit.id)[0]
    with pytest.raises(Refused, match="another inspector"):
        notes.amend(guest, theirs, text="Not mine to reword.")
    a_finding(guest, visit)
    assert guest.ledger.vector(visit.stream_id)[guest.device.id] == 1


def test_a_change_in_a_stream_without_a_key_here_is_a_bug_not_trouble(store: Store) -> None:
    gesture = Gesture("notes.write", store.me)
    gesture.add(Note(id="n", stream_id=StreamId("unknown.stream"), text="words"))
    with pytest.raises(RuntimeError, match="no key"):
        store.record(*gesture.changes)


def test_refolding_gives_the_very_same_records(store: Store) -> None:
    visit = a_visit(store)
    written = [a_note(store, visit, text=f"Note {number}.") for number in range(5)]
    notes.withdraw(store, written[0])
    before = [note(store, each.id) for each in written]
    store.refold()
    assert [note(store, each.id) for each in written] == before


def test_a_store_lives_through_closing_and_opening(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    written = a_note(store, visit)
    store.close()
    assert store.folder is not None
    reopened = stores.open_store(store.folder, PASSPHRASE)
    assert note(reopened, written.id) == written
    assert reopened.device.id == store.device.id
    reopened.close()


def test_a_second_store_is_not_begun_over_a_first(folder_store: Maker) -> None:
    store, _ = folder_store()
    assert store.folder is not None
    with pytest.raises(StoreTrouble, match="already"):
        stores.create(store.folder, PASSPHRASE)


def test_a_folder_that_cannot_be_made_gets_a_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotKeep):
        stores.create(tmp_path / "file" / "store", PASSPHRASE)


def test_a_folder_without_a_store_gets_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="no store"):
        stores.open_store(tmp_path, PASSPHRASE)


def test_a_wrong_passphrase_changes_nothing(folder_store: Maker) -> None:
    store, _ = folder_store()
    store.close()
    assert store.folder is not None
    before = {path.name: path.read_bytes() for path in store.folder.iterdir() if path.name != "lock"}
    with pytest.raises(WrongPassphrase):
        stores.open_store(store.folder, "another")
    assert {path.name: path.read_bytes() for path in store.folder.iterdir() if path.name != "lock"} == before


_OPEN = """
import sys
from pathlib import Path
from storage.errors import StoreTrouble
from storage.store import open_store
try:
    store = open_store(Path(sys.argv[1]), sys.argv[2], read_only=sys.argv[3] == "look")
except StoreTrouble as trouble:
    sys.exit(str(trouble))
store.close()
"""


def _another_process(folder: Path, how: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _OPEN, str(folder), PASSPHRASE, how],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_second_process_is_kept_out_but_may_look(folder_store: Maker) -> None:
    store, _ = folder_store()
    a_visit(store)
    assert store.folder is not None
    writing = _another_process(store.folder, "work")
    assert writing.returncode == 1
    assert "already open" in writing.stderr
    assert _another_process(store.folder, "look").returncode == 0
    store.close()
    assert _another_process(store.folder, "work").returncode == 0


def test_a_store_opened_to_look_shows_everything_and_keeps_nothing(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    written = a_note(store, visit)
    assert store.folder is not None
    looking = stores.open_store(store.folder, PASSPHRASE, read_only=True)
    assert looking.is_read_only
    assert not store.is_read_only
    assert note(looking, written.id) == written
    with pytest.raises(CannotKeep):
        a_note(looking, visit)
    looking.close()


def test_a_store_whose_tables_an_older_model_folded_is_folded_again(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    store.marks.keep("fingerprint", "an older model")
    store.db.execute('DELETE FROM "visit"')
    store.close()
    assert store.folder is not None
    with pytest.raises(StoreTrouble, match="another version"):
        stores.open_store(store.folder, PASSPHRASE, read_only=True)
    reopened = stores.open_store(store.folder, PASSPHRASE)
    assert again(reopened, visit) == visit
    reopened.close()


def test_a_copied_store_is_a_new_device_that_its_predecessor_vouches_for(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    mine = a_note(store, visit)
    store.close()
    assert store.folder is not None
    copy = shutil.copytree(store.folder, tmp_path / "copy")
    other = stores.open_store(copy, PASSPHRASE)
    assert other.device.id != store.device.id
    assert [device.id for device in other.before] == [store.device.id]
    notes.amend(other, again(other, mine), text="Reworded on the copy.")
    assert again(other, mine).text == "Reworded on the copy."
    old = stores.open_store(store.folder, PASSPHRASE)
    assert old.device.id == store.device.id
    hand_over(other, old, visit.stream_id)
    assert again(old, mine).text == "Reworded on the copy."
    other.close()
    old.close()
