# SPDX-License-Identifier: MIT
"""A store made again from its journal says what the first one said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage import documents
from storage.check import check
from storage.errors import CannotKeep, StoreTrouble, WrongPassphrase
from storage.journal import Pencil
from storage.queries.documents import documents_of_stream
from storage.rebuild import rebuild, renew
from storage.store import FILE, Store, open_store
from storage.tables import NOUNS
from tests.builders import PASSPHRASE, a_finding, a_link, a_note, a_session, a_visit

Maker = Callable[..., tuple[Store, str]]


def rows(store: Store) -> dict[str, list[str]]:
    """Return every row of every table."""
    return {name: sorted(map(repr, store.db.execute(f'SELECT * FROM "{name}"').fetchall())) for name in NOUNS}


def a_full_store(folder_store: Maker) -> tuple[Store, str]:
    """Return a store with a bit of everything, and its recovery code."""
    store, code = folder_store()
    visit = a_visit(store)
    a_session(store, visit)
    for number in range(5):
        a_link(store, a_note(store, visit, text=f"Note {number}."))
    a_finding(store, visit)
    documents.keep(store, visit.stream_id, b"a scan", subject=visit.id, title="Scan", media_type="image/png")
    return store, code


@pytest.mark.parametrize("how", ["passphrase", "recovery code"])
def test_a_rebuilt_store_has_the_same_rows_and_documents(folder_store: Maker, tmp_path: Path, how: str) -> None:
    store, code = a_full_store(folder_store)
    before = rows(store)
    assert store.journal is not None
    store.journal.pencil(Pencil("note:new", "Unfinished.", {}, "2018-07-10T10:42:07.000Z"))
    store.close()
    assert store.folder is not None
    (store.folder / FILE).write_bytes(b"overwritten" * 1000)
    made = rebuild(store.folder, PASSPHRASE if how == "passphrase" else code, tmp_path / "new")
    assert (made.pencils, made.lost, made.documents) == (1, 0, 1)
    again = open_store(tmp_path / "new", PASSPHRASE)
    assert rows(again) == before
    assert check(again).problems == ()
    [document] = [each for stream in again.keyring.streams() for each in documents_of_stream(again, stream)]
    assert documents.read(again, document) == b"a scan"
    again.close()


def test_the_old_store_stays_as_it_is(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = a_full_store(folder_store)
    store.close()
    assert store.folder is not None
    before = {path.name: path.read_bytes() for path in store.folder.iterdir() if path.is_file()}
    rebuild(store.folder, PASSPHRASE, tmp_path / "new")
    assert {path.name: path.read_bytes() for path in store.folder.iterdir() if path.is_file()} == before


def test_a_folder_that_holds_a_store_is_never_written_over(folder_store: Maker) -> None:
    one, _ = folder_store("one")
    two, _ = folder_store("two")
    one.close()
    two.close()
    assert one.folder is not None
    assert two.folder is not None
    with pytest.raises(StoreTrouble, match="already"):
        rebuild(one.folder, PASSPHRASE, two.folder)


def test_without_a_journal_or_the_passphrase_there_is_nothing_to_rebuild(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    store.close()
    assert store.folder is not None
    with pytest.raises(WrongPassphrase):
        rebuild(store.folder, "another", tmp_path / "new")
    (store.folder / "journal").unlink(missing_ok=True)
    with pytest.raises(StoreTrouble, match="no journal"):
        rebuild(store.folder, PASSPHRASE, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_what_a_failed_rebuild_began_does_not_stay(
    folder_store: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = a_full_store(folder_store)
    store.close()
    assert store.folder is not None

    def no_room(*_args: object, **_kept: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("shutil.copytree", no_room)
        with pytest.raises(CannotKeep):
            rebuild(store.folder, PASSPHRASE, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    rebuild(store.folder, PASSPHRASE, tmp_path / "new")
    open_store(tmp_path / "new", PASSPHRASE).close()


def test_a_store_made_anew_where_it_stands_says_the_same_and_its_old_file_stays(folder_store: Maker) -> None:
    store, _ = a_full_store(folder_store)
    before, folder = rows(store), store.folder
    assert folder is not None
    store.close()
    (folder / FILE).write_bytes(b"overwritten" * 1000)
    assert renew(folder, PASSPHRASE).lost == 0
    again = open_store(folder, PASSPHRASE)
    assert rows(again) == before
    assert check(again).problems == ()
    note = a_note(again, a_visit(again), text="Written afterwards.")
    again.close()
    [aside] = folder.glob("*.damaged-*")
    assert aside.read_bytes() == b"overwritten" * 1000
    once_more = open_store(folder, PASSPHRASE)
    assert check(once_more).problems == ()
    assert note.id in repr(rows(once_more)["note"])
    once_more.close()


def test_what_could_not_be_made_anew_leaves_the_old_file_where_it_stood(
    folder_store: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = a_full_store(folder_store)
    folder = store.folder
    assert folder is not None
    with pytest.raises(StoreTrouble, match="already open"):
        renew(folder, PASSPHRASE)
    store.close()
    (folder / FILE).write_bytes(b"overwritten" * 1000)

    def no_room(*_args: object, **_kept: object) -> None:
        raise CannotKeep("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("storage.rebuild.open_unlocked", no_room)
        with pytest.raises(CannotKeep):
            renew(folder, PASSPHRASE)
    assert (folder / FILE).read_bytes() == b"overwritten" * 1000
    assert not list(folder.glob("*.damaged-*"))
    renew(folder, PASSPHRASE)
    open_store(folder, PASSPHRASE).close()
