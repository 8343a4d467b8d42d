# SPDX-License-Identifier: MIT
"""A backup is whole or not there; it is refused clearly; it comes when it is due; five stay."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import backup, documents, keys
from storage.backup import KEPT, backing_up, backups, is_due, last, looking, mark_of
from storage.backup_file import inspect
from storage.errors import CannotKeep, Refused
from storage.job import Cancelled, run_now
from storage.store import Store, open_store
from tests.builders import PASSPHRASE, FakeClock, a_note, a_visit

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give an empty folder that stands for a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_holds_store_journal_keys_and_documents_and_is_remembered(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    documents.keep(store, visit.stream_id, b"a scan", subject=visit.id, title="Scan", media_type="image/png")
    said: list[float] = []
    made = run_now(backing_up(stick), store, said.append)
    assert names(stick) == [Path(made.file).name]
    listed = inspect(Path(made.file))
    assert [name.split("/")[0] for name in listed.files] == ["keys.json", "arolwg.store", "journal", "documents"]
    assert made.documents == 1
    assert last(store) == made
    assert said == sorted(said)
    assert store.folder is not None
    assert "store.copy" not in names(store.folder)
    assert b"a scan" not in Path(made.file).read_bytes()


def test_five_stay_and_those_of_others_are_never_touched(folder_store: Maker, stick: Path, clock: FakeClock) -> None:
    one, _ = folder_store("one")
    two, _ = folder_store("two")
    theirs = run_now(backing_up(stick), two)
    made = []
    for _turn in range(KEPT + 2):
        clock.step(hours=5)
        made.append(run_now(backing_up(stick), one).file)
    assert [str(each) for each in backups(stick, mark_of(one))] == made[: -KEPT - 1 : -1]
    assert Path(theirs.file).exists()
    assert len(backups(stick)) == KEPT + 1


def test_a_clock_set_back_does_not_lose_the_newest(folder_store: Maker, stick: Path, clock: FakeClock) -> None:
    store, _ = folder_store()
    for _turn in range(KEPT):
        clock.step(hours=5)
        run_now(backing_up(stick), store)
    clock.step(days=-400)
    made = run_now(backing_up(stick), store)
    assert Path(made.file).exists()
    assert len(backups(stick)) == KEPT


def test_two_in_one_second_have_two_names(folder_store: Maker, stick: Path, clock: FakeClock) -> None:
    store, _ = folder_store()
    assert run_now(backing_up(stick), store).file != run_now(backing_up(stick), store).file


def test_it_is_due_when_the_hours_have_passed_and_something_was_written(
    folder_store: Maker, stick: Path, clock: FakeClock
) -> None:
    store, _ = folder_store()
    assert is_due(store, stick, 4)
    run_now(backing_up(stick), store)
    clock.step(hours=5)
    assert not is_due(store, stick, 4)  # nothing was written
    visit = a_visit(store)
    assert is_due(store, stick, 4)
    run_now(backing_up(stick), store)
    clock.step(hours=5)
    assert not is_due(store, stick, 4)
    assert store.folder is not None
    keys.change_passphrase(store.folder, PASSPHRASE, "four quiet words here")
    assert is_due(store, stick, 4)  # this one opens with the old passphrase only
    run_now(backing_up(stick), store)
    a_note(store, visit)
    clock.step(hours=3)
    assert not is_due(store, stick, 4)
    clock.step(days=-30)
    assert is_due(store, stick, 4)  # a clock set back puts nothing off
    assert is_due(store, stick.parent, 4)  # another folder has none yet


def test_looking_says_when_one_is_wanted_and_a_stick_at_home_wants_nothing(
    folder_store: Maker, stick: Path, tmp_path: Path
) -> None:
    store, _ = folder_store()
    assert not run_now(looking(tmp_path / "at home", 4), store)
    assert run_now(looking(stick, 4), store)
    made = run_now(backing_up(stick), store)
    assert not run_now(looking(stick, 4), store)
    Path(made.file).unlink()
    assert run_now(looking(stick, 4), store)


def test_a_store_in_use_goes_on_being_used(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    job = backing_up(stick)
    taken = job.take(store)
    note = a_note(store, visit, text="Written meanwhile.")
    made = job.put(store, job.work(taken, lambda _part: None))
    assert Path(made.file).exists()
    assert note


def test_stopping_leaves_nothing_behind(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    a_visit(store)
    for at in (0.0, 0.3, 0.7):

        def tick(part: float, at: float = at) -> None:
            if part >= at:
                raise Cancelled

        with pytest.raises(Cancelled):
            run_now(backing_up(stick), store, tick)
        assert names(stick) == []
        assert store.folder is not None
        assert "store.copy" not in names(store.folder)
    assert last(store) is None


def test_a_folder_that_is_gone_is_told_with_what_to_do(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    with pytest.raises(CannotKeep, match="not there") as told:
        run_now(backing_up(tmp_path / "unplugged"), store)
    assert "stick" in told.value.advice


def test_a_stick_pulled_in_the_middle_is_told(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()

    def pull(part: float) -> None:
        if part > 0.6 and stick.exists():
            stick.rename(stick.with_name("elsewhere"))

    with pytest.raises(CannotKeep, match="not there any more"):
        run_now(backing_up(stick), store, pull)
    assert last(store) is None


def test_a_full_disk_is_refused_before_anything_is_written(
    folder_store: Maker, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = folder_store()

    class Full:
        free = 4096

    monkeypatch.setattr(backup.shutil, "disk_usage", lambda _folder: Full)  # type: ignore[attr-defined]
    with pytest.raises(CannotKeep, match="not enough room"):
        run_now(backing_up(stick), store)
    assert names(stick) == []


def test_a_backup_inside_the_stores_own_folder_is_refused(folder_store: Maker) -> None:
    store, _ = folder_store()
    assert store.folder is not None
    for inside in (store.folder, store.folder / "backups"):
        with pytest.raises(Refused, match="lost with it"):
            run_now(backing_up(inside), store)


def test_one_on_the_same_disk_says_so(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    assert run_now(backing_up(stick), store).is_beside  # a test has but one disk


def test_what_a_cut_off_backup_left_is_swept(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    left = stick / f"arolwg-20180101-000000-{mark_of(store)}.backup.part"
    left.write_bytes(b"half")
    run_now(backing_up(stick), store)
    assert not left.exists()


@contextmanager
def looked_at(folder: Path) -> Iterator[Store]:
    store = open_store(folder, PASSPHRASE, read_only=True)
    yield store
    store.close()


def test_a_store_opened_to_look_or_without_a_folder_is_not_backed_up(
    store: Store, folder_store: Maker, stick: Path
) -> None:
    with pytest.raises(Refused):
        run_now(backing_up(stick), store)
    kept, _ = folder_store()
    assert kept.folder is not None
    with looked_at(kept.folder) as looking, pytest.raises(Refused):
        run_now(backing_up(stick), looking)
