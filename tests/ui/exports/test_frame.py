# SPDX-License-Identifier: MIT
"""The frame of the dialogs: work with progress, trouble told in it, closing stops what is under way."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.errors import BadFile
from storage.job import Job, Tick
from storage.model.visit import Visit
from storage.store import Store
from ui.desk import Desk
from ui.exports.bring_in import BringIn
from ui.exports.frame import Frame
from ui.exports.framework_in import FrameworkIn
from ui.exports.record_in import RecordIn
from ui.exports.record_out import RecordOut
from ui.exports.take_out import TakeOut
from ui.look import Look, speak

ROOM = (1024, 612)
"""What a screen of 1024 by 640 leaves a dialog below its title bar."""


class _Doing(Frame):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Title", "&Do")
        self.came: list[str] = []

    def on_act(self) -> None:
        self.work(_job("ok"), "Working", self.on_came)

    def on_came(self, what: str) -> None:
        self.came.append(what)


def _job(what: str) -> Job[Store, None, str, str]:
    def work(_taken: None, _tick: Tick) -> str:
        if what == "bad":
            raise BadFile("The file is bad.", "Choose another.")
        return what

    return Job(lambda _store: None, work, lambda _store, done: done)


def test_work_shows_progress_and_its_outcome_is_handed_over(qtbot: QtBot, desk: Desk) -> None:
    dialog = _Doing(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.act.click()
    assert dialog.is_busy()
    assert dialog.progress.isVisible()
    assert not dialog.act.isEnabled()
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert dialog.came == ["ok"]
    assert dialog.act.isEnabled()


def test_trouble_is_told_in_the_dialog(qtbot: QtBot, desk: Desk) -> None:
    dialog = _Doing(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.work(_job("bad"), "Working", dialog.on_came)
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert dialog.notice.message.text() == "The file is bad."
    assert dialog.came == []


def test_closing_stops_what_is_under_way(qtbot: QtBot, desk: Desk) -> None:
    dialog = _Doing(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.act.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert dialog.came == []


def test_every_dialog_of_the_folder_fits_a_low_screen_at_200_percent(
    qtbot: QtBot, qapp: QApplication, look: Look, desk: Desk, there: Visit
) -> None:
    look.wear("light", 200)
    speak(qapp, "cy")
    try:
        for dialog in (
            TakeOut(desk, there.id),
            RecordOut(desk, there.authority_id),
            BringIn(desk, there.id),
            RecordIn(desk, ""),
            FrameworkIn(desk, there.id),
        ):
            qtbot.addWidget(dialog)
            dialog.show()
            least = dialog.minimumSizeHint()
            assert (least.width() <= ROOM[0], least.height() <= ROOM[1]) == (True, True), (type(dialog).__name__, least)
    finally:
        speak(qapp, "en")
        look.wear("light", 100)
