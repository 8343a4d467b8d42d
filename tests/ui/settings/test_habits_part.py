# SPDX-License-Identifier: MIT
"""A change of habits is kept at once or told why not."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.errors import Refused
from storage.store import Store
from tests.ui.shown import a_desk
from ui.look import Look
from ui.settings.habits_part import HabitsPart


def refuse() -> None:
    raise Refused("There are too many.")


def test_what_went_well_is_said_and_what_was_refused_is_told(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    part, done = HabitsPart(a_desk(store, look, tmp_path)), list[str]()
    qtbot.addWidget(part)
    with qtbot.waitSignal(part.kept), qtbot.assertNotEmitted(part.refused):
        assert part._attempt(lambda: done.append("kept"))
    with qtbot.waitSignal(part.refused) as told, qtbot.assertNotEmitted(part.kept):
        assert not part._attempt(refuse)
    assert done == ["kept"]
    assert str(told.args[0]) == "There are too many."
