# SPDX-License-Identifier: MIT
"""Two inspectors, two stores: a hunch is weighed from both sides, agreed by each, rated alone, and is in the letter."""

from pathlib import Path

import pytest

from reports.acts import draft
from reports.facts import facts_of
from storage.acts import findings, members, notes, ratings
from storage.check import check
from storage.errors import Refused
from storage.model.visit import Visit
from storage.queries.claims import ground
from storage.queries.findings import finding, findings_fed_by, weighed, weighed_of_visit
from storage.queries.letters import whole_letter
from storage.queries.notes import note
from storage.queries.ratings import rated
from storage.queries.visits import visit
from storage.store import Store
from storage.sync import parcel
from tests.builders import RUBRIC, a_store, a_visit, an_authority

QA1 = (f"{RUBRIC}:QA1",)
QA = (RUBRIC, "QA")
IRREGULAR = "Supervision of staff is irregular."


def _carry(sender: Store, receiver: Store, streams: list[str], path: Path) -> None:
    parcel.write(sender, streams, path, parcel.addressees(sender, streams))  # type: ignore[arg-type]
    parcel.read(receiver, path)


def _there(store: Store, visit_id: str) -> Visit:
    found = visit(store, visit_id)
    assert found is not None
    return found


def test_from_a_hunch_to_the_letter(tmp_path: Path) -> None:
    rhian, tomos = a_store("Rhian Vaughan (practice)"), a_store("Tomos Ellis (practice)")
    road = tmp_path / "stick.parcel"
    council = an_authority(rhian)
    there = a_visit(rhian, council)
    streams: list[str] = [council.stream_id, there.stream_id]
    for stream in (council.stream_id, there.stream_id):
        members.grant(rhian, stream, members.my_card(tomos), "second")
    _carry(rhian, tomos, streams, road)
    on_his = _there(tomos, there.id)

    # Day 1: she reads a file and has a hunch; he is told the contrary.
    read = notes.write(
        rhian, there, "No supervision for fourteen weeks.", QA1, source_role="Case file", polarity="weakness"
    )
    hunch = findings.state(
        rhian, there, IRREGULAR, supports=(read,), areas=("QA1",), role="systemic", direction="unchanged"
    )
    told = {"source_kind": "interview", "observed": False, "source_role": "Team manager 1"}
    praised = notes.write(tomos, on_his, "Supervision is monthly.", QA1, polarity="strength", **told)
    complained = notes.write(
        tomos, on_his, "I have waited for months.", QA1, polarity="weakness", **{**told, "source_role": "Worker C"}
    )
    _carry(rhian, tomos, streams, road)
    _carry(tomos, rhian, streams, road)

    # Evening: what he was told stands beside what she saw; one of it is at odds, one bears her out.
    outcomes = {pair.claim.id: pair.outcome for pair in ground(rhian, there.id, ["QA1"]).pairs}
    assert outcomes == {praised: "at_odds", complained: "borne_out"}
    seen = finding(rhian, hunch)
    assert seen is not None
    assert weighed(rhian, seen).strength.level == "one_source"
    findings.amend(rhian, seen, supports=(read, complained), contradicts=(praised,), grade="priority")
    seen = finding(rhian, hunch)
    assert seen is not None
    now = weighed(rhian, seen)
    assert (now.strength.level, now.strength.caveats) == ("by_both", ("contradicted",))
    for state in ("proposed", "corroborated"):
        findings.move(rhian, finding(rhian, hunch), state)  # type: ignore[arg-type]
    his_note = note(rhian, praised)
    assert his_note is not None
    assert [(each.id, is_for) for each, is_for in findings_fed_by(rhian, his_note)] == [(hunch, False)]

    # Both agree on their own laptops without seeing each other: it is agreed when both yeses are here.
    findings.agree(rhian, finding(rhian, hunch))  # type: ignore[arg-type]
    with pytest.raises(Refused, match="each inspector"):
        findings.move(rhian, finding(rhian, hunch), "agreed")  # type: ignore[arg-type]
    _carry(rhian, tomos, streams, road)
    findings.agree(tomos, finding(tomos, hunch))  # type: ignore[arg-type]
    assert weighed_of_visit(tomos, there.id)[0].state == "agreed"

    # Each rates the area alone. Hers is locked; what it is opens on no laptop until he has locked his.
    ratings.lock(rhian, there, QA, "priority", "Half the files.")
    _carry(rhian, tomos, streams, road)
    assert [voice.state for voice in rated(tomos, on_his, *QA).voices] == ["locked", "none"]
    ratings.lock(tomos, on_his, QA, "secure", "The files that I read are in order.")
    _carry(tomos, rhian, streams, road)  # hers opens as this comes in
    _carry(rhian, tomos, streams, road)  # his opens as this comes in
    _carry(tomos, rhian, streams, road)
    for store in (rhian, tomos):
        found = rated(store, _there(store, there.id), *QA)
        assert [(voice.state, voice.value) for voice in found.voices] == [("open", "priority"), ("open", "secure")]
        assert found.differs
    ratings.settle(rhian, there, QA, "priority", "He had not read the six files of the second team.")

    # The letter is drafted from what is agreed, and its sentence stands on the finding.
    letter_id = draft(rhian, facts_of(rhian, there.id, "2018-07-20"), "monitoring_visit")
    whole = whole_letter(rhian, letter_id)
    assert whole is not None
    said = [each for section in whole.sections for part in section.paragraphs for each in part.sentences]
    assert any(f"finding:{hunch}" in sentence.sources for sentence in said)

    # Reworded afterwards, it asks both again; the former yeses stay in the record.
    findings.amend(rhian, finding(rhian, hunch), statement="Supervision of staff is thin.")  # type: ignore[arg-type]
    _carry(rhian, tomos, streams, road)
    again = weighed_of_visit(tomos, there.id)[0]
    assert (again.state, set(again.yes.asked_again)) == ("proposed", {rhian.me, tomos.me})
    for store in (rhian, tomos):
        assert check(store).problems == ()
        store.close()
