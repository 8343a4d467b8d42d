# SPDX-License-Identifier: MIT
"""Verbs on letters, on the worked example in real stores: drafted, previewed, signed, sealed."""

from collections.abc import Generator
from pathlib import Path

import pytest

from reports import acts
from reports.facts import Facts, facts_of
from storage import documents, example
from storage.acts import letters as pieces
from storage.acts import members, notes
from storage.errors import BadFile, Refused
from storage.example import Example
from storage.job import Cancelled, run_now
from storage.model import clock
from storage.model.letter import Sentence, WholeLetter
from storage.queries.authorities import authority
from storage.queries.documents import document
from storage.queries.letters import whole_letter
from storage.queries.visits import visit
from storage.steps import whole
from storage.store import Store, create, scratch
from tests.builders import PASSPHRASE, a_finding, a_letter, a_visit

WHEN = clock.now()


def _drafted(store: Store, worked: Example, kind: str = "improvement_conference") -> WholeLetter:
    facts = facts_of(store, worked.visit_id, "2018-10-12", worked.ids["rhian"], worked.ids["walton"])
    letter = whole_letter(store, acts.draft(store, facts, kind))
    assert letter is not None
    return letter


def _sentences(letter: WholeLetter) -> list[Sentence]:
    return [one for each in letter.sections for part in each.paragraphs for one in part.sentences]


def _again(store: Store, letter: WholeLetter) -> WholeLetter:
    found = whole_letter(store, letter.letter.id)
    assert found is not None
    return found


