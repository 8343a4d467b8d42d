# SPDX-License-Identifier: MIT
"""Taking a visit out: warned first, in the ticked forms, told what was written or why not."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_visit
from tests.ui.shown import a_desk, words
from ui.desk import Desk
from ui.exports.take_out import TakeOut
from ui.look import Look


def _dialog(qtbot: QtBot, desk: Desk, visit_id: str) -> TakeOut:
    dialog = TakeOut(desk, visit_id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_says_before_anything_that_the_files_leave_the_encrypted_store(
    qtbot: QtBot, desk: Desk, there: Visit
) -> None:
    dialog = _dialog(qtbot, desk, there.id)
    assert dialog.warning.isVisible()
    assert "leave the encrypted store" in words(dialog)


def test_the_ticked_forms_are_written_and_named(qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, desk, there.id)
    for form in ("docx", "md"):
        dialog.boxes[form].toggle()
    assert dialog.forms() == ("json", "md")
    dialog.write_to(tmp_path / "out")
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".json", ".md"]
    assert dialog.notice.message.text() == "2 files were written."
    assert str(tmp_path / "out") in dialog.notice.advice.text()


def test_nothing_ticked_is_nothing_to_write(qtbot: QtBot, desk: Desk, there: Visit) -> None:
    dialog = _dialog(qtbot, desk, there.id)
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.act.isEnabled()


def test_a_folder_that_refuses_is_told_in_the_dialog(qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog = _dialog(qtbot, desk, there.id)
    dialog.write_to(tmp_path / "file")
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert dialog.notice.isVisible()
    assert dialog.act.isEnabled()


def test_a_store_that_lies_in_no_folder_can_be_taken_out_too(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, a_desk(store, look, tmp_path), a_visit(store).id)
    dialog.write_to(tmp_path / "out")
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert len(list((tmp_path / "out").iterdir())) == 2
