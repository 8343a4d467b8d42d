# SPDX-License-Identifier: MIT
"""Out and in again without loss: into a new store, into the same one, twice; previewed, undone, refused whole."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports import acts
from reports.exports.visit import as_json, whole_visit
from reports.facts import facts_of
from reports.wordings import wording_of
from storage import documents, example, undo
from storage.acts import cases, challenges, comments, excuses, letters, notes, rubrics, samples
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable, enclose
from storage.check import check
from storage.errors import BadFile, Refused
from storage.gesture import Gesture
from storage.imports.visit_in import bring_in, preview
from storage.imports.visit_json import ReadVisit, read_visit
from storage.job import run_now
from storage.model.visit import Visit
from storage.queries.cases import list_of_visit
from storage.queries.challenges import challenges_of_letter
from storage.queries.comments import comments_of_letter
from storage.queries.documents import document
from storage.queries.editions import rubrics_of_visit
from storage.queries.enclosures import enclosures_of_letter
from storage.queries.evidence import cite
from storage.queries.excuses import excuses_of_letter
from storage.queries.letters import letters_of_visit, whole_letter
from storage.queries.notes import notes_of_visit
from storage.queries.rows import records
from storage.queries.samples import plan_of, sample_of_visit
from storage.queries.visits import visit as visit_by_id
from storage.queries.wordings import is_in
from storage.store import Store, scratch
from tests.builders import (
    a_concern,
    a_finding,
    a_letter,
    a_link,
    a_note,
    a_point,
    a_rubric,
    a_session,
    a_store,
    a_visit,
    again,
)
from tests.case_lists import a_reviewed_case


@pytest.fixture
def other() -> Iterator[Store]:
    """Give a second person's store."""
    made = a_store("Second Inspector")
    yield made
    made.close()


def _out(store: Store, visit_id: str) -> ReadVisit:
    return read_visit(as_json(whole_visit(store, visit_id)).encode())


def _a_full_visit(store: Store) -> Visit:
    there = a_visit(store)
    session = a_session(store, there)
    note = a_note(store, there, "Six of eight: ŵyn.", session_id=session.id, polarity="strength", case_ref="Case 07")
    notes.amend(store, note, text="Seven of eight: ŵyn.")
    a_link(store, again(store, note), "QA1", (0, 5))
    comments.say(store, again(store, note), "How do we know?", "question")
    a_finding(store, there, supports=(note.id,))
    a_concern(store, there, note_id=note.id, case_ref="Case 07")
    a_point(store, there)
    _a_discussed_letter(store, there)
    documents.keep(store, there.stream_id, b"%PDF words", subject=note.id, title="Rota")
    a_reviewed_case(store, there)
    return there


def _a_discussed_letter(store: Store, there: Visit) -> None:
    """A letter with all that may be said to one: remarks, comments of the authority, an excuse."""
    made = acts.draft(store, facts_of(store, there.id, "2018-10-12"), "monitoring_visit")
    letter = whole_letter(store, made)
    assert letter is not None
    comments.say_to_letter(store, letter.letter, letter.sections[0].paragraphs[0], "How many files?", "question")
    challenges.write(store, letter.letter, "It was seven.", quoted="six of eight", said_by="Head of service")
    (said,) = challenges_of_letter(store, made)
    challenges.decide(store, said, "partly", "The file says seven.", "six → seven")
    excuses.excuse(store, letter.letter, "no_strength", "0" * 24, "None was seen.")


def _plain(store: Store, visit_id: str) -> dict[str, Any]:
    """Return the export without what must differ: streams, the notes' own identifiers, who holds the seat."""
    plain: dict[str, Any] = json.loads(as_json(whole_visit(store, visit_id)))
    said_by_people = [*plain["notes"], *plain["comments"], *plain["remarks"]]
    first = {each["id"]: each["source_id"] or each["id"] for each in said_by_people}
    text = json.dumps(plain)
    for own, known in first.items():
        text = text.replace(own, known)
    plain = json.loads(text)
    names = {each["id"]: each["name"] for each in plain.pop("inspectors")}
    for name in ("agreements", "ratings", "resolutions", "excuses"):
        plain.pop(name)  # nobody says yes, rates or excuses for another
    plain.pop("standing")  # of the authority's own stream, which parcels carry
    for said in (*plain["notes"], *plain["comments"], *plain["remarks"]):
        said["by"] = said.pop("source_author") or names[said["author"]]
        for name in ("author", "source_id", "provenance"):
            said.pop(name, None)
    plain["links"].sort(key=lambda link: link["id"])
    for each in plain["documents"]:
        del each["sealed"]
    return dict(_without_streams(plain))