def test_a_draft_keeps_the_order_and_the_sources_of_what_was_composed(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    letter = _drafted(store, example_)
    composed = acts.letter_type("improvement_conference").draft(
        facts_of(store, example_.visit_id, "2018-10-12", example_.ids["rhian"], example_.ids["walton"])
    )
    assert [each.section.code for each in letter.sections] == [each.code for each in composed.sections]
    kept = [one for each in letter.sections for part in each.paragraphs for one in part.sentences]
    assert [(each.text, each.sources) for each in kept] == [(each.text, each.sources) for each in composed.sentences()]


def test_drafting_as_a_job_records_the_very_same_letter(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    known = ("2018-10-12", example_.ids["rhian"], example_.ids["walton"])
    at_once = _drafted(store, example_)
    wanted = acts.Wanted(example_.visit_id, "improvement_conference", "en", *known)
    drafted = whole_letter(store, run_now(acts.drafting(wanted), store))
    assert drafted is not None
    one, other = (
        [[p.paragraph.kind for p in each.paragraphs] for each in letter.sections] for letter in (at_once, drafted)
    )
    assert one == other
    assert [each.text for each in _sentences(drafted)] == [each.text for each in _sentences(at_once)]
    assert [each.sources for each in _sentences(drafted)] == [each.sources for each in _sentences(at_once)]


def test_the_facts_of_a_store_in_a_folder_are_read_by_a_connection_of_their_own(tmp_path: Path) -> None:
    store, _code = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    visit = a_visit(store)
    a_finding(store, visit, "Supervision is irregular.")
    job, news = acts.drafting(acts.Wanted(visit.id, "monitoring_visit", date="2018-07-18")), list[object]()
    store.listen(news.append)
    taken = job.take(store)
    assert not isinstance(taken, Facts)  # a way to look, for another thread: nothing was read yet
    made = job.work(taken, lambda _part: None)
    assert news == []
    steps = job.put(store, made)
    assert isinstance(steps, Generator)
    assert whole_letter(store, whole(steps)) is not None
    assert len(news) == 1
    store.close()


def test_composing_again_is_a_new_draft(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    first = _drafted(store, example_)
    pieces.reword(store, first.sections[0].paragraphs[0].sentences[0], "Her own words.")
    second = _drafted(store, example_)
    assert _again(store, first).sections[0].paragraphs[0].sentences[0].text == "Her own words."
    assert second.letter.id != first.letter.id


def test_a_preview_is_the_very_bytes_that_are_signed(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    seen = acts.preview(store, _drafted(store, example_).letter.id)
    signed = run_now(acts.signing(seen, acts.practice_identity(store), WHEN), store)
    assert signed.pdf.startswith(seen.pdf)
    assert signed.verdict.is_well
    sealed = _again(store, seen.letter).letter
    assert sealed.status == "signed"
    assert sealed.sealed_by == acts.practice_identity(store).name
    assert acts.signed_pdf(store, sealed) == signed.pdf
    unsigned = document(store, sealed.unsigned_id)
    assert unsigned is not None
    assert documents.read(store, unsigned) == seen.pdf
    assert {stream for stream, _, _ in sealed.cites} == {
        sealed.stream_id,
        _stream_of_authority(store, sealed.authority_id),
    }


def _stream_of_authority(store: Store, authority_id: str) -> str:
    found = authority(store, authority_id)
    assert found is not None
    return found.stream_id


def test_a_sealed_letter_refuses_amendment(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    seen = acts.preview(store, _drafted(store, example_).letter.id)
    run_now(acts.signing(seen, acts.practice_identity(store), WHEN), store)
    sealed = _again(store, seen.letter)
    with pytest.raises(Refused, match="sealed"):
        pieces.reword(store, sealed.sections[0].paragraphs[0].sentences[0], "Other words.")
    with pytest.raises(Refused, match="sealed"):
        pieces.add_paragraph(store, sealed.sections[0].section, "0005", "One more.")
    with pytest.raises(Refused, match="already signed"):
        run_now(acts.signing(acts.preview(store, sealed.letter.id), acts.practice_identity(store), WHEN), store)
    assert _again(store, seen.letter) == sealed


@pytest.mark.parametrize("what", ["letter", "evidence"])
def test_signing_asks_for_a_new_preview_when_something_moved(worked: tuple[Store, Example], what: str) -> None:
    store, example_ = worked
    seen = acts.preview(store, _drafted(store, example_).letter.id)
    if what == "letter":
        pieces.reword(store, seen.letter.sections[0].paragraphs[0].sentences[0], "Other words.")
    else:
        there = visit(store, example_.visit_id)
        assert there is not None
        notes.write(store, there, "One thing more was seen.")
    with pytest.raises(Refused, match="changed since this preview"):
        run_now(acts.signing(seen, acts.practice_identity(store), WHEN), store)
    assert not _again(store, seen.letter).letter.document_id


def test_cancelling_the_signature_seals_nothing(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    seen = acts.preview(store, _drafted(store, example_).letter.id)

    def stop(_part: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run_now(acts.signing(seen, acts.practice_identity(store), WHEN), store, stop)
    assert not _again(store, seen.letter).letter.document_id


def test_a_letter_edited_while_it_was_being_signed_is_not_sealed(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    seen = acts.preview(store, _drafted(store, example_).letter.id)
    job = acts.signing(seen, acts.practice_identity(store), WHEN)
    made = job.work(job.take(store), lambda _part: None)
    pieces.reword(store, seen.letter.sections[0].paragraphs[0].sentences[0], "Typed meanwhile.")
    with pytest.raises(Refused, match="changed since this preview"):
        whole(job.put(store, made))  # type: ignore[arg-type]
    assert _again(store, seen.letter).sections[0].paragraphs[0].sentences[0].text == "Typed meanwhile."


def test_a_note_written_while_the_letter_is_being_signed_holds_nothing_up(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    seen = acts.preview(store, _drafted(store, example_).letter.id)
    job = acts.signing(seen, acts.practice_identity(store), WHEN)
    made = job.work(job.take(store), lambda _part: None)
    there = visit(store, example_.visit_id)
    assert there is not None
    notes.write(store, there, "Written meanwhile.")
    whole(job.put(store, made))  # type: ignore[arg-type]
    assert _again(store, seen.letter).letter.cites == seen.cites


def test_the_practice_identity_is_made_once_and_says_what_it_is(store: Store) -> None:
    first = acts.practice_identity(store)
    assert acts.practice_identity(store).fingerprint == first.fingerprint
    assert first.practice
    assert "PRACTICE" in first.name


def test_only_the_lead_inspector_seals(tmp_path: Path, practice_file: list[str]) -> None:
    lead, second = scratch(), scratch()
    worked_ = example.record(lead, second, tmp_path)
    second.marks.keep("practice_identity", practice_file)
    seen = acts.preview(second, _drafted(second, worked_).letter.id)
    with pytest.raises(Refused, match="role"):
        run_now(acts.signing(seen, acts.practice_identity(second), WHEN), second)
    assert not _again(second, seen.letter).letter.document_id


def test_a_character_that_no_font_has_is_told_before_anything_is_laid_out(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    letter = _drafted(store, example_)
    pieces.reword(store, letter.sections[1].paragraphs[0].sentences[0], "A snowman ☃ stood there.")
    with pytest.raises(BadFile, match="U\\+2603"):
        acts.preview(store, letter.letter.id)


def test_what_is_not_here_is_said_to_be_so(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    with pytest.raises(Refused, match="not in the store"):
        acts.preview(store, "no-such-letter")
    with pytest.raises(Refused, match="not signed yet"):
        acts.signed_pdf(store, _drafted(store, example_).letter)
    with pytest.raises(Refused, match="no letter type"):
        acts.draft(store, facts_of(store, example_.visit_id), "birthday_card")


def test_a_page_that_does_not_say_practice_is_not_signed_for_practice(store: Store, practice_file: list[str]) -> None:
    store.marks.keep("practice_identity", practice_file)
    letter = a_letter(store, a_visit(store), "We came.")
    pieces.amend(store, letter, date="2026-11-22")
    with pytest.raises(Refused, match="for practice"):
        run_now(acts.signing(acts.preview(store, letter.id), acts.practice_identity(store), WHEN), store)
    seen = acts.preview(store, letter.id, practice=True)
    assert run_now(acts.signing(seen, acts.practice_identity(store), WHEN), store).verdict.is_well


def test_a_sealed_letter_is_verified_against_all_that_is_kept_of_it(worked: tuple[Store, Example]) -> None:
    store, example_ = worked
    seen = acts.preview(store, _drafted(store, example_).letter.id)
    run_now(acts.signing(seen, acts.practice_identity(store), WHEN), store)
    verdict = acts.verdict_on(store, _again(store, seen.letter).letter)
    assert verdict.is_well
    assert verdict.signers[0].trusted
