# SPDX-License-Identifier: MIT
"""The frame of both dialogs: work with progress, trouble told in it, closing stops what is under way."""

from pytestqt.qtbot import QtBot

from storage.errors import BadFile
from storage.job import Job, Tick
from storage.store import Store
from ui.desk import Desk
from ui.exports.frame import Frame


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
