# SPDX-License-Identifier: MIT
"""Both languages side by side: what must follow is marked, gone to, said to follow; and each may stand alone again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.acts import letters, pairs
from storage.queries.letters import whole_letter
from storage.queries.pairs import pair_of
from tests.ui.letters.conftest import Written, a_written_letter
from ui.desk import Desk
from ui.letters.pair_dialog import PairDialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, written: Written) -> PairDialog:
    """Give the dialog on a letter whose third paragraph was reworded since."""
    store = written.store
    welsh = a_written_letter(store, written.visit, written.finding)
    shell = whole_letter(store, welsh)
    assert shell is not None
    letters.amend(store, shell.letter, language="cy")
    other = whole_letter(store, welsh)
    assert other is not None
    pairs.join(store, written.whole(), other)
    letters.reword(store, written.sentences()[1], "Supervision is rare.")
    made = PairDialog(desk, written.whole().letter)
    qtbot.addWidget(made)
    made.show()
    return made


def states(dialog: PairDialog) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def test_the_reworded_paragraph_is_marked_until_somebody_says_that_it_follows(qtbot: QtBot, dialog: PairDialog) -> None:
    marked = "Changed here: the other language must follow"
    assert states(dialog).count(marked) == 1
    before = dialog.count.text()
    while states(dialog)[dialog.table.currentIndex().row()] != marked:
        qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.same, Qt.MouseButton.LeftButton)
    assert marked not in states(dialog)
    assert dialog.count.text() != before


def test_each_side_is_gone_to(qtbot: QtBot, dialog: PairDialog, written: Written) -> None:
    row = states(dialog).index("Changed here: the other language must follow")
    dialog.table.setCurrentIndex(dialog.table.model().index(row, 1))
    with qtbot.waitSignal(dialog.sentence_asked) as asked:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0] != written.letter_id
    assert not dialog.isVisible()


def test_each_may_stand_alone_again(qtbot: QtBot, dialog: PairDialog, written: Written) -> None:
    qtbot.mouseClick(dialog.part, Qt.MouseButton.LeftButton)
    assert pair_of(written.store, written.whole().letter) is None
    assert not dialog.isVisible()
