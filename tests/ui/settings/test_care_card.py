# SPDX-License-Identifier: MIT
"""The card about what is kept: a check by button, progress, and the outcome told in the card."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_note, a_visit
from tests.ui.shown import a_desk
from ui.desk import Desk
from ui.look import Look
from ui.settings.care_card import CareCard


@pytest.fixture
def desk(look: Look, folder_store: Callable[..., tuple[Store, str]]) -> Iterator[Desk]:
    """Give a desk over a store in a folder, with a visit."""
    store, _code = folder_store()
    assert store.folder is not None
    a_note(store, a_visit(store))
    desk = a_desk(store, look, store.folder)
    yield desk
    desk.worker.close()


def test_a_check_says_that_all_is_well_and_what_was_read(qtbot: QtBot, desk: Desk) -> None:
    card = CareCard(desk)
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.worked):
        qtbot.mouseClick(card.check, Qt.MouseButton.LeftButton)
        assert card.progress.isVisible()
        assert not card.check.isEnabled()
    assert card.notice.message.text().startswith("All is well")
    assert "changes in" in card.notice.advice.text()
    assert card.check.isEnabled()
    assert card.progress.isHidden()
