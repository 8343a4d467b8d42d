# SPDX-License-Identifier: MIT
"""The letters' page as a person uses it: empty, drafted, read, paged, signed, switched, closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reports import acts
from storage.acts import letters as pieces
from tests.builders import a_visit
from tests.ui.letters.conftest import Written, a_written_letter
from ui.desk import Desk
from ui.letters.draft_dialog import DraftDialog
from ui.letters.letters import Letters
from ui.letters.sign_dialog import SignDialog
from ui.look import speak


def test_without_letters_the_page_offers_to_draft_one(qtbot: QtBot, panel: Letters, desk: Desk) -> None:
    panel.show_visit(a_visit(desk.store).id)
    assert panel.nothing.isVisible()
    qtbot.mouseClick(panel.nothing.button, Qt.MouseButton.LeftButton)
    dialog = panel.dialog
    assert isinstance(dialog, DraftDialog)
    with qtbot.waitSignal(dialog.drafted):
        dialog.act.click()
    assert panel.dialog is None
    assert panel.letter is not None
    assert panel.list.isVisible()


def test_a_source_is_opened_from_the_keyboard(qtbot: QtBot, panel: Letters, written: Written) -> None:
    panel.text.stand_on(written.sentences()[1].id)
    panel.show_side(0)
    panel.sources.list.setCurrentIndex(panel.sources.list.model().index(1, 0))
    with qtbot.waitSignal(panel.source_chosen) as chosen:
        qtbot.keyClick(panel.sources.list, Qt.Key.Key_Return)
    assert chosen.args == [f"note:{written.note.id}"]


def test_the_pages_are_those_that_would_be_signed_and_follow_the_words(
    qtbot: QtBot, panel: Letters, written: Written
) -> None:
    before = acts.preview(written.store, written.letter_id).pdf
    panel.show_side(1)
    qtbot.waitUntil(lambda: panel.pages.pdf == before)
    pieces.reword(written.store, written.sentences()[0], "Many thanks.")
    qtbot.waitUntil(lambda: panel.pages.pdf not in (b"", before))
    assert panel.pages.pdf == acts.preview(written.store, written.letter_id).pdf


def test_a_letter_without_a_date_says_so_above_its_pages(qtbot: QtBot, panel: Letters, written: Written) -> None:
    pieces.amend(written.store, written.whole().letter, date="")
    panel.show_side(1)
    qtbot.waitUntil(panel.notice.isVisible)
    assert "no date" in panel.notice.message.text()
    assert panel.pages.pdf == b""
    pieces.amend(written.store, written.whole().letter, date="2018-10-12")
    qtbot.waitUntil(lambda: bool(panel.pages.pdf))
    assert not panel.notice.isVisible()


def test_a_character_without_a_glyph_is_told(qtbot: QtBot, panel: Letters, written: Written) -> None:
    pieces.reword(written.store, written.sentences()[0], "Thank you 😀.")
    panel.show_side(1)
    qtbot.waitUntil(panel.notice.isVisible)
    assert panel.notice.advice.text()


def test_signing_from_the_page_makes_it_read_only(qtbot: QtBot, panel: Letters, written: Written) -> None:
    qtbot.mouseClick(panel.card.sign, Qt.MouseButton.LeftButton)
    dialog = panel.dialog
    assert isinstance(dialog, SignDialog)
    qtbot.waitUntil(dialog.sign.isEnabled)
    dialog.sign.click()
    qtbot.waitUntil(dialog.verdict.isVisible)
    dialog.close_button.click()
    assert panel.card.sealed.isVisible()
    assert panel.writing.place() is None
    panel.show_side(1)
    qtbot.waitUntil(lambda: panel.pages.pdf == acts.signed_pdf(written.store, written.whole().letter))


def test_the_letter_moves_to_another_state(panel: Letters, written: Written) -> None:
    panel.card.state.menu().actions()[0].trigger()
    assert written.whole().letter.status == "evidence_checked"
    assert panel.card.state.text() == "Evidence checked"


def test_going_to_another_letter_keeps_what_was_typed(qtbot: QtBot, panel: Letters, written: Written) -> None:
    second = a_written_letter(written.store, written.visit, written.finding)
    panel.show_letter(written.letter_id)
    panel.text.stand_on(written.sentences()[0].id)
    panel.text.reword()
    assert panel.text.editor is not None
    panel.text.editor.field.setPlainText("Many thanks.")
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert panel.letter is not None
    assert panel.letter.letter.id == second
    assert written.texts()[0] == "Many thanks."


def test_what_cannot_be_kept_keeps_one_where_one_is(panel: Letters, written: Written) -> None:
    a_written_letter(written.store, written.visit, written.finding)
    panel.show_letter(written.letter_id)
    panel.text.stand_on(written.sentences()[0].id)
    panel.text.reword()
    assert panel.text.editor is not None
    panel.text.editor.field.clear()
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert panel.list.letter_id() == written.letter_id
    assert panel.notice.isVisible()
    assert not panel.may_close()
    panel.text.editor.field.setPlainText("Thanks.")
    assert panel.may_close()
    assert written.texts()[0] == "Thanks."


def test_history_is_asked_for_the_sentence_or_the_letter(qtbot: QtBot, panel: Letters, written: Written) -> None:
    panel.text.stand_on(written.sentences()[0].id)
    with qtbot.waitSignal(panel.history_asked) as asked:
        panel.ask_history()
    assert asked.args[0].id == written.sentences()[0].id
    panel.text.stand_on("date")
    with qtbot.waitSignal(panel.history_asked) as asked:
        panel.ask_history()
    assert asked.args[0].id == written.letter_id


def test_everything_is_said_again_in_another_language(panel: Letters, qapp: QApplication, written: Written) -> None:
    speak(qapp, "cy")
    assert "12 Hydref" not in panel.text.pieces.data(panel.text.pieces.index(2, 0))  # the letter stays English
    panel.text.stand_on(written.sentences()[1].id)
    assert panel.sources.list.model().rowCount() == 2


def test_another_visit_is_another_page(panel: Letters, desk: Desk, written: Written) -> None:
    panel.show_visit("")
    assert panel.letter is None
    panel.show_visit(written.visit.id)
    assert panel.letter is not None


def test_where_there_is_no_room_the_list_stands_beside_the_sources(panel: Letters, written: Written) -> None:
    panel.resize(640, 600)
    assert panel.tabs.count() == 4
    panel.tabs.setCurrentIndex(3)
    assert panel.list.isVisible()
    assert panel.list.letter_id() == written.letter_id
    panel.resize(1100, 700)
    assert panel.tabs.count() == 3
    assert panel.list.isVisible()
    assert panel.list.mapTo(panel, panel.list.rect().topLeft()).x() < panel.text.mapTo(panel, panel.text.pos()).x()
