# SPDX-License-Identifier: MIT
"""The verbs of review, on the panel: states asked for what they need, the other language drafted, then and now."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from storage.acts import letters
from storage.queries.letter_moments import Since
from tests.ui.letters.conftest import Written
from ui.letters.draft_dialog import DraftDialog
from ui.letters.letters import Letters
from ui.letters.state_sheet import StateSheet


def test_a_plain_step_is_taken_and_told_and_another_asked_for(panel: Letters, written: Written) -> None:
    panel.card.state_asked.emit("evidence_checked")
    assert written.whole().letter.status == "evidence_checked"
    panel.refresh()
    assert panel.card.track.accessibleDescription().startswith("Evidence checked · Now · ")
    for state in ("peer_reviewed", "privacy_checked"):
        letters.move(written.store, written.whole().letter, state)
    panel.refresh()
    panel.review.move("factual_accuracy_out")
    assert isinstance(panel.review.dialog, StateSheet)
    panel.review.dialog.close()


def test_a_letter_alone_is_drafted_in_the_other_language(qtbot: QtBot, panel: Letters, written: Written) -> None:
    panel.review.other_language()
    dialog = panel.review.dialog
    assert isinstance(dialog, DraftDialog)
    fields: tuple[QComboBox, ...] = (dialog.kind, dialog.language)
    assert [each.currentData() for each in fields] == ["monitoring_visit", "cy"]
    assert not any(each.isEnabled() for each in fields)
    with qtbot.waitSignal(dialog.drafted) as drafted:
        dialog.on_act()
    assert drafted.args != [written.letter_id]
    assert panel.letter is not None
    assert panel.letter.letter.pair_id == written.letter_id


def test_the_words_of_an_earlier_moment_are_asked_for(qtbot: QtBot, panel: Letters, written: Written) -> None:
    with qtbot.waitSignal(panel.history_asked) as asked:
        panel.review.compare()
    assert asked.args == [Since(written.whole().letter)]
    with qtbot.waitSignal(panel.history_asked):
        panel.remarks.compare.click()