def _without_streams(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {name: _without_streams(each) for name, each in plain.items() if name != "stream"}
    return [_without_streams(each) for each in plain] if isinstance(plain, list) else plain


def test_out_and_in_again_into_a_new_store_loses_nothing(store: Store, other: Store) -> None:
    there = _a_full_visit(store)
    brought = bring_in(other, _out(store, there.id))
    assert brought == there.id
    assert _plain(other, brought) == _plain(store, there.id)
    (note,) = notes_of_visit(other, brought)
    assert note.author == other.me
    assert note.source_author == "Practice Inspector"
    assert check(other).problems == ()


def test_what_was_said_to_a_letter_comes_in_with_it_and_its_wording_but_no_excuse(store: Store, other: Store) -> None:
    there = _a_full_visit(store)
    brought = bring_in(other, _out(store, there.id))
    (letter,) = letters_of_visit(other, brought)
    (remark,) = comments_of_letter(other, letter.id)
    assert (remark.text, remark.source_author, remark.author) == ("How many files?", "Practice Inspector", other.me)
    (said,) = challenges_of_letter(other, letter.id)
    assert (said.decision, said.change) == ("partly", "six → seven")
    kept, before = wording_of(other, letter), wording_of(store, letter)
    assert kept is not None
    assert before is not None
    assert kept == replace(before, stream_id=letter.stream_id)
    assert excuses_of_letter(other, letter.id) == ()
    counts = {each.noun: (each.new, each.here) for each in preview(other, _out(store, there.id)).counts}
    assert (counts["challenge"], counts["comment"]) == ((0, 1), (0, 2))


def test_a_wording_that_another_visit_has_comes_in_for_this_one_too(store: Store, other: Store) -> None:
    acts.draft(other, facts_of(other, a_visit(other).id, "2018-10-12"), "monitoring_visit")
    brought = bring_in(other, _out(store, _a_full_visit(store).id))
    (letter,) = letters_of_visit(other, brought)
    assert is_in(other, letter.stream_id, letter.wording_id)


def test_a_sample_that_came_in_leads_to_its_list_and_to_no_reference(store: Store, other: Store) -> None:
    there = _a_full_visit(store)
    bring_in(other, _out(store, there.id))
    the_list, brought = list_of_visit(other, there.id), visit_by_id(other, there.id)
    assert the_list is not None
    assert brought is not None
    first, second = (sample_of_visit(each, there.id) for each in (store, other))
    assert first is not None
    assert second is not None
    assert run_now(samples.trying(the_list, plan_of(second)), other).draw.drawn == first.drawn
    with pytest.raises(Refused, match="key of the case list is not on this computer"):
        cases.reference_of(other, the_list, "CASE-1")


def test_a_loaded_framework_goes_and_comes_with_its_visit(store: Store, other: Store) -> None:
    there = a_visit(store)
    rubrics.use(store, there, a_rubric())
    bring_in(other, _out(store, there.id))
    assert rubrics_of_visit(other, again(other, there))[-1] == a_rubric()
    plain = json.loads(as_json(whole_visit(store, there.id)))
    plain["editions"][0]["content"] = plain["editions"][0]["content"].replace("Plans", "Plots")
    with pytest.raises(BadFile, match="editions 1, content"):
        read_visit(json.dumps(plain).encode())


def test_the_worked_example_with_its_two_authors_comes_over_whole(tmp_path: Path, other: Store) -> None:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path)
    brought = bring_in(other, _out(lead, worked.visit_id))
    assert _plain(other, brought) == _plain(lead, worked.visit_id)
    assert len({each.source_author for each in notes_of_visit(other, brought)}) == 2


def test_a_preview_counts_and_does_nothing(store: Store, other: Store) -> None:
    there = _a_full_visit(store)
    before = len(other.ledger.changes())
    shown = preview(other, _out(store, there.id))
    assert (shown.council, shown.is_here) == ("Practice Borough Council", False)
    assert {each.noun: each.new for each in shown.counts} == dict.fromkeys(
        ("session", "note", "concern", "point", "link", "finding", "letter", "challenge", "case_list", "sample"), 1
    ) | {"comment": 2, "case": 2, "case_review": 1, "document": 2}
    assert len(other.ledger.changes()) == before


def test_twice_is_once_in_both_stores(store: Store, other: Store) -> None:
    there = _a_full_visit(store)
    read = _out(store, there.id)
    bring_in(other, read)
    for where in (store, other):
        assert preview(where, read).new == 0
        assert preview(where, read).is_here
        bring_in(where, read)
        assert len(notes_of_visit(where, there.id)) == 1


