# SPDX-License-Identifier: MIT
"""The list of what was found: let be with a reason, taken back, cleaned, looked at again when the letter is altered."""

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import letters
from storage.queries.excuses import excuses_of_letter
from storage.queries.visits import visits
from tests.storage.doubtful import check_all, notes_arrive, partner_of
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.checks_dialog import ChecksDialog
from ui.letters.press import Rota


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, written: Written) -> ChecksDialog:
    """Give the dialog, shown, once the letter was checked."""
    made = ChecksDialog(desk, Rota(desk, desk.bus), written.whole().letter)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.found is not None)
    return made


def _stand_on(dialog: ChecksDialog, check: str) -> None:
    assert dialog.found is not None
    hit = next(each for each in dialog.found.hits if each.check == check)
    dialog.list.show_lines(dialog.list.lines(), hit.key)


def test_a_hit_is_let_be_with_a_reason_and_taken_back(qtbot: QtBot, dialog: ChecksDialog, written: Written) -> None:
    _stand_on(dialog, "unsupported")
    assert dialog.reason.isVisible()
    dialog.let_be.click()
    assert "no reason" in dialog.notice.message.text()
    dialog.reason.setText("It leads a list.")
    dialog.let_be.click()
    (kept,) = excuses_of_letter(written.store, written.letter_id)
    assert kept.reason == "It leads a list."
    qtbot.waitUntil(lambda: bool(dialog.found and dialog.found.excuses))
    _stand_on(dialog, "unsupported")
    assert "It leads a list." in dialog.advice.text()
    assert not dialog.reason.isVisible()
    dialog.take_back.click()
    assert excuses_of_letter(written.store, written.letter_id) == ()


def test_hidden_signs_are_cleaned_and_the_letter_checked_again(
    qtbot: QtBot, dialog: ChecksDialog, written: Written
) -> None:
    letters.reword(written.store, written.sentences()[1], "Super\u200bvision is irregular.")
    qtbot.waitUntil(lambda: "hidden" in {each.check for each in dialog.found.hits})  # type: ignore[union-attr]
    _stand_on(dialog, "hidden")
    assert "U+200B" in dialog.list.lines()[dialog.list.currentIndex().row()].row.text
    dialog.clean.click()
    assert written.texts()[1] == "Supervision is irregular."
    qtbot.waitUntil(lambda: "hidden" not in {each.check for each in dialog.found.hits})  # type: ignore[union-attr]


def test_what_is_open_is_counted_in_words(dialog: ChecksDialog) -> None:
    assert dialog.found is not None
    assert dialog.count.text().startswith(f"{len(dialog.found.open)} points hold approval up")


def test_what_is_still_being_checked_cannot_be_let_be_and_goes_away_by_itself(
    qtbot: QtBot, dialog: ChecksDialog, written: Written
) -> None:
    visit = visits(written.store)[0]
    note = notes_arrive(written.store, partner_of(written.store, visit), visit)[0]
    letters.clear(written.store, written.sentences()[1], [f"note:{note.id}"])
    qtbot.waitUntil(lambda: "unproven" in {each.check for each in dialog.found.hits})  # type: ignore[union-attr]
    _stand_on(dialog, "unproven")
    assert not dialog.reason.isVisible()
    assert "Wait a moment" in dialog.advice.text()
    check_all(written.store)
    dialog._desk.bus.stood.emit()
    qtbot.waitUntil(lambda: "unproven" not in {each.check for each in dialog.found.hits})  # type: ignore[union-attr]
