# SPDX-License-Identifier: MIT
"""Two stores and no network: a visit goes over in a parcel, both work, both parcels go back, nothing is lost."""

from pathlib import Path

import pytest

from storage.acts import findings, members, notes
from storage.acts import letters as pieces
from storage.check import check
from storage.errors import Refused
from storage.queries.findings import findings_of_visit
from storage.queries.history import differences
from storage.queries.letters import whole_letter
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit
from storage.store import Store
from storage.sync import parcel
from tests.builders import a_finding, a_letter, a_note, a_store, a_visit, again


def _carry(sender: Store, receiver: Store, streams: list[str], path: Path) -> None:
    parcel.write(sender, streams, path, parcel.addressees(sender, streams))  # type: ignore[arg-type]
    parcel.read(receiver, path)


def test_two_inspectors_one_visit(tmp_path: Path) -> None:
    rhian, tomos = a_store("Rhian Vaughan (practice)"), a_store("Tomos Ellis (practice)")
    road = tmp_path / "stick.parcel"
    there = a_visit(rhian)
    streams: list[str] = [there.stream_id]
    hers = a_note(rhian, there, "No supervision for fourteen weeks.")
    finding = a_finding(rhian, there, "Supervision is irregular.")
    letter = a_letter(rhian, there, "We visited in July.", "We read case files.")
    members.grant(rhian, there.stream_id, members.my_card(tomos), "second")
    _carry(rhian, tomos, streams, road)

    # He sees everything, adds his own, and may not touch hers.
    found = visit(tomos, there.id)
    assert found is not None
    his = a_note(tomos, found, "Two files have no chronology.")
    with pytest.raises(Refused, match="belongs to another inspector"):
        notes.amend(tomos, again(tomos, hers), text="Rewritten.")
    with pytest.raises(Refused, match="role"):
        members.grant(tomos, there.stream_id, members.my_card(a_store("A friend")), "lead")

    # Without seeing each other they amend one finding, and different sentences of one letter.
    findings.amend(rhian, again(rhian, finding), statement="Supervision is irregular and thin.")
    findings.amend(tomos, again(tomos, finding), statement="Staff supervision is irregular.")
    for store, place, words in ((rhian, 0, "We visited on 10 July."), (tomos, 1, "We read twenty case files.")):
        whole = whole_letter(store, letter.id)
        assert whole is not None
        pieces.reword(store, whole.sections[0].paragraphs[0].sentences[place], words)

    _carry(tomos, rhian, streams, road)
    _carry(rhian, tomos, streams, road)
    _carry(tomos, rhian, streams, road)

    for store in (rhian, tomos):
        assert {each.id for each in notes_of_visit(store, there.id)} == {hers.id, his.id}
        assert findings_of_visit(store, there.id)[0].statement == "Staff supervision is irregular and thin."
        (difference,) = differences(store, there.stream_id)
        assert (difference.entity, difference.field) == ("finding", "statement")
        assert {entry.name for entry, _ in difference.wordings} == {
            "Rhian Vaughan (practice)",
            "Tomos Ellis (practice)",
        }
        whole = whole_letter(store, letter.id)
        assert whole is not None
        assert whole.sections[0].paragraphs[0].text == "We visited on 10 July. We read twenty case files."

    # One of them settles it, having seen both; then there is no difference any more, on either side.
    findings.amend(rhian, again(rhian, finding), statement="Supervision of staff is irregular and thin.")
    _carry(rhian, tomos, streams, road)
    for store in (rhian, tomos):
        assert differences(store, there.stream_id) == ()
        assert findings_of_visit(store, there.id)[0].statement == "Supervision of staff is irregular and thin."
        assert check(store).problems == ()
    assert rhian.ledger.vector(there.stream_id) == tomos.ledger.vector(there.stream_id)
