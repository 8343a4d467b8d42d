# SPDX-License-Identifier: MIT
"""Enclosures under the letter: small, named, opened and withdrawn by keys; the letter's own row names them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from storage import undo
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable, enclose, retitle
from storage.model.document import Document
from tests.files import a_picture
from tests.ui.letters.conftest import Written
from ui.letters.letters import Letters


@pytest.fixture
def enclosed(written: Written, panel: Letters) -> Letters:
    """Give the panel on a letter with a plan and a picture."""
    files = [
        Enclosable("Annex A", Incoming("plan.txt", b"The plan.")),
        Enclosable("Annex B", Incoming("p.jpg", a_picture())),
    ]
    enclose(written.store, written.whole().letter, files)
    return panel


def test_a_letter_without_enclosures_shows_no_strip(panel: Letters) -> None:
    assert panel.card.thumbs.isHidden()
    assert panel.text.pieces.row_of("attachment") == -1


def test_enclosures_are_shown_small_with_their_kind_and_size(enclosed: Letters) -> None:
    first, second = enclosed.card.thumbs.buttons()
    assert first.accessibleName() == "Annex A, Plain text · 1 kB"
    assert second.thumb.picture
    row = enclosed.text.pieces.index(enclosed.text.pieces.row_of("attachment"), 0)
    assert str(row.data()).startswith("Enclosures: Annex A (TXT, 1 kB); Annex B (JPG, ")


def test_keys_open_an_enclosure_and_withdraw_it(qtbot: QtBot, enclosed: Letters, written: Written) -> None:
    retitle(written.store, written.whole().enclosures[0].enclosure, "Annex A: the plan")
    first = enclosed.card.thumbs.buttons()[0]
    with qtbot.waitSignal(enclosed.document_asked) as asked:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert isinstance(asked.args[0], Document)
    assert asked.args[0].title == "Annex A: the plan"
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert [each.enclosure.title for each in written.whole().enclosures] == ["Annex B"]
    assert len(enclosed.card.thumbs.buttons()) == 1
    undo.undo(written.store)
    assert len(enclosed.card.thumbs.buttons()) == 2


def test_the_verb_opens_the_dialog_and_it_closes(qtbot: QtBot, enclosed: Letters) -> None:
    verb = next(each for each in enclosed.verbs() if each.name == "Enclosures…")
    assert verb.is_possible()
    verb.run()
    dialog = enclosed.enclosing.dialog
    assert dialog is not None
    assert [each.row.title for each in dialog.list.lines()] == ["Annex A", "Annex B"]
    with qtbot.waitSignal(enclosed.document_asked):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.close()
    assert enclosed.enclosing.dialog is None


def test_files_dropped_on_an_open_letter_are_enclosed(
    qtbot: QtBot, panel: Letters, written: Written, tmp_path: Path
) -> None:
    (tmp_path / "plan.txt").write_text("The plan.")
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.txt"))])
    spot, taken, none = QPoint(9, 9), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(spot, taken, given, Qt.MouseButton.LeftButton, none)
    panel.card.dragEnterEvent(entering)
    assert entering.isAccepted()
    panel.card.dropEvent(QDropEvent(QPointF(spot), taken, given, Qt.MouseButton.LeftButton, none))
    dialog = panel.enclosing.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.doing.is_busy())
    assert [each.enclosure.title for each in written.whole().enclosures] == ["Annex A"]
    dialog.close()
    words = QMimeData()
    words.setText("only words")
    entering = QDragEnterEvent(spot, taken, words, Qt.MouseButton.LeftButton, none)
    entering.ignore()
    panel.card.dragEnterEvent(entering)
    assert not entering.isAccepted()
