# SPDX-License-Identifier: MIT
"""A letter's whole way at the window, by verbs and buttons: drafted, made one's own, checked, answered, signed, out."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reports.exports.letter_docx import as_docx
from storage.model.letter import Sentence, WholeLetter
from storage.model.visit import Visit
from storage.queries.challenges import challenges_of_letter
from storage.queries.letter_states import steps_of_letter
from storage.queries.letters import whole_letter
from storage.queries.pairs import pair_of
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from tests.ui.shown import a_desk, dialogs
from ui.history.letter_dialog import LetterDialog
from ui.letters.accuracy import AccuracyDialog
from ui.letters.checks_dialog import ChecksDialog
from ui.letters.draft_dialog import DraftDialog
from ui.letters.letters import Letters
from ui.letters.pair_dialog import PairDialog
from ui.letters.sign_dialog import SignDialog
from ui.letters.state_sheet import StateSheet
from ui.look import Look
from ui.window import Window

SEEN = "Six of eight files held a current plan."


@pytest.fixture
def visit(store: Store) -> Visit:
    """Give a practice visit with a note and a finding that rests on it."""
    made = a_visit(store, illustration=True)
    note = a_note(store, made, SEEN)
    a_finding(store, made, "Plans are mostly current.", supports=(note.id,), polarity="strength", state="agreed")
    return made


@pytest.fixture
def window(qtbot: QtBot, look: Look, store: Store, visit: Visit, tmp_path: Path) -> Iterator[Window]:
    """Give the window on the visit, with a letter drafted at it."""
    made = Window(a_desk(store, look, tmp_path))
    made.show_visit(visit.id)
    made.show()
    made.go("letters")
    do(made, "Draft a letter…")
    drafting = the(DraftDialog)
    with qtbot.waitSignal(drafting.drafted):
        drafting.on_act()
    yield made
    made.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def page(window: Window) -> Letters:
    found = window.page("letters")
    assert isinstance(found, Letters)
    return found


def do(window: Window, verb: str) -> None:
    next(each for each in window.menus.actions() if each.verb.name == verb).go()


def the(kind: type[Any]) -> Any:
    """Return the one dialog of a kind that is on the screen."""
    return next(each for each in dialogs() if isinstance(each, kind))


def whole(window: Window) -> WholeLetter:
    shown = page(window).letter
    assert shown is not None
    found = whole_letter(window.desk.store, shown.letter.id)
    assert found is not None
    return found


def sentences(window: Window) -> list[Sentence]:
    return [s for section in whole(window).sections for p in section.paragraphs for s in p.sentences]


def test_a_draft_is_made_ones_own_and_every_sentence_leads_to_its_note(qtbot: QtBot, window: Window) -> None:
    letters = page(window)
    rests = next(each for each in sentences(window) if any("finding:" in source for source in each.sources))
    letters.text.stand_on(rests.id)
    qtbot.keyClick(letters.text, Qt.Key.Key_Return)
    assert letters.text.editor is not None
    letters.text.editor.field.setPlainText("We saw current plans in most files.")
    assert letters.text.keep()
    assert "We saw current plans in most files." in [each.text for each in sentences(window)]
    do(window, "Undo")
    assert rests.text in [each.text for each in sentences(window)]
    letters.checks.fill_phrases()  # the menu itself grabs the keyboard, which a screenless platform cannot
    phrase = next(each for each in letters.checks.phrases.actions() if not each.isSeparator())
    phrase.trigger()
    assert letters.text.editor is not None
    letters.text.editor.field.insertPlainText("plans.")
    assert letters.text.keep()
    assert f"{phrase.text()} plans." in [each.text for each in sentences(window)]
    order = [each.text for each in sentences(window)]
    do(window, "Move the sentence up")
    assert [each.text for each in sentences(window)] != order
    letters.text.stand_on(rests.id)
    do(window, "Where the sentence comes from")
    letters.sources.list.setCurrentIndex(letters.sources.list.model().index(1, 0))
    qtbot.keyClick(letters.sources.list, Qt.Key.Key_Return)
    assert window.page("notes").isVisible()


def test_what_holds_it_up_is_excused_and_the_authoritys_comments_are_answered(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    letters, store = page(window), window.desk.store
    for state in ("evidence_checked", "peer_reviewed", "privacy_checked"):
        letters.card.state_asked.emit(state)
    letters.card.state_asked.emit("factual_accuracy_out")
    the(StateSheet).on_act()
    assert "working days have gone" in letters.card.clock.words()
    back: Any = docx.Document(BytesIO(as_docx(whole(window))))
    said = next(each for each in back.paragraphs if len(each.text.split()) > 8)
    back.add_comment(said.runs, "It was seven of eight.", author="Head of service")
    back.save(tmp_path / "back.docx")
    do(window, "Factual accuracy…")
    round_ = the(AccuracyDialog)
    with qtbot.waitSignal(round_.doing.idle):
        round_.read_file(tmp_path / "back.docx")
    [comment] = challenges_of_letter(store, whole(window).letter.id)
    round_.decision.setCurrentIndex(round_.decision.findData("rejected"))
    round_.reason.setPlainText("Both of us counted six.")
    round_.keep.click()
    round_.end.click()
    assert whole(window).letter.status == "comments_resolved"
    assert comment.said_by == "Head of service"
    letters.card.state_asked.emit("approved")
    qtbot.waitUntil(lambda: letters.checks.dialog is not None and letters.checks.dialog.found is not None)
    checks = the(ChecksDialog)
    while checks.found is not None and checks.found.open:
        left = len(checks.found.open)
        checks.list.show_lines(checks.list.lines(), checks.found.open[0].key)
        checks.reason.setText("It is a practice letter.")
        checks.let_be.click()
        qtbot.waitUntil(lambda count=left: len(checks.found.open) < count)
    checks.approve.click()
    qtbot.waitUntil(lambda: whole(window).letter.status == "approved")
    assert [each.state for each in steps_of_letter(store, whole(window).letter)][-2:] == [
        "comments_resolved",
        "approved",
    ]


def test_welsh_stands_beside_english_and_the_present_beside_the_past(qtbot: QtBot, window: Window) -> None:
    store = window.desk.store
    english = whole(window).letter
    do(window, "The letter in the other language…")
    drafting = the(DraftDialog)
    with qtbot.waitSignal(drafting.drafted):
        drafting.on_act()
    assert pair_of(store, english) is not None
    do(window, "The letter in the other language…")
    beside = the(PairDialog)
    assert beside.table.rows.rowCount() > 3
    beside.reject()
    do(window, "The letter, then and now…")
    qtbot.waitUntil(lambda: the(LetterDialog).count.text() != "")
    the(LetterDialog).accept()


def test_the_letter_is_signed_issued_and_published_with_a_reason(qtbot: QtBot, window: Window) -> None:
    letters = page(window)
    do(window, "Sign the letter…")
    signing = the(SignDialog)
    qtbot.waitUntil(signing.sign.isEnabled)
    signing.sign.click()
    qtbot.waitUntil(signing.verdict.isVisible)
    signing.close_button.click()
    letters.card.state_asked.emit("issued")
    letters.card.state_asked.emit("published")
    the(StateSheet).reason.setPlainText("The council has had it for two weeks.")
    the(StateSheet).on_act()
    assert whole(window).letter.status == "published"
    assert letters.card.track.accessibleDescription().startswith("Published · Now · ")
