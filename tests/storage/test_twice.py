# SPDX-License-Identifier: MIT
"""Ledger and journal agree again whichever of them knows more: after a crash, a power cut, an older store put back."""

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage import incidents, journal_file, twice
from storage import journal as journals
from storage.acts import notes
from storage.check import check
from storage.echo import CLOSED
from storage.errors import CannotKeep, StoreTrouble
from storage.journal import Journal, Pencil
from storage.pencil import written
from storage.queries.notes import notes_of_visit
from storage.store import FILE, Store, open_store
from storage.sync import parcel
from storage.tables import NOUNS
from tests.builders import PASSPHRASE, a_note, a_store, a_visit, again, hand_over, join

Maker = Callable[..., tuple[Store, str]]
PENCIL = Pencil("note:new", "Not yet a note.", {"areas": ["QA1"]}, "2030-07-10T10:42:07.000Z")


def picture(store: Store) -> dict[str, list[Any]]:
    """Return every row that the store shows, and its log."""
    rows = {name: sorted(store.db.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in NOUNS}
    return {**rows, "log": store.db.execute("SELECT * FROM changes").fetchall()}


def crashed(store: Store, to: Path) -> Path:
    """Return a copy of the store's folder as a killed process leaves it."""
    assert store.folder is not None
    assert store.journal is not None
    assert store.journal.flush()
    return shutil.copytree(store.folder, to)


def folder_of(store: Store) -> Path:
    """Return the folder of a store that has one."""
    assert store.folder is not None
    return store.folder


def test_after_a_clean_close_nothing_is_recovered_and_only_the_end_is_read(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    a_note(store, visit)
    store.close()
    reopened = open_store(folder_of(store), PASSPHRASE)
    assert reopened.recovered is None
    assert reopened.journal is not None
    assert reopened.journal.was_closed_as == reopened.marks.get(CLOSED)
    reopened.close()
    assert incidents.incidents(folder_of(store)) == ()


def test_after_a_crash_unfinished_typing_is_given_back_with_its_time(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    a_visit(store)
    assert store.journal is not None
    store.journal.pencil(PENCIL)
    other = open_store(crashed(store, tmp_path / "copy"), PASSPHRASE)
    assert other.recovered is not None
    assert (other.recovered.pencils, other.recovered.until) == ((PENCIL,), PENCIL.at)
    assert other.recovered.is_worth_telling
    other.close()
    assert [each["pencils"] for each in incidents.incidents(tmp_path / "copy")] == [1]


def test_the_incident_log_holds_no_words(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    a_visit(store)
    assert store.journal is not None
    store.journal.pencil(PENCIL)
    open_store(crashed(store, tmp_path / "copy"), PASSPHRASE).close()
    log = (tmp_path / "copy" / incidents.FILE).read_text()
    assert "Not yet" not in log
    assert "note" not in log


def test_an_older_store_put_back_is_brought_up_to_its_journal(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    written = a_note(store, visit)
    store.close()
    folder = folder_of(store)
    old = (folder / FILE).read_bytes()
    newer = open_store(folder, PASSPHRASE)
    notes.amend(newer, again(newer, written), text="Reworded since.")
    a_note(newer, visit, text="Written since.")
    before = picture(newer)
    newer.close()
    (folder / FILE).write_bytes(old)
    healed = open_store(folder, PASSPHRASE)
    assert healed.recovered is not None
    assert healed.recovered.changes == 2
    assert picture(healed) == before
    assert check(healed).problems == ()
    a_note(healed, visit, text="Numbers go on.")
    assert check(healed).problems == ()
    healed.close()


def test_a_store_that_is_gone_comes_back_from_its_journal(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    a_note(store, visit)
    before, me = picture(store), store.me
    store.close()
    (folder_of(store) / FILE).unlink()
    healed = open_store(folder_of(store), PASSPHRASE)
    assert picture(healed) == before
    assert healed.me == me
    healed.close()


def test_a_journal_that_is_gone_comes_back_from_the_store(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    a_note(store, visit)
    before = picture(store)
    store.close()
    folder = folder_of(store)
    (folder / "journal").unlink()
    reopened = open_store(folder, PASSPHRASE)
    assert reopened.recovered is None
    assert check(reopened).problems == ()
    reopened.close()
    (folder / FILE).unlink()
    healed = open_store(folder, PASSPHRASE)
    assert picture(healed) == before
    healed.close()


def test_a_journal_with_a_hole_is_filled_from_the_store(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    for number in range(10):
        a_note(store, visit, text=f"Note {number}.")
        assert store.journal is not None
        assert store.journal.flush()
    copy = crashed(store, tmp_path / "copy")
    data = bytearray((copy / "journal").read_bytes())
    data[len(data) // 2] ^= 1
    (copy / "journal").write_bytes(data)
    looking = open_store(copy, PASSPHRASE, read_only=True)
    assert any("cannot be read" in str(each) for each in check(looking).problems)
    assert any("lacks" in str(each) for each in check(looking).problems)
    looking.close()
    other = open_store(copy, PASSPHRASE)
    assert other.recovered is not None
    assert other.recovered.lost == 1
    assert check(other).problems == ()
    other.close()


def test_a_change_that_its_device_never_signed_is_not_taken_in(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    store.close()
    folder = folder_of(store)
    old = (folder / FILE).read_bytes()
    newer = open_store(folder, PASSPHRASE)
    a_note(newer, visit)
    newer.close()
    key = newer.echo.key
    entries = journal_file.read(folder / "journal", key).entries
    newest = max(number for number, each in enumerate(entries) if each.kind == b"c")
    data = bytearray(entries[newest].data)
    known = twice.known_from([entries[newest]])
    [sealed] = known.sealed.values()
    at = bytes(data).index(sealed.signature)
    data[at] ^= 1
    records = [(each.kind, bytes(data) if n == newest else each.data) for n, each in enumerate(entries)]
    journal_file.write_anew(folder / "journal", key, records, 9)
    (folder / FILE).write_bytes(old)
    healed = open_store(folder, PASSPHRASE)
    assert healed.recovered is not None
    assert (healed.recovered.changes, healed.recovered.lost) == (0, 1)
    assert notes_of_visit(healed, visit.id) == ()
    healed.close()


def test_what_a_partner_sent_comes_back_too(folder_store: Maker) -> None:
    store, _ = folder_store()
    host = a_store("Lead Inspector")
    visit = a_visit(host)
    join(host, visit.stream_id, store)
    a_note(host, visit, text="Hers.")
    hand_over(host, store, visit.stream_id)
    a_note(store, visit, text="Mine.")
    before = picture(store)
    store.close()
    (folder_of(store) / FILE).unlink()
    healed = open_store(folder_of(store), PASSPHRASE)
    assert picture(healed) == before
    healed.close()


def test_what_was_kept_in_another_place_is_brought_home(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    store.close()
    folder, stick = folder_of(store), tmp_path / "stick"
    behind = (folder / FILE).read_bytes(), (folder / "journal").read_bytes()
    newer = open_store(folder, PASSPHRASE)
    a_note(newer, visit, text="Kept on the stick.")
    newer.close()
    key = newer.echo.key
    stick.mkdir()
    elsewhere = Journal.open(tmp_path, key)
    away = elsewhere.move_to(stick)
    elsewhere.close()
    whole = journal_file.read(folder / "journal", key)
    journal_file.write_anew(
        away,
        key,
        [(each.kind, each.data) for each in whole.entries if each.kind == b"c"] + [(b"p", written(PENCIL))],
        1,
    )
    (folder / FILE).write_bytes(behind[0])
    (folder / "journal").write_bytes(behind[1])
    (folder / "journal.away").write_text(str(away))
    healed = open_store(folder, PASSPHRASE)
    assert [each.text for each in notes_of_visit(healed, visit.id)] == ["Kept on the stick."]
    assert healed.recovered is not None
    assert (healed.recovered.changes, healed.recovered.pencils) == (1, (PENCIL,))
    assert healed.journal is not None
    assert healed.journal.unfinished() == (PENCIL,)
    assert not away.exists()
    assert check(healed).problems == ()
    healed.close()


def test_a_stick_with_another_letter_is_brought_home_from_the_folder_shown(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    assert store.journal is not None
    folder, stick = folder_of(store), tmp_path / "stick"
    stick.mkdir()
    away = stick / "arolwg-journal-0a1b2c3d"
    journal_file.write_anew(away, store.echo.key, [(b"p", written(PENCIL))], 1)
    (stick / "arolwg-journal-ffffffff").write_bytes(b"of somebody else")
    (folder / "journal.away").write_text(str(tmp_path / "gone" / away.name), "utf-8")
    assert twice.bring_home(store).missing == str(tmp_path / "gone")
    with pytest.raises(StoreTrouble, match="Nothing that Arolwg kept"):
        twice.bring_home(store, folder)
    assert twice.bring_home(store, stick).pencils == (PENCIL,)
    assert not away.exists()
    assert not (folder / "journal.away").exists()


def test_where_typing_here_and_there_differs_both_stay(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    assert store.journal is not None
    store.journal.pencil(PENCIL)
    other = replace(PENCIL, text="Other words.", at="2001-01-01T00:00:00.000Z")
    journal_file.write_anew(tmp_path / "away", store.echo.key, [(b"p", written(other))], 1)
    assert twice.bring_back(store, tmp_path / "away").pencils == (replace(other, place="note:new~"),)
    assert {each.text for each in store.journal.unfinished()} == {PENCIL.text, other.text}


def test_another_place_that_is_not_there_now_is_named(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    store.close()
    folder = folder_of(store)
    (folder / "journal.away").write_text(str(tmp_path / "stick" / "arolwg-journal-1"))
    reopened = open_store(folder, PASSPHRASE)
    assert reopened.recovered is not None
    assert reopened.recovered.missing == str(tmp_path / "stick")
    assert reopened.recovered.is_worth_telling
    reopened.close()
    assert (folder / "journal.away").exists()


def test_of_several_other_places_one_may_be_missing_and_is_not_forgotten(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    folder, stick = folder_of(store), tmp_path / "stick"
    store.close()
    stick.mkdir()
    away, gone = stick / "arolwg-journal-1", tmp_path / "gone" / "arolwg-journal-2"
    journal_file.write_anew(away, store.echo.key, [(b"p", written(PENCIL))], 1)
    (folder / "journal.away").write_text(f"{gone}\n{away}\n", "utf-8")
    reopened = open_store(folder, PASSPHRASE)
    assert reopened.recovered is not None
    assert (reopened.recovered.pencils, reopened.recovered.missing) == ((PENCIL,), str(gone.parent))
    assert not away.exists()
    assert (folder / "journal.away").read_text("utf-8").split() == [str(gone)]
    reopened.close()


def test_the_ledger_is_carried_over_by_the_writer_when_nobody_waits(
    folder_store: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "_IDLE", 0.05)
    store, _ = folder_store()
    visit = a_visit(store)
    file = folder_of(store) / FILE
    before = file.read_bytes()
    a_note(store, visit)
    for _ in range(1_200):  # a minute: a busy machine is not wrong
        if file.read_bytes() != before:
            break
        time.sleep(0.05)
    assert file.read_bytes() != before
    assert check(store).problems == ()


def test_looking_only_opens_no_journal_for_writing(folder_store: Maker) -> None:
    store, _ = folder_store()
    a_visit(store)
    store.close()
    before = (folder_of(store) / "journal").read_bytes()
    looking = open_store(folder_of(store), PASSPHRASE, read_only=True)
    assert looking.journal is None
    assert check(looking).problems == ()
    looking.close()
    assert (folder_of(store) / "journal").read_bytes() == before


def test_opening_and_closing_without_work_leaves_the_journal_as_it_is(folder_store: Maker) -> None:
    store, _ = folder_store()
    a_visit(store)
    store.close()
    before = (folder_of(store) / "journal").read_bytes()
    open_store(folder_of(store), PASSPHRASE).close()
    assert (folder_of(store) / "journal").read_bytes() == before
    reopened = open_store(folder_of(store), PASSPHRASE)
    assert reopened.recovered is None
    reopened.close()


def test_a_store_whose_changes_differ_from_its_journal_is_found_out(folder_store: Maker, tmp_path: Path) -> None:
    store, _ = folder_store()
    a_visit(store)
    store.close()
    folder = folder_of(store)
    key = store.echo.key
    found = journal_file.read(folder / "journal", key)
    journal_file.write_anew(folder / "journal", key, [(e.kind, e.data) for e in found.entries if e.kind != b"c"], 9)
    looking = open_store(folder, PASSPHRASE, read_only=True)
    assert any("journal lacks" in str(each) for each in check(looking).problems)
    looking.close()


def test_nothing_is_sent_before_it_is_on_the_disk(
    folder_store: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = folder_store()
    guest = a_store("Second Inspector")
    visit = a_visit(store)
    join(store, visit.stream_id, guest)
    monkeypatch.setattr(Journal, "flush", lambda _self: False)
    with pytest.raises(CannotKeep, match="not being kept"):
        parcel.write(store, [visit.stream_id], tmp_path / "a.parcel", parcel.addressees(store, [visit.stream_id]))
    assert not (tmp_path / "a.parcel").exists()
