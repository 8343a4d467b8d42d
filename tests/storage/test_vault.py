# SPDX-License-Identifier: MIT
"""The encrypted file: what is no store, what is half a store, what the disk refuses, and the lock."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import store as stores
from storage.errors import CannotKeep, StoreTrouble
from storage.store import FILE, Store
from storage.vault import Lock, driver, in_memory, open_vault, world
from tests.builders import PASSPHRASE, a_note, a_visit

Maker = Callable[..., tuple[Store, str]]
KEY = bytes(range(32))


def test_nothing_readable_stands_in_the_file(folder_store: Maker) -> None:
    store, _ = folder_store()
    a_note(store, a_visit(store), text="Unmistakable words of a note.")
    assert store.folder is not None
    store.close()
    for path in store.folder.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert b"Unmistakable" not in raw
            assert b"SQLite format" not in raw
            assert b"Practice Inspector" not in raw


def test_a_file_opens_with_its_key_only(tmp_path: Path) -> None:
    path = tmp_path / FILE
    db = open_vault(path, KEY)
    db.execute("CREATE TABLE t (a)")
    db.close()
    assert open_vault(path, KEY).table_names() == ["t"]
    with pytest.raises(StoreTrouble, match="damaged, or is no Arolwg store"):
        open_vault(path, bytes(32))


def test_a_file_that_is_no_store_is_left_as_it_was(folder_store: Maker) -> None:
    store, _ = folder_store()
    store.close()
    assert store.folder is not None
    for other in (b"a letter, not a store", b"SQLite format 3\0" + bytes(4080), bytes(8192)):
        (store.folder / FILE).write_bytes(other)
        for read_only in (False, True):
            with pytest.raises(StoreTrouble, match="no Arolwg store"):
                stores.open_store(store.folder, PASSPHRASE, read_only=read_only)
        assert (store.folder / FILE).read_bytes() == other


@pytest.mark.parametrize("cut", [1, 4096, 40_000])
def test_a_truncated_store_is_refused_and_not_touched(folder_store: Maker, cut: int) -> None:
    store, _ = folder_store()
    a_note(store, a_visit(store))
    store.close()
    assert store.folder is not None
    path = store.folder / FILE
    half = path.read_bytes()[:-cut]
    path.write_bytes(half)
    for read_only in (True, False):
        with pytest.raises(StoreTrouble):
            stores.open_store(store.folder, PASSPHRASE, read_only=read_only).refold()
    assert path.read_bytes() == half


def test_a_flipped_bit_never_passes_for_a_note(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    for number in range(30):
        a_note(store, visit, text=f"Note {number}")
    store.close()
    assert store.folder is not None
    path = store.folder / FILE
    raw = bytearray(path.read_bytes())
    for place in range(5000, len(raw), 9973):
        raw[place] ^= 1
    path.write_bytes(raw)
    with pytest.raises(StoreTrouble, match="damaged"):
        stores.open_store(store.folder, PASSPHRASE).refold()


def test_looking_at_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="no store in the folder"):
        open_vault(tmp_path / FILE, KEY, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_or_gone_cannot_keep_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "gone", tmp_path / "file"):
        with pytest.raises(CannotKeep):
            open_vault(folder / FILE, KEY)


def test_a_folder_without_the_right_to_write_says_so(folder_store: Maker) -> None:
    store, _ = folder_store()
    store.close()
    assert store.folder is not None
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere: the test of a read-only disk shows the same")
    store.folder.chmod(0o500)
    try:
        with pytest.raises(CannotKeep, match="cannot be written"):
            stores.open_store(store.folder, PASSPHRASE)
    finally:
        store.folder.chmod(0o700)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a folder read-only, as Linux does")
@pytest.mark.needs_root_filesystem
def test_a_read_only_disk_says_so_and_can_still_be_looked_at(folder_store: Maker) -> None:
    store, _ = folder_store()
    me = store.me
    store.close()
    assert store.folder is not None
    bound = subprocess.run(
        ["mount", "--bind", "-o", "ro", store.folder, store.folder], capture_output=True, check=False
    )
    if bound.returncode:
        pytest.skip("no right to mount here")
    try:
        with pytest.raises(CannotKeep):
            stores.open_store(store.folder, PASSPHRASE)
        looked_at = stores.open_store(store.folder, PASSPHRASE, read_only=True)
        assert looked_at.me == me
        looked_at.close()
    finally:
        subprocess.run(["umount", store.folder], check=True)


_FILL = """
import resource, signal, sys
from pathlib import Path
from storage.acts import notes
from storage.errors import CannotKeep
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visits
from storage.store import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(Path(sys.argv[1]), sys.argv[2])
visit = visits(store)[0]
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
kept = 0
try:
    for number in range(5000):
        notes.write(store, visit, f"Note {number}. " + "words " * 200)
        kept += 1
except CannotKeep as trouble:
    told = str(trouble)
assert len(notes_of_visit(store, visit.id)) == kept, "a note that was not kept is shown"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
notes.write(store, visit, "There is room again.")
assert len(notes_of_visit(store, visit.id)) == kept + 1
store.close()
print(kept, told)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are POSIX")
def test_a_full_disk_keeps_what_was_kept_says_so_and_goes_on_when_there_is_room(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    store.close()
    assert store.folder is not None
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _FILL, str(store.folder), PASSPHRASE],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    kept = int(done.stdout.split()[0])
    assert kept > 0
    reopened = stores.open_store(store.folder, PASSPHRASE)
    assert len(reopened.ledger.changes(stream=visit.stream_id, entity="note")) == kept + 1
    reopened.close()


def test_the_lock_keeps_a_second_out_until_it_is_freed(tmp_path: Path) -> None:
    lock = Lock(tmp_path)
    with pytest.raises(StoreTrouble, match="already open"):
        Lock(tmp_path)
    lock.free()
    Lock(tmp_path).free()


def test_a_failed_opening_leaves_no_lock_behind(folder_store: Maker) -> None:
    store, _ = folder_store()
    store.close()
    assert store.folder is not None
    good = (store.folder / FILE).read_bytes()
    (store.folder / FILE).write_bytes(b"no store")
    with pytest.raises(StoreTrouble):
        stores.open_store(store.folder, PASSPHRASE)
    (store.folder / FILE).write_bytes(good)
    stores.open_store(store.folder, PASSPHRASE).close()


def test_a_store_on_disk_keeps_what_was_committed_through_a_power_cut(tmp_path: Path) -> None:
    db = open_vault(tmp_path / FILE, KEY)
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA synchronous").fetchone()[0] in (1, 2)
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    db.close()


def test_bugs_are_not_called_trouble() -> None:
    db = in_memory(KEY)
    with pytest.raises(driver.OperationalError, match="no such table"), world():
        db.execute("SELECT * FROM nowhere")
    with pytest.raises(KeyError), world():
        raise KeyError("a bug")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database or disk is full", CannotKeep),
        ("disk I/O error", CannotKeep),
        ("attempt to write a readonly database", CannotKeep),
        ("unable to open database file", CannotKeep),
        ("database is locked", StoreTrouble),
        ("file is not a database", StoreTrouble),
        ("database disk image is malformed", StoreTrouble),
    ],
)
def test_the_drivers_words_become_plain_ones_with_advice(said: str, kind: type[Exception], tmp_path: Path) -> None:
    with pytest.raises(kind) as told, world(tmp_path):
        raise driver.OperationalError(said)
    assert said not in str(told.value)
    assert str(told.value).count(".") >= 2