def test_what_is_here_already_stays_as_it_is_and_the_rest_is_added(store: Store) -> None:
    there = _a_full_visit(store)
    read = _out(store, there.id)
    (note,) = notes_of_visit(store, there.id)
    notes.amend(store, note, text="Eight of eight.")
    raw = json.loads(as_json(whole_visit(store, there.id)))
    raw["notes"].append({**raw["notes"][0], "id": "one-more.from-elsewhere", "text": "One more."})
    bring_in(store, read_visit(json.dumps(raw).encode()))
    assert [each.text for each in notes_of_visit(store, there.id)] == ["Eight of eight.", "One more."]
    assert read.notes[0].text == "Seven of eight: ŵyn."


def test_undo_takes_the_whole_visit_back(store: Store, other: Store) -> None:
    there = _a_full_visit(store)
    read = _out(store, there.id)
    bring_in(other, read)
    turned = undo.undo(other)
    assert turned is not None
    assert turned.act == "visits.import"
    assert notes_of_visit(other, there.id) == ()
    with pytest.raises(Refused, match="withdrawn"):
        preview(other, read)
    assert undo.redo(other) is not None
    assert len(notes_of_visit(other, there.id)) == 1


def test_a_visit_comes_to_the_authority_that_is_here_under_its_name(store: Store, other: Store) -> None:
    mine = a_visit(other)
    there = _a_full_visit(store)
    bring_in(other, _out(store, there.id))
    found = visit_by_id(other, there.id)
    assert found is not None
    assert found.authority_id == mine.authority_id


def test_a_link_without_its_note_is_left_out_and_counted(store: Store, other: Store) -> None:
    there = _a_full_visit(store)
    raw = json.loads(as_json(whole_visit(store, there.id)))
    raw["links"][0]["note_id"] = "nothing"
    read = read_visit(json.dumps(raw).encode())
    assert next(each.left for each in preview(other, read).counts if each.noun == "link") == 1
    bring_in(other, read)
    assert check(other).problems == ()


def test_a_signed_letter_is_not_brought_back_into_its_own_visit(store: Store) -> None:
    there = _a_full_visit(store)
    (letter,) = letters_of_visit(store, there.id)
    raw = json.loads(as_json(whole_visit(store, there.id)))
    raw["letters"][0].update(id="another", document_id="d", status="signed")
    section = raw["letters"][0]["sections"][0]
    section.update(id="s", letter_id="another", paragraphs=[])
    raw["letters"][0]["sections"] = [section]
    raw["remarks"][0].update(id="said", source_id="", letter_id="another")
    raw["challenges"][0].update(id="asked", letter_id="another")
    read = read_visit(json.dumps(raw).encode())
    assert next(each.left for each in preview(store, read).counts if each.noun == "letter") == 1
    bring_in(store, read)
    assert [each.id for each in letters_of_visit(store, there.id)] == [letter.id]
    assert comments_of_letter(store, "another") == challenges_of_letter(store, "another") == ()


def test_nothing_is_half_brought_in(store: Store, other: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    there = _a_full_visit(store)
    read = _out(store, there.id)
    add, count = Gesture.add, iter(range(6))

    def breaks(gesture: Gesture, record: Any) -> None:
        if next(count, None) is None:
            raise OSError("a disk that goes away")
        add(gesture, record)

    monkeypatch.setattr(Gesture, "add", breaks)
    with pytest.raises(OSError, match="goes away"):
        bring_in(other, read)
    assert visit_by_id(other, there.id) is None
    assert records(other, Visit, "true") == ()
    monkeypatch.undo()
    bring_in(other, read)
    assert len(notes_of_visit(other, there.id)) == 1


def test_what_goes_with_a_letter_comes_over_with_it(store: Store, other: Store) -> None:
    there = a_visit(store)
    letter = a_letter(store, there, "We came.")
    enclose(store, letter, [Enclosable("Annex A", Incoming("plan.txt", b"Six of eight."))])
    bring_in(other, _out(store, there.id))
    (brought,) = enclosures_of_letter(other, letter.id)
    assert brought.enclosure.title == "Annex A"
    assert brought.document is not None
    assert documents.read(other, brought.document) == b"Six of eight."
    assert _plain(other, there.id) == _plain(store, there.id)


def test_a_signed_letter_comes_over_sealed_with_its_bytes(store: Store, other: Store) -> None:
    there = a_visit(store)
    letter = a_letter(store, there, "We came.")
    signed, unsigned = (documents.shelve(store, there.stream_id, data, subject=letter.id) for data in (b"%2", b"%1"))
    letters.seal(store, letter, (signed, unsigned), ("Practice Inspector", "ab12"), [cite(store, there.stream_id)])
    bring_in(other, _out(store, there.id))
    (brought,) = letters_of_visit(other, there.id)
    pdf = document(other, brought.document_id)
    assert pdf is not None
    assert documents.read(other, pdf) == b"%2"
    assert (brought.status, brought.sealed_by) == ("signed", "Practice Inspector")
    assert check(other).problems == ()
    assert _plain(other, there.id) == _plain(store, there.id)
