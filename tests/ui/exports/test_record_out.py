# SPDX-License-Identifier: MIT
"""An authority's record is written as one file, which can be read again."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.imports.standing_json import read_authority_file
from storage.model.visit import Visit
from storage.queries.authorities import authority
from tests.builders import a_recommendation
from tests.ui.shown import words
from ui.desk import Desk
from ui.exports.record_out import RecordOut


def test_the_record_is_written_as_one_file(qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path) -> None:
    council = authority(desk.store, there.authority_id)
    assert council is not None
    asked = a_recommendation(desk.store, council)
    dialog = RecordOut(desk, council.id)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "can be brought in again" in words(dialog)
    dialog.write_to(tmp_path / "out")
    qtbot.waitUntil(lambda: not dialog.is_busy())
    (file,) = (tmp_path / "out").iterdir()
    assert [each.id for each in read_authority_file(file).standing] == [asked.id]
    assert str(file) in dialog.notice.advice.text()


def test_one_that_is_gone_meanwhile_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = RecordOut(desk, "gone")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.write_to(tmp_path / "out")
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert "no such authority" in dialog.notice.message.text()
    assert not (tmp_path / "out").exists()
