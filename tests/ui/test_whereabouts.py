# SPDX-License-Identifier: MIT
"""Whoever unlocks is back where she was: on her page, at her note, after her last word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import members
from storage.store import create
from tests.builders import PASSPHRASE, a_visit
from tests.ui.test_app import unlock
from ui.app import House
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.window import LAST_VISIT


@pytest.fixture
def house(qapp: QApplication, qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[House]:
    """Give a house, unlocked, with a visit on hand."""
    store, _code = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    store.marks.keep(LAST_VISIT, a_visit(store).id)
    store.close()
    house = House(qapp, tmp_path / "store", look)
    house.greet()
    unlock(qtbot, house)
    yield house
    house.put_away()
    if house.front is not None:
        house.front.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def the_notebook(house: House) -> Notebook:
    assert house.window is not None
    notebook = house.window.page("notes")
    assert isinstance(notebook, Notebook)
    return notebook


def lock_and_unlock(qtbot: QtBot, house: House) -> None:
    assert house.window is not None
    assert house.window.may_close()
    house.window.lock_asked.emit()
    unlock(qtbot, house)


def test_half_a_sentence_is_gone_on_with(qtbot: QtBot, house: House) -> None:
    notebook = the_notebook(house)
    notebook.new_note()
    QTest.keyClicks(notebook.editor.card.page, "Two of three duty wor")
    lock_and_unlock(qtbot, house)
    page = the_notebook(house).editor.card.page
    QTest.keyClicks(page, "kers had no phone.")
    assert page.text() == "Two of three duty workers had no phone."


def test_another_page_is_there_again(qtbot: QtBot, house: House) -> None:
    assert house.window is not None
    house.window.go("letters")
    lock_and_unlock(qtbot, house)
    assert house.window.current is house.window.page("letters")
