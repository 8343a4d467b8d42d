# SPDX-License-Identifier: MIT
"""The editor with a journal behind it: pencilled while typing, recovered after a crash, ink when left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.journal import Journal
from storage.model.visit import Visit
from storage.queries.history import differences
from storage.queries.notes import note, notes_of_visit
from storage.store import Store
from tests.builders import a_note, a_session, again
from tests.ui.shown import a_desk
from ui.look import Look
from ui.notes.editor import Editor


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal.open(tmp_path, bytes(32))
    yield made
    made.close()


@pytest.fixture
def editor(qtbot: QtBot, store: Store, look: Look, journal: Journal, visit: Visit, tmp_path: Path) -> Editor:
    return an_editor(qtbot, store, look, journal, visit, tmp_path)


def an_editor(qtbot: QtBot, store: Store, look: Look, journal: Journal, visit: Visit, home: Path) -> Editor:
    """Return the editor of a visit, shown; its timers stop with the test."""
    desk = a_desk(store, look, home)
    desk.journal = journal
    made = Editor(desk)
    qtbot.addWidget(made, before_close_func=_stop)
    made.resize(480, 640)
    made.show()
    made.offer(visit, (), (), ())
    return made


def _stop(editor: Editor) -> None:
    editor.ink()


def test_typing_is_in_the_journal_before_it_is_a_note(
    qtbot: QtBot, editor: Editor, journal: Journal, store: Store, visit: Visit
) -> None:
    QTest.keyClicks(editor.card.page, "Half a sent")
    qtbot.waitUntil(lambda: editor.card.mark.words.text().startswith("Kept "))
    assert [each.text for each in journal.unfinished()] == ["Half a sent"]
    assert notes_of_visit(store, visit.id) == ()
    assert editor.ink()
    assert journal.unfinished() == ()
    assert editor.card.mark.words.text() == "Keeping…"
    qtbot.waitUntil(lambda: editor.card.mark.words.text().startswith("Kept "))


def test_what_was_typed_before_a_crash_is_there_again(
    qtbot: QtBot, editor: Editor, journal: Journal, store: Store, look: Look, visit: Visit, tmp_path: Path
) -> None:
    editor.card.details.set_polarity("weakness")
    editor.card.details.role.setText("Team manager 1")
    QTest.keyClicks(editor.card.page, "Half a sent")
    qtbot.waitUntil(lambda: bool(journal.unfinished()))
    after = an_editor(qtbot, store, look, journal, visit, tmp_path)
    (pencil,) = after.keeping.unfinished(visit.id)
    after.put_in(pencil)
    assert after.card.page.toPlainText() == "Half a sent"
    assert after.ink()
    (written,) = notes_of_visit(store, visit.id)
    assert (written.text, written.polarity, written.source_role) == ("Half a sent", "weakness", "Team manager 1")
    editor.card.page.show_text("")  # it crashed: it never inks


def test_words_under_the_hand_of_a_written_note_are_recovered_into_it(
    qtbot: QtBot, editor: Editor, journal: Journal, store: Store, look: Look, visit: Visit, tmp_path: Path
) -> None:
    written = a_note(store, visit, "As it was.")
    editor.show_note(written.id)
    editor.card.page.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.card.page, " And mo")
    qtbot.waitUntil(lambda: bool(journal.unfinished()))
    after = an_editor(qtbot, store, look, journal, visit, tmp_path)
    assert after.show_note(written.id)
    assert after.note_id == written.id
    assert again(store, written).text == "As it was."
    assert after.ink()
    assert again(store, written).text == "As it was. And mo"
    editor.card.page.show_text("As it was.")


def test_nothing_is_written_where_nothing_was_typed(editor: Editor, store: Store, visit: Visit) -> None:
    editor.card.details.set_polarity("strength")
    assert editor.begin(None)
    assert editor.ink()
    assert notes_of_visit(store, visit.id) == ()


def test_showing_a_note_alters_nothing(editor: Editor, store: Store, visit: Visit) -> None:
    written = a_note(store, visit, "Hard\u00a0space\r\nand line ends.", session_id="a session of long ago")
    assert editor.show_note(written.id)
    assert editor.ink()
    assert again(store, written) == written


def test_both_wordings_are_kept_where_two_hands_met(editor: Editor, store: Store, visit: Visit) -> None:
    written = a_note(store, visit, "One.", case_ref="Case 01")
    editor.show_note(written.id)
    editor.card.details.case.setText("Case 02")
    from storage.acts import notes

    notes.amend(store, again(store, written), case_ref="Case 03")
    assert "Changed elsewhere" in editor.card.standing.message.text()
    assert editor.ink()
    (differing,) = differences(store, visit.stream_id)
    assert {value for _entry, value in differing.wordings} == {"Case 02", "Case 03"}


def test_an_empty_page_moves_to_another_session_and_a_full_one_does_not(
    editor: Editor, store: Store, visit: Visit
) -> None:
    session = a_session(store, visit, activity="interview")
    editor.offer(visit, (session,), (), ())
    editor.move_to(session)
    assert editor.card.details.fields()["source_kind"] == "interview"
    QTest.keyClicks(editor.card.page, "Words")
    editor.move_to(None)
    assert editor.card.details.fields()["session_id"] == session.id


def test_ink_stays_where_the_hand_is(editor: Editor, store: Store, visit: Visit) -> None:
    QTest.keyClicks(editor.card.page, "Words and more")
    cursor = editor.card.page.textCursor()
    cursor.setPosition(5)
    editor.card.page.setTextCursor(cursor)
    assert editor.ink()
    assert editor.card.page.textCursor().position() == 5
    QTest.keyClicks(editor.card.page, ",")
    assert editor.ink()
    assert note(store, editor.note_id).text == "Words, and more"
    editor.card.page.undo()
    assert editor.card.page.toPlainText() == "Words and more"


def test_history_is_asked_for_the_note_as_inked(qtbot: QtBot, editor: Editor, store: Store, visit: Visit) -> None:
    QTest.keyClicks(editor.card.page, "Words")
    with qtbot.waitSignal(editor.history_asked) as asked:
        editor.ask_history()
    assert asked.args[0].text == "Words"
