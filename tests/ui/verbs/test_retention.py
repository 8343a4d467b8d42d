# SPDX-License-Identifier: MIT
"""keep, wipe, wiped: said, decided, refused, done, and allowed back."""

from pathlib import Path

from storage.queries.standing import FILES
from storage.queries.visits import visits
from storage.store import open_store
from storage.sync import receipt
from tests.ui.verbs.conftest import PASSPHRASE, Arolwg


def _with_the_office(folder: Path) -> str:
    """Stand in for a sync that has gone through, and return the visit's identifier."""
    store = open_store(folder, PASSPHRASE)
    (visit,) = visits(store)
    stream = visit.stream_id
    ends = {
        str(name): (seq, store.ledger.newest(stream, name)[1].hex())
        for name, seq in store.ledger.vector(stream).items()
    }
    receipt.keep(store, {stream: ends}, "2030-01-01T00:00:00.000Z")
    store.marks.keep(FILES, {stream: []})
    store.close()
    return visit.id


def test_how_long_a_visit_is_kept_is_said_and_decided(begun: Arolwg) -> None:
    assert "2032-11-25" in begun("keep", "1").out
    assert "Legal hold: A court asks." in begun("keep", "1", "--hold", "A court asks.").out
    assert "Legal hold" not in begun("keep", "1", "--lift", "It is over.").out
    said = begun("keep", "1", "--class", "concern", "--until", "2027-01-01").out
    assert "Limitation Act 1980, section 28" in said
    assert "To be looked at again on: 2027-01-01\n" in said
    assert begun("keep", "1", "--release", "We have it.").code == 6


def test_a_visit_is_wiped_with_a_certificate_and_allowed_back(begun: Arolwg, tmp_path: Path) -> None:
    begun("keep", "1", "--until", "2020-01-01")
    refused = begun("wipe", "1", "--reason", "Its day has come.")
    assert (refused.code, "does not provably" in refused.err) == (6, True)
    assert "Nothing was wiped from this laptop." in begun("wiped").out
    assert begun("wiped", "--certificate", str(tmp_path / "none.pdf")).code == 6
    visit_id = _with_the_office(tmp_path / "store")
    file = tmp_path / "certificate.pdf"
    assert begun("wipe", "1", "--reason", "Its day has come.", "--certificate", str(file)).code == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert "2026-11-25" not in begun("visits").out
    assert visit_id in begun("wiped", "--certificate", str(tmp_path / "again.pdf")).out
    assert (tmp_path / "again.pdf").read_bytes() == file.read_bytes()
    assert begun("wiped", "--allow-back", "somebody").code == 6
    assert begun("wiped", "--allow-back", visit_id).code == 0
