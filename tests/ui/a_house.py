# SPDX-License-Identifier: MIT
"""A house as somebody finds it who starts the program: greeted, unlocked by its passphrase, put away. No tests here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import members
from storage.store import Store, create
from tests.builders import PASSPHRASE
from ui.app import House
from ui.look import Look
from ui.unlock.unlock import Unlock


def a_folder(tmp_path: Path, begin: Callable[[Store], object] = lambda _store: None) -> Path:
    """Return the folder of a store whose person is introduced, closed again after what `begin` did in it."""
    store, _code = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    begin(store)
    store.close()
    return tmp_path / "store"


@contextmanager
def greeted(app: QApplication, folder: Path, look: Look) -> Iterator[House]:
    """Give a house that has greeted, locked; put away whatever it shows."""
    house = House(app, folder, look)
    house.greet()
    yield house
    house.put_away()
    if house.front is not None:
        house.front.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def unlock(qtbot: QtBot, house: House) -> None:
    """Type the passphrase."""
    assert isinstance(house.front, Unlock)
    qtbot.keyClicks(house.front.field.edit, PASSPHRASE)
    qtbot.keyClick(house.front.field.edit, Qt.Key.Key_Return)
