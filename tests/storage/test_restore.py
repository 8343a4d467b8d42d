# SPDX-License-Identifier: MIT
"""A restored store says what the lost one said, is a new device, and with the lost journal knows its last word."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import documents
from storage.acts import notes
from storage.backup import backing_up
from storage.check import check
from storage.errors import BadFile, StoreTrouble, WrongPassphrase
from storage.job import run_now
from storage.journal import Pencil
from storage.queries.documents import documents_of_stream
from storage.queries.notes import note
from storage.restore import restore
from storage.store import FILE, Store, open_store
from storage.tables import NOUNS
from tests.builders import PASSPHRASE, a_link, a_note, a_visit, again

Maker = Callable[..., tuple[Store, str]]


def rows(store: Store) -> dict[str, list[str]]:
    """Return every row of every table."""
    return {name: sorted(map(repr, store.db.execute(f'SELECT * FROM "{name}"').fetchall())) for name in NOUNS}


@pytest.fixture
def made(folder_store: Maker, tmp_path: Path) -> tuple[Store, Path, str]:
    """Give a store in use, a backup of it, and its recovery code."""
    store, code = folder_store()
    visit = a_visit(store)
    for number in range(3):
        a_link(store, a_note(store, visit, text=f"Note {number}."))
    documents.keep(store, visit.stream_id, b"a scan", subject=visit.id, title="Scan", media_type="image/png")
    (tmp_path / "stick").mkdir()
    return store, Path(run_now(backing_up(tmp_path / "stick"), store).file), code


def test_what_comes_back_is_what_was_there(made: tuple[Store, Path, str], tmp_path: Path) -> None:
    store, file, code = made
    before = rows(store)
    back = restore(file, tmp_path / "new", code)
    assert (back.problems, back.lost, back.documents) == ((), 0, 1)
    again_open = open_store(tmp_path / "new", PASSPHRASE)
    assert rows(again_open) == before
    assert check(again_open).problems == ()
    stream = documents_of_stream
    [scan] = [each for name in again_open.keyring.streams() for each in stream(again_open, name)]
    assert documents.read(again_open, scan) == b"a scan"
    again_open.close()


def test_the_restored_store_is_a_new_device_that_may_go_on_with_its_notes(
    made: tuple[Store, Path, str], tmp_path: Path
) -> None:
    store, file, _code = made
    restore(file, tmp_path / "new", PASSPHRASE)
    there = open_store(tmp_path / "new", PASSPHRASE)
    assert there.device.id != store.device.id
    assert store.device.id in [each.id for each in there.before]
    first = there.db.execute("SELECT id FROM note ORDER BY id").fetchone()[0]
    seen = note(there, first)
    assert seen is not None
    notes.amend(there, seen, text="Amended after the restore.")
    assert again(there, seen).text == "Amended after the restore."
    assert check(there).problems == ()
    there.close()


def test_with_the_lost_journal_what_was_kept_after_the_backup_is_there(
    made: tuple[Store, Path, str], tmp_path: Path
) -> None:
    store, file, _code = made
    visit = a_visit(store)
    a_note(store, visit, text="After the backup.")
    documents.keep(store, visit.stream_id, b"later scan", subject=visit.id, title="Scan", media_type="image/png")
    assert store.journal is not None
    store.journal.pencil(Pencil("note:new", "Not yet ink.", {}, "2018-07-10T10:42:07.000Z"))
    before = rows(store)
    store.close()
    assert store.folder is not None
    (store.folder / FILE).write_bytes(b"overwritten" * 1000)
    back = restore(file, tmp_path / "new", PASSPHRASE, journal=store.folder)
    assert back.problems == ()
    assert back.later > 0
    assert (back.pencils, back.documents) == (1, 2)
    there = open_store(tmp_path / "new", PASSPHRASE)
    assert rows(there) == before
    assert there.journal is not None
    assert [each.text for each in there.journal.unfinished()] == ["Not yet ink."]
    there.close()


def test_a_damaged_journal_still_gives_what_it_can(made: tuple[Store, Path, str], tmp_path: Path) -> None:
    store, file, _code = made
    a_note(store, a_visit(store), text="After the backup.")
    store.close()
    assert store.folder is not None
    journal = store.folder / "journal"
    whole = bytearray(journal.read_bytes())
    whole[300:340] = bytes(40)  # in the old part, which the backup has
    journal.write_bytes(whole)
    back = restore(file, tmp_path / "new", PASSPHRASE, journal=journal)
    assert back.later > 0
    assert back.lost == 1
    there = open_store(tmp_path / "new", PASSPHRASE)
    assert "After the backup." in [row[0] for row in there.db.execute("SELECT text FROM note").fetchall()]
    there.close()


def test_a_journal_older_than_the_backup_takes_nothing_away(made: tuple[Store, Path, str], tmp_path: Path) -> None:
    store, _file, _code = made
    assert store.folder is not None
    assert store.journal is not None
    store.journal.flush()
    old = tmp_path / "old-journal"
    shutil.copyfile(store.folder / "journal", old)
    a_note(store, a_visit(store), text="Newer.")
    newer = Path(run_now(backing_up(tmp_path / "stick"), store).file)
    before = rows(store)
    restore(newer, tmp_path / "new", PASSPHRASE, journal=old)
    there = open_store(tmp_path / "new", PASSPHRASE)
    assert rows(there) == before
    there.close()


def test_what_is_there_is_never_written_over_and_nothing_half_stays(
    made: tuple[Store, Path, str], folder_store: Maker, tmp_path: Path
) -> None:
    _store, file, _code = made
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    with pytest.raises(StoreTrouble, match="not empty"):
        restore(file, tmp_path / "full", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        restore(file, tmp_path / "new", "another")
    assert not (tmp_path / "new").exists()
    (tmp_path / "empty").mkdir()
    file.write_bytes(file.read_bytes()[:-20_000])
    with pytest.raises(BadFile):
        restore(file, tmp_path / "empty", PASSPHRASE)
    assert list((tmp_path / "empty").iterdir()) == []
    assert [each.name for each in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_a_journal_of_another_store_is_refused(
    made: tuple[Store, Path, str], folder_store: Maker, tmp_path: Path
) -> None:
    _store, file, _code = made
    other, _ = folder_store("other")
    other.close()
    with pytest.raises(StoreTrouble, match="another store"):
        restore(file, tmp_path / "new", PASSPHRASE, journal=other.folder)
    assert not (tmp_path / "new").exists()
