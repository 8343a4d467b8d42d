# SPDX-License-Identifier: MIT
"""Every dialog of the letter can be as small as a screen of 1024 by 640 at 200 %, in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from storage.acts import letters, pairs
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable, enclose
from storage.queries.letter_moments import Since
from storage.queries.letters import whole_letter
from storage.queries.pairs import joinable
from tests.ui.letters.conftest import Written, a_written_letter
from ui.desk import Desk
from ui.history.dialog import HistoryDialog
from ui.history.letter_dialog import LetterDialog
from ui.letters.accuracy import AccuracyDialog
from ui.letters.challenge_sheet import ChallengeSheet
from ui.letters.checks_dialog import ChecksDialog
from ui.letters.copy_warning import CopyWarning
from ui.letters.details_dialog import DetailsDialog
from ui.letters.draft_dialog import DraftDialog
from ui.letters.enclosures_dialog import EnclosuresDialog
from ui.letters.heard_dialog import HeardDialog
from ui.letters.join_dialog import JoinDialog
from ui.letters.names_sheet import NamesSheet
from ui.letters.pair_dialog import PairDialog
from ui.letters.press import Rota
from ui.letters.shape_sheet import ShapeSheet
from ui.letters.sign_dialog import SignDialog
from ui.letters.state_sheet import StateSheet
from ui.look import Look, speak

ROOM = (1024, 612)
"""What a screen of 1024 by 640 leaves a dialog below its title bar."""


def every(desk: Desk, written: Written) -> Iterator[QDialog]:
    """Yield each dialog of the letter."""
    whole, rota = written.whole(), Rota(desk, desk.bus)
    shell = whole.letter
    welsh = a_written_letter(written.store, written.visit, written.finding)
    other = whole_letter(written.store, welsh)
    assert other is not None
    letters.amend(written.store, other.letter, language="cy")
    yield DraftDialog(desk, written.visit.id)
    yield DetailsDialog(desk, shell)
    yield from (StateSheet(desk, shell, state) for state in ("factual_accuracy_out", "embargoed", "withdrawn"))
    yield AccuracyDialog(desk, whole)
    yield ChallengeSheet(desk, whole)
    yield JoinDialog(desk, whole, joinable(written.store, shell))
    joined = whole_letter(written.store, welsh)
    assert joined is not None
    pairs.join(written.store, whole, joined)
    yield PairDialog(desk, shell)
    yield StateSheet(desk, shell, "issued")
    yield ShapeSheet(desk, True)
    yield ChecksDialog(desk, rota, shell)
    yield NamesSheet(desk, written.visit.id)
    yield CopyWarning(desk.look)
    yield SignDialog(desk, rota, shell)
    yield HeardDialog(desk.look, ())
    yield EnclosuresDialog(desk, whole)
    enclose(written.store, shell, [Enclosable("Annex A: " + "a long title " * 9, Incoming("a.txt", b"words"))])
    yield EnclosuresDialog(desk, written.whole())
    yield LetterDialog(desk, Since(shell))
    yield HistoryDialog(desk, whole.sections[0].paragraphs[0].sentences[0])


@pytest.mark.parametrize("code", ["en", "cy"])
def test_every_dialog_fits_a_low_screen_at_200_percent(
    qtbot: QtBot, qapp: QApplication, look: Look, desk: Desk, written: Written, code: str
) -> None:
    look.wear("light", 200)
    speak(qapp, code)
    try:
        large = {}
        for dialog in every(desk, written):
            dialog.show()
            least = dialog.minimumSizeHint()
            if least.width() > ROOM[0] or least.height() > ROOM[1]:
                large[type(dialog).__name__] = (least.width(), least.height())
            dialog.close()
            dialog.deleteLater()
        assert not large
    finally:
        speak(qapp, "en")
