# SPDX-License-Identifier: MIT
"""reports/facts.py: what a letter may know, from plain records and from a real store."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.facts import Facts, by_number, chosen, facts_of, inspectors_among, settled
from storage import example
from storage.acts import levels, people
from storage.errors import Refused
from storage.model.person import Person
from storage.store import Store, scratch
from tests.builders import a_meeting, a_person, a_recommendation, a_visit, again, an_authority, an_event
from tests.reports.wrexham import facts, records


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, example.Example]:
    lead, second = scratch(), scratch()
    made = example.record(lead, second, tmp_path_factory.mktemp("road"))
    second.close()
    return lead, made


@pytest.fixture(scope="module")
def stored(recorded: tuple[Store, example.Example]) -> Facts:
    store, made = recorded
    return facts_of(store, made.visit_id, made.about["letter_date"], addressee_id=made.ids[made.about["addressee"]])


def test_the_store_tells_what_the_data_files_tell(stored: Facts) -> None:
    plain = facts()
    assert stored.authority.name == plain.authority.name
    assert [each.dates for each in stored.earlier] == [each.dates for each in plain.earlier]
    assert [each.number for each in stored.recommendations] == [f"R{number}" for number in range(1, 8)]
    assert stored.note_counts == plain.note_counts
    assert stored.files_read == plain.files_read
    assert set(stored.spoken_to) == set(plain.spoken_to)
    assert {each.statement for each in stored.findings} == {each.statement for each in plain.findings}
    assert len(stored.links) == len(plain.links)
    assert stored.signatory is not None
    assert stored.signatory.name == "Rhian Vaughan (practice)", "she leads the visit"
    assert stored.addressee is not None
    assert stored.addressee.name == "Charlotte Walton"


@pytest.mark.parametrize("kind", ["improvement_conference", "monitoring_visit"])
def test_the_letter_from_the_store_says_what_the_letter_from_the_files_says(stored: Facts, kind: str) -> None:
    from_store, from_files = (letter_type(kind).draft(each) for each in (stored, facts()))
    said = [[each.text for each in draft.sentences()] for draft in (from_store, from_files)]
    assert said[0] == said[1]


def test_a_visit_that_is_not_here_is_refused(recorded: tuple[Store, example.Example]) -> None:
    with pytest.raises(Refused, match="not in the store"):
        facts_of(recorded[0], "nowhere")


def test_a_chosen_signatory_and_addressee_are_used(recorded: tuple[Store, example.Example]) -> None:
    store, made = recorded
    known = facts_of(store, made.visit_id, signatory_id=made.ids["tomos"], addressee_id=made.ids["walton"])
    assert known.signatory is not None
    assert known.signatory.name == "Tomos Ellis (practice)"
    assert facts_of(store, made.visit_id, addressee_id="nobody").addressee is None


def test_hunches_and_findings_set_aside_are_no_facts() -> None:
    one, two, *rest = facts().findings
    found = settled([replace(one, state="hunch"), replace(two, state="set_aside"), *rest], facts().rubric)
    assert found == tuple(rest)


def test_findings_come_in_rubric_order_whatever_their_identifiers() -> None:
    backwards = settled(reversed(facts().findings), facts().rubric)
    assert backwards == facts().findings
    assert [each.id for each in facts().findings_as("systemic")] == [
        f"f{number}" for number in (11, 12, 13, 14, 15, 16, 17)
    ]


def test_who_leads_comes_first_then_by_name() -> None:
    rhian, tomos = facts().inspectors
    assert inspectors_among((tomos, rhian), [tomos.id]) == (tomos, rhian)
    assert inspectors_among((tomos, rhian)) == (rhian, tomos)


def test_adverse_criteria_come_in_rubric_order_with_their_findings() -> None:
    codes = [criterion.code for criterion, _because in facts().adverse("QA")]
    assert codes == [f"QA{number}" for number in range(1, 7)]
    assert all(because for _criterion, because in facts().adverse("HR"))
    assert facts().adverse("BL") == ()
    assert facts(rubric=None).adverse("QA") == ()


def test_a_strength_makes_no_criterion_adverse() -> None:
    assert "OV5" not in [criterion.code for criterion, _because in facts().adverse("OV")]


def test_the_files_read_are_counted_by_case() -> None:
    assert facts().files_read == len({each.case_ref for each in facts().notes if each.source_kind == "file"} - {""})


def test_earlier_visits_and_events_are_found_by_kind() -> None:
    known = facts()
    inspection = known.earlier_visit("inspection")
    assert inspection is not None
    assert inspection.inspectorate == "CSSIW"
    assert known.earlier_visit("file_review") is None
    assert [each.number for each in known.recommended_at(inspection)] == ["R1", "R2", "R3"]
    assert known.event("press_report") is None


def test_another_visits_conference_is_not_this_ones() -> None:
    (meeting,) = facts().meetings
    assert facts(meetings=(replace(meeting, visit_id="v2"),)).conference is None
    assert facts(meetings=(replace(meeting, kind="review"),)).conference is None


def test_recommendations_sort_by_their_number() -> None:
    first = facts().recommendations[0]
    numbers = [replace(first, number=each) for each in ("R10", "R2", "R1")]
    assert [each.number for each in sorted(numbers, key=by_number)] == ["R1", "R2", "R10"]


def test_without_a_choice_nobody_is_guessed() -> None:
    rhian, tomos = facts().inspectors
    assert chosen((), "") is None
    assert chosen((rhian,), "") == rhian
    assert chosen((rhian, tomos), "") is None
    assert chosen((rhian, tomos), tomos.id) == tomos


def test_the_real_people_have_no_role_that_no_source_states() -> None:
    assert {each.name: each.display_role for each in records(Person) if not each.practice} == {
        "Charlotte Walton": "",
        "Vicky Poole": "",
    }


def test_a_letter_knows_nothing_of_what_happened_after_its_date(store: Store) -> None:
    council = an_authority(store)
    visit = a_visit(store, council)
    levels.change(store, council, "early", "Declined.", date="2018-10-08")
    levels.change(store, again(store, council), "significant", "Not sustained.", date="2020-03")
    an_event(store, council, kind="publicity", date="2020-08-04")
    an_event(store, council, kind="agreement", date="")
    a_meeting(store, council, held="2018-10-08")
    a_meeting(store, council, kind="review", held="2019-05-07", due="2019-04-08")
    then, now = facts_of(store, visit.id, "2018-10-12"), facts_of(store, visit.id)
    assert then.authority.concern_level == "early"
    assert now.authority.concern_level == "significant"
    assert {each.kind for each in then.events} == {"level_early", "agreement"}
    assert len(now.events) == 4
    assert [(each.kind, each.held) for each in then.meetings] == [("review", ""), ("conference", "2018-10-08")]
    assert facts_of(store, visit.id, "2018-09-01").authority.concern_level == "none"


def test_who_has_left_an_office_is_written_to_only_when_chosen(store: Store) -> None:
    council = an_authority(store, address=("Guildhall",))
    visit = a_visit(store, council)
    gone, here = (
        a_person(store, council, name=name, is_public_office=True, organisation=council.name, address=("Annexe",))
        for name in ("A. Practice", "B. Practice")
    )
    people.leave(store, gone, "2018-01")
    found = facts_of(store, visit.id, "2018-10-12")
    assert found.addressee == here
    assert facts_of(store, visit.id, "2018-10-12", "", gone.id).addressee == again(store, gone)
    assert letter_type("visit_confirmation").draft(found).addressee[-1] == "Annexe"


def test_what_was_closed_is_not_asked_about_again(store: Store) -> None:
    council = an_authority(store)
    before = a_visit(store, council, dates="2017-01")
    visit = a_visit(store, council)
    for number, status in (("R1", "closed"), ("R2", "issued")):
        a_recommendation(store, council, number=number, status=status, visit_id=before.id, title=f"Title {number}")
    said = letter_type("monitoring_visit").draft(facts_of(store, visit.id, "2018-10-12")).section("not_improved")
    assert said is not None
    assert "Title R2" in said.text
    assert "Title R1" not in said.text
