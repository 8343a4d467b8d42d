# SPDX-License-Identifier: MIT
"""hub enrol, sync, differences, members: two laptops and a real hub, from the command line."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.hub.conftest import RunningHub, free_port
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RunningHub]:
    """Give a running hub on its own database."""
    with RunningHub(tmp_path / "office", free_port()) as running:
        yield running


def test_two_laptops_meet_at_the_hub_and_a_lost_connection_is_said_plainly(
    begun: Arolwg, office: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, card = tmp_path / "other", tmp_path / "card"
    begun("begin", "--name", "Second Practice Inspector", store=other)
    assert begun("sync").code == 6  # nobody invited it yet
    assert "not an invitation" in begun("hub", "enrol", "nonsense").err
    assert "enrolled with" in begun("hub", "enrol", office.office("invite", "one")).out
    assert begun("hub", "enrol", office.office("invite", "two"), store=other).code == 0
    begun("card", str(card), store=other)
    begun("seat", "1", str(card))
    assert "The office has everything." in begun("sync").out
    assert "taken in" in begun("sync", store=other).out
    monkeypatch.setattr("sys.stdin", io.StringIO("Seen by the second inspector."))
    begun("notes", "1", "--write", store=other)
    office.stop()
    away = begun("sync", store=other)
    assert (away.code, "cannot be reached" in away.err) == (8, True)
    office.start()
    assert "1 change handed in." in begun("sync", store=other).out
    assert "1 change taken in." in begun("sync").out
    assert "0 differences." in begun("differences").out
    listed = begun("members", "1").out
    assert "Second Practice Inspector · Second inspector" in listed
    number = next(line[0] for line in listed.splitlines() if "Second Practice" in line)
    assert "has no seat any more" in begun("members", "1", "--remove", number).out
    assert "has left" in begun("members", "1").out
    assert "counts now" in begun("members", "1", "--accept", number).out


def test_who_was_removed_or_revoked_is_told_and_what_came_late_is_counted(
    begun: Arolwg, office: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, card = tmp_path / "other", tmp_path / "card"
    begun("begin", "--name", "Second Practice Inspector", store=other)
    begun("hub", "enrol", office.office("invite", "one"))
    begun("hub", "enrol", office.office("invite", "two"), store=other)
    begun("card", str(card), store=other)
    begun("seat", "1", str(card))
    begun("sync")
    begun("sync", store=other)
    number = next(line[0] for line in begun("members", "1").out.splitlines() if "Second Practice" in line)
    begun("members", "1", "--remove", number)
    begun("sync")
    monkeypatch.setattr("sys.stdin", io.StringIO("Written before she knew."))
    begun("notes", "1", "--write", store=other)
    told = begun("sync", store=other).out
    assert "no seat any more in 1 record. 1 change is held for the office." in told
    assert "Ask its lead inspector.\n    Practice Borough Council · 2026-11-24/2026-11-25\n" in told
    assert "only here" not in told
    assert "as it last heard of it" in begun("members", "1", store=other).out
    assert "as it last heard of it" not in begun("members", "1").out
    device = json.loads(card.read_text())["device"]
    office.office("accept", device)
    begun("sync")
    assert f"1 change came later and does not count; --accept {number} lets" in begun("members", "1").out
    assert "counts now" in begun("members", "1", "--accept", number).out
    assert "came later" not in begun("members", "1").out
    office.office("revoke", device)
    assert "has revoked this device" in begun("sync", store=other).out


def test_a_lost_laptop_is_removed_from_the_standing_record_too(begun: Arolwg, tmp_path: Path) -> None:
    other, card = tmp_path / "other", tmp_path / "card"
    begun("begin", "--name", "Second Practice Inspector", store=other)
    begun("card", str(card), store=other)
    begun("seat", "1", str(card))
    listed = begun("members", "1", "--standing").out
    number = next(line[0] for line in listed.splitlines() if "Second Practice" in line)
    one = next(line[0] for line in begun("members", "1").out.splitlines() if "Second Practice" in line)
    removed = begun("members", "1", "--remove", one)
    assert (removed.code, "still sits in 1 other record" in removed.out) == (0, True)
    assert "has left" not in begun("members", "1", "--standing").out
    assert "has no seat any more" in begun("members", "1", "--standing", "--remove", number).out
    begun("seat", "1", str(card))
    everywhere = begun("members", "1", "--remove", one, "--everywhere")
    assert (everywhere.code, "Removed from 2 records." in everywhere.out) == (0, True)
    for which in ((), ("--standing",)):
        assert "has left" in begun("members", "1", *which).out
    mine = next(line[0] for line in begun("members", "1").out.splitlines() if "this device" in line)
    assert "working on" in begun("members", "1", "--remove", mine, "--everywhere").err
