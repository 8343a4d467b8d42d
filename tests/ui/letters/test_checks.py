# SPDX-License-Identifier: MIT
"""The checks on the letters' page: approval is held up and let through, hits lead to their sentence, phrases go in."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reports.checks import checking
from storage.acts.excuses import excuse
from storage.acts.guarded import guarded
from tests.ui.letters.conftest import Written
from ui.letters import files
from ui.letters.checks_dialog import ChecksDialog
from ui.letters.letters import Letters


def _found(qtbot: QtBot, panel: Letters) -> ChecksDialog:
    qtbot.waitUntil(lambda: panel.checks.dialog is not None and panel.checks.dialog.found is not None)
    assert panel.checks.dialog is not None
    return panel.checks.dialog


def test_a_letter_with_open_points_is_not_approved_and_they_are_shown(
    qtbot: QtBot, panel: Letters, written: Written
) -> None:
    panel.checks.move("approved")
    dialog = _found(qtbot, panel)
    assert "still open" in panel.notice.message.text()
    assert written.whole().letter.status == "drafting"
    assert dialog.list.lines()
    assert not dialog.approve.isEnabled()
    dialog.close()


def test_once_all_is_excused_the_letter_is_approved(qtbot: QtBot, panel: Letters, written: Written) -> None:
    for each in checking.checked(written.store, written.letter_id).open:
        excuse(written.store, written.whole().letter, each.check, each.key, "It is a practice letter.")
    panel.checks.ask()
    dialog = _found(qtbot, panel)
    assert dialog.approve.isEnabled()
    dialog.approve.click()
    qtbot.waitUntil(lambda: written.whole().letter.status == "approved")
    qtbot.waitUntil(lambda: panel.checks.dialog is None)


def test_a_hit_leads_to_its_sentence(qtbot: QtBot, panel: Letters, written: Written) -> None:
    panel.checks.ask()
    dialog = _found(qtbot, panel)
    hit = next(each for each in dialog.found.hits if each.check == "unsupported")  # type: ignore[union-attr]
    dialog.list.show_lines(dialog.list.lines(), hit.key)
    dialog.show_it.click()
    piece = panel.text.piece()
    assert piece is not None
    assert piece.key == hit.place
    dialog.close()


def test_a_phrase_goes_into_the_sentence_that_is_being_typed(panel: Letters, written: Written) -> None:
    panel.text.stand_on(written.sentences()[1].id)
    panel.text.reword()
    panel.checks.fill_phrases()
    action = next(each for each in panel.checks.phrases.actions() if each.text() == "We were told")
    action.trigger()
    assert panel.text.editor is not None
    assert panel.text.editor.field.toPlainText() == "Supervision is irregular. We were told "
    panel.text.close_editor()


def test_the_list_of_names_is_kept_for_the_visit(panel: Letters, written: Written) -> None:
    panel.checks.ask_names()
    sheet = panel.checks.sheet
    assert sheet is not None
    sheet.lines.setPlainText("Megan Pritchard")
    sheet.act.click()
    assert guarded(written.store, written.visit.id) == ("Megan Pritchard",)


def test_the_trace_sheet_is_written_where_the_person_says(
    qtbot: QtBot, panel: Letters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_save", lambda *_words: tmp_path / "trace")
    panel.checks.save_trace()
    qtbot.waitUntil(lambda: (tmp_path / "trace.pdf").exists())
    qtbot.waitUntil(lambda: "not encrypted" in panel.notice.message.text())


def test_other_states_are_moved_to_as_ever(panel: Letters, written: Written) -> None:
    panel.checks.move("evidence_checked")
    assert written.whole().letter.status == "evidence_checked"
