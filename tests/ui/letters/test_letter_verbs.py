# SPDX-License-Identifier: MIT
"""Every verb has keys of its own, and is possible when it can do something."""

from PySide6.QtGui import QKeySequence

from tests.ui.letters.conftest import Written
from ui.letters.letters import Letters


def _possible(panel: Letters) -> set[str]:
    return {verb.name for verb in panel.verbs() if verb.is_possible()}


def test_no_two_verbs_share_their_keys(panel: Letters) -> None:
    keys = [QKeySequence(verb.keys).toString() for verb in panel.verbs()]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert {verb.menu for verb in panel.verbs()} <= {"letter", "view"}


def test_without_a_letter_only_what_needs_none_is_possible(panel: Letters) -> None:
    panel.show_visit("")
    assert _possible(panel) == {"Verify a PDF file…"}


def test_on_a_sentence_it_can_be_written(panel: Letters, written: Written) -> None:
    panel.text.stand_on("date")
    assert "Reword the sentence" not in _possible(panel)
    panel.text.stand_on(written.sentences()[0].id)
    assert {"Reword the sentence", "Move the sentence down", "Sign the letter…"} <= _possible(panel)
    assert not {"Move the sentence up", "The sources still hold", "Verify the letter"} & _possible(panel)


def test_a_verb_does_what_its_button_does(panel: Letters, written: Written) -> None:
    panel.text.stand_on(written.sentences()[0].id)
    next(verb for verb in panel.verbs() if verb.name == "Move the sentence down").run()
    assert written.texts()[1] == "Thank you."
