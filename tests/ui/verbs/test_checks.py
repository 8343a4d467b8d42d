# SPDX-License-Identifier: MIT
"""letter check|excuse|approve|trace|names."""

import io
import re
from pathlib import Path

import pytest

from storage.acts.guarded import guarded
from storage.queries.visits import visits
from storage.store import open_store
from tests.ui.verbs.conftest import PASSPHRASE, Arolwg


@pytest.fixture
def drafted(begun: Arolwg) -> Arolwg:
    """The same, with a monitoring letter drafted."""
    assert begun("letter", "draft", "1", "--type", "monitoring_visit", "--date", "2026-11-30").code == 0
    return begun


def _typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_what_is_open_holds_approval_up_until_each_has_its_reason(
    drafted: Arolwg, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = drafted("letter", "check", "1")
    assert said.code == 1
    keys = re.findall(r"^! (\w+)", said.out, re.MULTILINE)
    assert keys
    assert drafted("letter", "approve", "1").code != 0
    for key in keys:
        _typed(monkeypatch, "Agreed with the lead.")
        assert drafted("letter", "excuse", "1", key).code == 0
    again = drafted("letter", "check", "1")
    assert again.code == 0
    assert "Let be: Agreed with the lead." in again.out
    assert drafted("letter", "approve", "1").code == 0
    assert "Approved" in drafted("letter", "list").out


def test_the_private_list_is_kept_in_the_store(
    drafted: Arolwg, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _typed(monkeypatch, "Megan Pritchard; 2009-03-04\nOwain Rees\n")
    assert drafted("letter", "names", "1").code == 0
    store = open_store(tmp_path / "store", PASSPHRASE)
    assert guarded(store, visits(store)[0].id) == ("Megan Pritchard; 2009-03-04", "Owain Rees")
    store.close()


def test_the_private_list_comes_out_of_a_file(drafted: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name,Born\nMegan Pritchard,2009-03-04\n", encoding="utf-8")
    assert drafted("letter", "names", "1", "--file", str(tmp_path / "list.csv")).code == 0
    store = open_store(tmp_path / "store", PASSPHRASE)
    assert guarded(store, visits(store)[0].id) == ("Megan Pritchard; 2009-03-04",)
    store.close()


def test_a_key_that_nothing_has_is_refused(drafted: Arolwg, monkeypatch: pytest.MonkeyPatch) -> None:
    _typed(monkeypatch, "Agreed.")
    assert drafted("letter", "excuse", "1", "0000").code != 0


def test_the_trace_sheet_is_written(drafted: Arolwg, tmp_path: Path) -> None:
    assert drafted("letter", "trace", "1", str(tmp_path / "trace.pdf")).code == 0
    assert (tmp_path / "trace.pdf").read_bytes().startswith(b"%PDF-")
