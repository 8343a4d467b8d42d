# SPDX-License-Identifier: MIT
"""The letter leaves the window: as a copy that says it is in the clear, and as what is heard of it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage import ahead
from storage.model.letter import Letter
from storage.queries.rows import records
from tests.ui.letters.conftest import Written
from ui.letters.heard_dialog import HeardDialog
from ui.letters.letters import Letters


def test_a_copy_is_written_and_said_to_be_in_the_clear(
    qtbot: QtBot, panel: Letters, written: Written, tmp_path: Path
) -> None:
    panel.shapes.write(tmp_path / "letter", "html", False)
    qtbot.waitUntil((tmp_path / "letter.html").exists)
    assert "Supervision is irregular." in (tmp_path / "letter.html").read_text("utf-8")
    qtbot.waitUntil(lambda: "not encrypted" in panel.notice.message.text())
    panel.shapes.write(tmp_path / "gone" / "letter.docx", "docx", False)
    qtbot.waitUntil(lambda: "folder is not there" in panel.notice.message.text())
    panel.shapes.write(tmp_path / "both.pdf", "pdf", True)
    qtbot.waitUntil(lambda: "not in the store" in panel.notice.message.text())


def test_no_copy_is_written_of_a_letter_that_is_still_arriving(
    qtbot: QtBot, panel: Letters, written: Written, tmp_path: Path
) -> None:
    panel.desk.store.marks.keep(ahead.MARK, [letter.stream_id for letter in _letters(panel)])
    panel.shapes.write(tmp_path / "letter", "html", False)
    qtbot.waitUntil(lambda: "still arriving" in panel.notice.message.text())
    assert not list(tmp_path.glob("letter*"))


def _letters(panel: Letters) -> tuple[Letter, ...]:
    return records(panel.desk.store, Letter, "present")


def test_what_is_heard_is_shown(qtbot: QtBot, panel: Letters) -> None:
    panel.shapes.hear()
    qtbot.waitUntil(lambda: isinstance(panel.shapes.dialog, HeardDialog))
    assert isinstance(panel.shapes.dialog, HeardDialog)
    assert "Supervision is irregular." in panel.shapes.dialog.page.toPlainText()
    panel.shapes.dialog.close()
