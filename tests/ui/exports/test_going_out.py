# SPDX-License-Identifier: MIT
"""Files that leave the store: warned of first, written where one says, from either kind of store."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.ui.shown import a_desk, words
from ui.desk import Desk
from ui.exports.going_out import GoingOut, Made
from ui.look import Look


class Letters(GoingOut):
    """Writes two files."""

    def made(self) -> Made:
        """Return what makes them."""
        return lambda store, _tick: {"a.txt": b"a", "b.txt": str(store.is_read_only).encode()}


def a_dialog(qtbot: QtBot, desk: Desk) -> Letters:
    dialog = Letters(desk, "Take two files out")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def written(qtbot: QtBot, dialog: Letters, folder: Path) -> dict[str, bytes]:
    dialog.write_to(folder)
    qtbot.waitUntil(lambda: not dialog.is_busy())
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_it_warns_first_and_the_store_is_only_looked_at(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = a_dialog(qtbot, desk)
    assert dialog.warning.isVisible()
    assert "leave the encrypted store" in words(dialog)
    assert written(qtbot, dialog, tmp_path / "out") == {"a.txt": b"a", "b.txt": b"True"}
    assert dialog.notice.message.text() == "2 files were written."


def test_a_store_in_memory_is_asked_where_it_is(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    dialog = a_dialog(qtbot, a_desk(store, look, tmp_path))
    assert written(qtbot, dialog, tmp_path / "out") == {"a.txt": b"a", "b.txt": b"False"}
