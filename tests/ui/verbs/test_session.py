# SPDX-License-Identifier: MIT
"""What every verb shares: the passphrase never as an argument, things chosen by number, trouble on one line."""

import os
from argparse import Namespace
from contextlib import closing
from pathlib import Path

import pytest

from storage import ahead
from storage.errors import BadFile, Refused
from storage.model.visit import Visit
from storage.queries.visits import visits
from storage.steps import whole
from storage.store import Recorded, Store, open_store
from storage.vouched import waiting
from tests.builders import a_visit
from tests.storage.doubtful import notes_arrive, partner_of
from tests.ui.verbs.conftest import PASSPHRASE, Arolwg
from ui import terminal
from ui.verbs.session import choose, explain, line_from, opened


def test_without_a_terminal_or_a_descriptor_nobody_can_be_asked(
    begun: Arolwg, tmp_path: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(os.devnull) as nothing:  # noqa: PTH123
        monkeypatch.setattr("sys.stdin", nothing)
        assert terminal.run(["--store", f"{tmp_path}/store", "visits"]) == 6
    assert "--passphrase-fd" in capsys.readouterr().err


def test_a_descriptor_that_is_not_open_is_told() -> None:
    with pytest.raises(Refused, match="cannot be read"):
        line_from(987)


def test_a_thing_is_chosen_by_number_or_identifier(store: Store) -> None:
    listed: list[Visit] = [a_visit(store), a_visit(store)]
    assert choose(listed, "2", "visit") is listed[1]
    assert choose(listed, listed[0].id, "visit") is listed[0]
    for wrong in ("0", "3", "-1", "²", "none"):
        with pytest.raises(Refused, match="There is no visit"):
            choose(listed, wrong, "visit")


def test_trouble_is_one_line() -> None:
    assert explain(BadFile("First\nline {name}.", "Do\nthis.", name="x")) == "First line x. Do this."


def test_what_was_left_unchecked_is_checked_before_a_verb_that_writes(
    begun: Arolwg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(tmp_path / "store", PASSPHRASE)) as store:
        there = visits(store)[0]
        notes_arrive(store, partner_of(store, there), there)
        assert waiting(store)
    monkeypatch.setattr("ui.verbs.session.secret", lambda _arguments: PASSPHRASE)
    with opened(Namespace(store=tmp_path / "store")) as store:
        assert waiting(store) == 0


def test_what_a_first_sync_only_showed_before_it_was_cut_off_is_not_told_by_a_verb_that_only_looks(
    begun: Arolwg, tmp_path: Path
) -> None:
    with closing(open_store(tmp_path / "store", PASSPHRASE)) as store:
        there = visits(store)[0]
        said = {"id": ["n1"], "text": ["Nobody signed this."], "visit_id": [there.id], "present": [1], "heads": ["[]"]}
        rows = ahead.fitted("note", said, there.stream_id)
        whole(ahead.showing(store, "note", rows, {}, Recorded((), "hub")))
        assert ahead.streams(store)
    assert "Nobody signed this." not in begun("notes", "1").out
    with closing(open_store(tmp_path / "store", PASSPHRASE, read_only=True)) as store:
        assert ahead.streams(store) == []
