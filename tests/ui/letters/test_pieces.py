# SPDX-License-Identifier: MIT
"""A letter as rows: what is in them, in which order, what is said of each, and that they stay where they can."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from resources import language
from storage.acts import letters as acts
from tests.ui.letters.conftest import Written
from ui.letters.pieces import Piece, Pieces, mark_words, pieces_of, shown_day


def test_rows_follow_the_letter_from_head_to_foot(written: Written) -> None:
    rows = pieces_of(written.whole())
    assert [each.kind for each in rows] == ["head"] * 3 + ["foot", "strong", *["sentence"] * 2, "heading"] + [
        "sentence"
    ] * 4 + ["foot"] * 2
    assert [each.bullet for each in rows if each.kind == "sentence"] == ["", "", "", "•", "•", "•"]


def test_each_sentence_says_what_it_stands_on(written: Written) -> None:
    acts.reword(written.store, written.sentences()[1], "Supervision is rare.")
    marks = [each.mark for each in pieces_of(written.whole()) if each.sentence]
    assert marks == ["standard", "check", "unsupported", "sources", "sources", "sources"]


def test_marks_are_words_for_who_sees_no_icon(written: Written) -> None:
    words = [mark_words(each) for each in pieces_of(written.whole()) if each.sentence]
    assert words[:3] == ["Standard wording", "1 source", "No source is named"]


def test_numbered_items_count_from_one_in_each_list(written: Written) -> None:
    whole = written.whole()
    section = whole.sections[1]
    numbered = tuple(
        replace(each, paragraph=replace(each.paragraph, kind="numbered")) if each.paragraph.kind == "bullet" else each
        for each in section.paragraphs
    )
    rows = pieces_of(replace(whole, sections=(replace(section, paragraphs=numbered),)))
    assert [each.bullet for each in rows if each.indented] == ["1.", "2.", "3."]


def test_the_day_is_written_in_the_letters_language(written: Written) -> None:
    shell = written.whole().letter
    assert shown_day(replace(shell, language="cy")) == "12 Hydref 2018"
    assert shown_day(replace(shell, date="soon")) == ""


def test_a_letter_without_a_date_says_so(written: Written) -> None:
    whole = written.whole()
    language.use("en")
    rows = pieces_of(replace(whole, letter=replace(whole.letter, date="")))
    assert next(each.text for each in rows if each.key == "date") == "No date yet"


def test_rewording_keeps_the_rows_where_they_are(written: Written, qtmodeltester: ModelTester) -> None:
    model = Pieces()
    model.show(pieces_of(written.whole()))
    qtmodeltester.check(model)
    kept: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: kept.append(first.row()))
    model.modelReset.connect(lambda: kept.append(-1))
    acts.reword(written.store, written.sentences()[0], "Thank you again.")
    model.show(pieces_of(written.whole()))
    assert kept == [5]


def test_room_for_a_new_piece_comes_and_goes(written: Written) -> None:
    model = Pieces()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(pieces_of(written.whole()))
    before = model.rowCount()
    row = model.begin_new(5, Piece("new:sentence", "new", ""))
    assert model.rowCount() == before + 1
    assert model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) == ""
    model.drop_new()
    model.drop_new()
    assert model.rowCount() == before


def test_rows_are_never_editable_in_the_model(written: Written) -> None:
    model = Pieces()
    model.show(pieces_of(written.whole()))
    assert not any(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable for row in range(model.rowCount()))
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.piece(QModelIndex()) is None


def test_a_note_within_a_list_shows_its_mark_and_the_list_counts_on(written: Written) -> None:
    whole = written.whole()
    lead, first, second, third = whole.sections[1].paragraphs
    kinds = ((lead, "prose"), (first, "numbered"), (second, "note"), (third, "numbered"))
    paragraphs = tuple(replace(each, paragraph=replace(each.paragraph, kind=kind)) for each, kind in kinds)
    rows = pieces_of(replace(whole, sections=(replace(whole.sections[1], paragraphs=paragraphs),)))
    assert [each.bullet for each in rows if each.indented] == ["1.", "[1]", "2."]


def test_a_note_whose_paragraph_a_colleague_withdrew_is_grey_and_says_that_it_is_not_printed(written: Written) -> None:
    whole = written.whole()
    section = whole.sections[1]
    *others, last = section.paragraphs
    gone = replace(last, paragraph=replace(last.paragraph, kind="note", note_to="gone"))
    rows = pieces_of(replace(whole, sections=(replace(section, paragraphs=(*others, gone)),)))
    (note,) = [each for each in rows if each.waits]
    assert (note.text, note.bullet, note.indented) == (last.text, "", True)
    assert mark_words(note) == "Not printed: the paragraph of this note was withdrawn"
