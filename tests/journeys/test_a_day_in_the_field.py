# SPDX-License-Identifier: MIT
"""A day in the field, from a new store to closing the laptop and opening it again. Real store, real encryption."""

from pathlib import Path

import pytest

from storage import undo
from storage.acts import authorities, findings, links, members, notes, visits
from storage.check import check
from storage.errors import Refused, WrongPassphrase
from storage.queries.authorities import authority
from storage.queries.findings import findings_of_visit
from storage.queries.history import history
from storage.queries.links import links_of_note, links_of_visit
from storage.queries.notes import note, notes_of_visit
from storage.queries.sessions import sessions_of_visit
from storage.queries.visits import visit
from storage.store import create, open_store
from tests.builders import FakeClock

RUBRIC = "improvement-conference-2018"
PLAN = "The plan is current. The child was seen alone."


def test_a_day_in_the_field(tmp_path: Path, clock: FakeClock) -> None:
    # Morning: the laptop is new.
    store, code = create(tmp_path / "store", "a lantern under seven hills")
    me = members.introduce(store, "Rhian Vaughan (practice)")
    council = authority(store, authorities.add(store, name="Practice Borough Council", service="children's services"))
    assert council is not None
    there = visit(store, visits.plan(store, council, dates="2018-07-10/2018-07-11", frameworks=(RUBRIC,)))
    assert there is not None
    for state in ("packed", "on_site_day1"):
        now = visit(store, there.id)
        assert now is not None
        visits.move(store, now, state)
    reading = visits.add_session(store, there, starts="09:30", ends="12:00", title="Case files")

    # She reads files and writes; a note is linked as it is written, another afterwards, by a span of its words.
    first = notes.write(
        store, there, "No supervision for fourteen weeks.", [f"{RUBRIC}:QA1"], session_id=reading, case_ref="Case 04"
    )
    clock.step(minutes=20)
    second = note(
        store, notes.write(store, there, "The plan is current. The child was seen alone.", session_id=reading)
    )
    assert second is not None
    links.link(store, second, RUBRIC, "QA3", (21, 46))
    assert [each.quoted for each in links_of_note(store, second.id)] == ["The child was seen alone."]
    links.link(store, second, RUBRIC, "QA3", (21, 46))
    assert len(links_of_note(store, second.id)) == 1

    # She rewords a note; the former words stay. She withdraws one by mistake and undoes it.
    seen = note(store, first)
    assert seen is not None
    notes.amend(store, seen, text="No supervision on file for fourteen weeks.")
    seen = note(store, first)
    assert seen is not None
    notes.withdraw(store, seen)
    assert [each.id for each in notes_of_visit(store, there.id)] == [second.id]
    undone = undo.undo(store)
    assert undone is not None
    assert undone.act == "notes.withdraw"
    assert len(notes_of_visit(store, there.id)) == 2

    # Evening: what does it come to?
    finding = findings.state(store, there, "Supervision is irregular.", supports=(first,), areas=("QA1",))
    stated = findings_of_visit(store, there.id)[0]
    assert stated.id == finding
    with pytest.raises(Refused):
        findings.move(store, stated, "in_letter")
    findings.move(store, stated, "proposed")
    store.close()

    # Next morning the passphrase is mistyped, then right; the recovery code would do as well.
    with pytest.raises(WrongPassphrase):
        open_store(tmp_path / "store", "a lantern under six hills")
    for secret in ("a lantern under seven hills", code):
        store = open_store(tmp_path / "store", secret)
        assert [each.text for each in notes_of_visit(store, there.id)] == [
            "No supervision on file for fourteen weeks.",
            PLAN,
        ]
        assert [each.area for each in links_of_visit(store, there.id)] == ["QA1", "QA3"]
        assert [each.title for each in sessions_of_visit(store, there.id)] == ["Case files"]
        store.close()

    # And undo still knows what was last done, though it was yesterday.
    store = open_store(tmp_path / "store", code)
    turn = undo.undo(store)
    assert turn is not None
    assert turn.act == "findings.move"
    kept = note(store, first)
    assert kept is not None
    told = [(each.change.act, each.name, each.change.by) for each in history(store, kept)]
    assert [act for act, _, _ in told] == ["notes.write", "notes.amend", "notes.withdraw", "notes.withdraw"]
    assert {(name, by) for _, name, by in told} == {("Rhian Vaughan (practice)", me)}
    assert check(store).problems == ()
    store.close()
