# SPDX-License-Identifier: MIT
"""Enclosing files with a letter: kept as they go out, named as the letter names them, ink once it is signed."""

from pathlib import Path

import pytest

from storage import documents, undo
from storage.acts import enclosures, letters
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable
from storage.errors import BadFile, Refused
from storage.model.document import Document
from storage.model.letter import Letter
from storage.queries.enclosures import enclosures_of_letter
from storage.queries.evidence import cite
from storage.queries.letters import whole_letter
from storage.queries.rows import records
from storage.store import Store
from tests.builders import a_letter, a_store, a_visit, again, hand_over, join
from tests.files import CAMERA, a_picture, pdf


def _enclosed(store: Store, title: str = "Annex A", words: str = "Plans are reviewed.") -> Letter:
    letter = a_letter(store, a_visit(store), "We came.")
    enclosures.enclose(store, letter, [Enclosable(title, Incoming("plan.pdf", pdf(words)))])
    return letter


def _titles(store: Store, letter: Letter) -> list[str]:
    return [each.enclosure.title for each in enclosures_of_letter(store, letter.id)]


def _seal(store: Store, letter: Letter) -> None:
    about = {"subject": letter.id, "title": "letter.pdf"}
    signed, unsigned = (documents.shelve(store, letter.stream_id, each, **about) for each in (b"%PDF", b"%PDF-"))
    evidence = [cite(store, letter.stream_id)]
    letters.seal(store, again(store, letter), (signed, unsigned), ("Practice Inspector", "30"), evidence)


def test_a_letter_has_its_enclosures_with_it(store: Store) -> None:
    letter = _enclosed(store)
    whole = whole_letter(store, letter.id)
    assert whole is not None
    [made] = whole.enclosures
    assert made.document is not None
    assert made.enclosure.title == made.document.title == "Annex A"
    assert made.document.media_type == "application/pdf"
    assert documents.read(store, made.document) == pdf("Plans are reviewed.")


def test_a_picture_goes_out_without_its_place_and_camera(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    file = Incoming("Megan at home.jpg", a_picture())
    enclosures.enclose(store, letter, [Enclosable("Annex A", file)])
    [made] = enclosures_of_letter(store, letter.id)
    assert made.document is not None
    kept = documents.read(store, made.document)
    assert kept.startswith(b"\xff\xd8")
    assert CAMERA.encode() not in kept
    assert made.document.thumbnail
    assert "Megan" not in str(made)


def test_files_are_enclosed_in_order_and_none_twice(store: Store) -> None:
    letter = _enclosed(store)
    two = [Enclosable("Annex B", Incoming("b.txt", b"words")), Enclosable("Annex C", Incoming("c.txt", b"others"))]
    assert len(enclosures.enclose(store, letter, two)) == 2
    assert enclosures.enclose(store, letter, [Enclosable("Again", Incoming("d.txt", b"words"))]) == ()
    assert _titles(store, letter) == ["Annex A", "Annex B", "Annex C"]
    first, *_, last = enclosures_of_letter(store, letter.id)
    enclosures.reorder(store, last.enclosure, "0005")
    enclosures.retitle(store, first.enclosure, "  Annex B:\n the  plan ")
    assert _titles(store, letter) == ["Annex C", "Annex B: the plan", "Annex B"]


def test_files_are_enclosed_all_or_none(store: Store, tmp_path: Path) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    good = Enclosable("Annex A", Incoming("a.txt", b"words"))
    for bad in (Incoming("b", b"MZ program"), Incoming("gone.pdf", tmp_path / "gone.pdf")):
        with pytest.raises(BadFile):
            enclosures.enclose(store, letter, [good, Enclosable("Annex B", bad)])
    with pytest.raises(Refused, match="no title"):
        enclosures.enclose(store, letter, [good, Enclosable("\u202e ", Incoming("b.txt", b"others"))])
    assert _titles(store, letter) == []


def test_what_a_letter_cannot_carry_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enclosures, "MOST_TOGETHER", 1500)
    letter = a_letter(store, a_visit(store), "We came.")
    enclosures.enclose(store, letter, [Enclosable("Annex A", Incoming("a.txt", b"words " * 200))])
    with pytest.raises(Refused, match="larger"):
        enclosures.enclose(store, letter, [Enclosable("Annex B", Incoming("b.txt", b"other " * 200))])
    assert _titles(store, letter) == ["Annex A"]


def test_withdrawing_an_enclosure_takes_its_file_along_and_undo_brings_both_back(store: Store) -> None:
    letter = _enclosed(store)
    enclosures.withdraw(store, enclosures_of_letter(store, letter.id)[0])
    assert _titles(store, letter) == []
    assert records(store, Document, "present") == ()
    undo.undo(store)
    [back] = enclosures_of_letter(store, letter.id)
    assert back.document is not None
    assert back.document.present
    undo.undo(store)
    assert _titles(store, letter) == []
    undo.redo(store)
    assert _titles(store, letter) == ["Annex A"]


def test_a_title_needs_words(store: Store) -> None:
    letter = _enclosed(store)
    [made] = enclosures_of_letter(store, letter.id)
    with pytest.raises(Refused, match="no title"):
        enclosures.retitle(store, made.enclosure, " \n ")
    assert _titles(store, letter) == ["Annex A"]


def test_what_goes_with_a_signed_letter_is_ink(store: Store) -> None:
    letter = _enclosed(store)
    [made] = enclosures_of_letter(store, letter.id)
    _seal(store, letter)
    more = [Enclosable("Annex B", Incoming("b.txt", b"words"))]
    for deed in (
        lambda: enclosures.enclose(store, letter, more),
        lambda: enclosures.withdraw(store, made),
        lambda: enclosures.retitle(store, made.enclosure, "Other"),
        lambda: enclosures.reorder(store, made.enclosure, "0001"),
    ):
        with pytest.raises(Refused, match="already signed"):
            deed()
    undo.undo(store)
    assert _titles(store, letter) == ["Annex A"]


def test_a_letter_that_was_signed_while_files_were_read_gets_none(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    job = enclosures.enclosing(letter, [Enclosable("Annex A", Incoming("a.txt", b"words"))])
    made = job.work(job.take(store), lambda _part: None)
    _seal(store, letter)
    with pytest.raises(Refused, match="already signed"):
        job.put(store, made)


def test_what_a_colleague_encloses_after_the_seal_is_set_aside(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    bea = a_store("Bea")
    join(store, letter.stream_id, bea)
    enclosures.enclose(bea, again(bea, letter), [Enclosable("Annex A", Incoming("a.txt", b"words"))])
    _seal(store, letter)
    hand_over(bea, store, letter.stream_id)
    assert _titles(store, letter) == []
