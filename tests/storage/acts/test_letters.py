# SPDX-License-Identifier: MIT
"""Rewording, adding, ordering, moving and sealing a letter's pieces."""

from typing import Any

import pytest

from storage import documents, undo
from storage.acts import letters
from storage.errors import Refused
from storage.model.letter import Letter, Paragraph, Section, Sentence
from storage.queries.evidence import cite
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import a_letter, a_store, a_visit, again, hand_over, join
from tests.storage.doubtful import check_all, notes_arrive, partner_of


def pieces(store: Store, shell: Letter) -> tuple[Section, Paragraph, tuple[Sentence, ...]]:
    whole = whole_letter(store, shell.id)
    assert whole is not None
    section = whole.sections[0]
    return section.section, section.paragraphs[0].paragraph, section.paragraphs[0].sentences


def test_a_reworded_sentence_keeps_its_sources_and_is_marked_to_be_checked(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    sentence = pieces(store, shell)[2][0]
    letters.clear(store, sentence, ["note:1", "finding:2"])
    letters.reword(store, again(store, sentence), "Another.")
    now = again(store, sentence)
    assert (now.text, now.sources, now.check) == ("Another.", ("note:1", "finding:2"), True)
    letters.clear(store, now, ["note:1"])
    assert (again(store, sentence).sources, again(store, sentence).check) == (("note:1",), False)


def test_a_sentence_without_sources_needs_no_check(store: Store) -> None:
    sentence = pieces(store, a_letter(store, a_visit(store), "One."))[2][0]
    letters.reword(store, sentence, "Another.")
    assert not again(store, sentence).check
    count = len(store.ledger.changes())
    letters.reword(store, again(store, sentence), "Another.")
    assert len(store.ledger.changes()) == count


def test_a_piece_without_words_is_refused(store: Store) -> None:
    section, paragraph, [sentence] = pieces(store, a_letter(store, a_visit(store), "One."))
    with pytest.raises(Refused, match="no words"):
        letters.reword(store, sentence, " ")
    with pytest.raises(Refused, match="no words"):
        letters.add_sentence(store, paragraph, "0002", "")
    with pytest.raises(Refused, match="no words"):
        letters.add_paragraph(store, section, "0002", "\n")


def test_a_withdrawn_sentence_is_not_reworded(store: Store) -> None:
    sentence = pieces(store, a_letter(store, a_visit(store), "One."))[2][0]
    letters.withdraw(store, sentence)
    with pytest.raises(Refused, match="withdrawn"):
        letters.reword(store, again(store, sentence), "Another.")


def test_a_letter_moves_through_its_states_but_only_a_seal_signs_it(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    letters.move(store, shell, "approved")
    with pytest.raises(Refused, match="cannot become"):
        letters.move(store, again(store, shell), "signed")
    with pytest.raises(Refused, match="cannot become"):
        letters.move(store, again(store, shell), "published")
    letters.move(store, again(store, shell), "drafting")


def sealed(store: Store, shell: Letter) -> None:
    pages: Any = [
        documents.shelve(store, shell.stream_id, data, subject=shell.id, title=title)
        for data, title in ((b"%PDF signed", "Letter"), (b"%PDF", "Letter, unsigned"))
    ]
    letters.seal(store, again(store, shell), tuple(pages), ("Practice Inspector", "30"), [cite(store, shell.stream_id)])


def test_a_seal_names_its_documents_signer_and_evidence(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    evidence = cite(store, shell.stream_id)
    sealed(store, shell)
    now = again(store, shell)
    assert (now.status, now.sealed_by, now.cites) == ("signed", "Practice Inspector", (evidence,))
    assert now.document_id
    assert now.unsigned_id
    assert now.sealed_at
    assert len({change.gesture for change in store.ledger.changes() if change.act == "letters.seal"}) == 1


def test_a_sealed_letter_refuses_amendment_anywhere(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    section, paragraph, [sentence] = pieces(store, shell)
    sealed(store, shell)
    attempts = (
        lambda: letters.amend(store, again(store, shell), salutation="Dear all"),
        lambda: letters.reword(store, sentence, "Another."),
        lambda: letters.add_sentence(store, paragraph, "0002", "More."),
        lambda: letters.add_paragraph(store, section, "0002", "More."),
        lambda: letters.withdraw(store, section),
        lambda: letters.reorder(store, paragraph, "0002"),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match="sealed"):
            attempt()
    with pytest.raises(Refused, match="already signed"):
        sealed(store, shell)
    letters.move(store, again(store, shell), "issued")
    assert again(store, shell).status == "issued"
    assert again(store, sentence).text == "One."


def test_only_the_lead_seals(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    shell = a_letter(store, visit, "One.")
    join(store, visit.stream_id, other)
    with pytest.raises(Refused, match="role"):
        sealed(other, shell)
    hand_over(other, store, visit.stream_id)
    assert again(store, shell).document_id == ""


def test_a_note_belongs_to_its_paragraph_and_a_note_to_a_note_to_the_same(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    paragraph = pieces(store, shell)[1]
    first = again(store, Paragraph(id=letters.add_note(store, paragraph, "0020", "Of one."), stream_id=shell.stream_id))
    second = again(store, Paragraph(id=letters.add_note(store, first, "0030", "Too."), stream_id=shell.stream_id))
    assert [(each.kind, each.note_to) for each in (first, second)] == [("note", paragraph.id)] * 2
    with pytest.raises(Refused, match="no words"):
        letters.add_note(store, paragraph, "0040", " ")


def test_a_letter_is_neither_sealed_nor_issued_while_it_is_being_checked(store: Store) -> None:
    there = a_visit(store)
    shell = a_letter(store, there, "One.")
    note = notes_arrive(store, partner_of(store, there), there)[0]
    letters.clear(store, pieces(store, shell)[2][0], [f"note:{note.id}"])
    with pytest.raises(Refused, match="still being checked") as refused:
        sealed(store, shell)
    assert "Wait a moment" in refused.value.advice
    with pytest.raises(Refused, match="still being checked"):
        letters.refuse_to_issue(store, again(store, shell))
    check_all(store)
    sealed(store, shell)
    assert again(store, shell).status == "signed"


def test_a_wrong_signature_behind_a_letter_has_a_sentence_of_its_own(store: Store) -> None:
    there = a_visit(store)
    shell = a_letter(store, there, "One.")
    note = notes_arrive(store, partner_of(store, there), there, wrong=True)[0]
    letters.clear(store, pieces(store, shell)[2][0], [f"note:{note.id}"])
    check_all(store)
    with pytest.raises(Refused, match="signatures are wrong") as refused:
        sealed(store, shell)
    assert "Its checks show where" in refused.value.advice
    letters.clear(store, pieces(store, shell)[2][0], [])
    sealed(store, shell)


def _noted(store: Store) -> tuple[Letter, Paragraph, str]:
    shell = a_letter(store, a_visit(store), "One.")
    section, paragraph, _ = pieces(store, shell)
    letters.add_paragraph(store, section, "0020", "Two.")
    letters.add_note(store, paragraph, "0030", "Of one.")
    return shell, paragraph, "Of one."


def _said(store: Store, shell: Letter) -> list[str]:
    whole = whole_letter(store, shell.id)
    assert whole is not None
    return [each.text for section in whole.sections for each in section.paragraphs if each.text]


@pytest.mark.parametrize("whole", [True, False])
def test_a_paragraphs_notes_are_withdrawn_and_restored_with_it(store: Store, whole: bool) -> None:
    shell, paragraph, _ = _noted(store)
    letters.withdraw(store, paragraph if whole else pieces(store, shell)[2][0])
    assert _said(store, shell) == ["Two."]
    undo.undo(store)
    assert sorted(_said(store, shell)) == ["Of one.", "One.", "Two."]
    undo.redo(store)
    assert _said(store, shell) == ["Two."]


def test_a_note_stays_while_its_paragraph_says_anything_and_goes_alone(store: Store) -> None:
    shell, paragraph, note = _noted(store)
    letters.add_sentence(store, paragraph, "0002", "More.")
    letters.withdraw(store, pieces(store, shell)[2][0])
    assert sorted(_said(store, shell)) == ["More.", note, "Two."]
    found = whole_letter(store, shell.id)
    assert found is not None
    letters.withdraw(store, next(each.paragraph for each in found.sections[0].paragraphs if each.text == note))
    assert sorted(_said(store, shell)) == ["More.", "Two."]
