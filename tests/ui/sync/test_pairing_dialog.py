# SPDX-License-Identifier: MIT
"""Pairing in the window: words on both screens, the same or not, and what comes of either."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.store import Store
from storage.sync import pairing
from tests.builders import a_store
from tests.ui.shown import a_desk
from ui.look import Look
from ui.sync.pairing_dialog import PairingDialog


@pytest.fixture
def two(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> Iterator[tuple[PairingDialog, PairingDialog]]:
    """Give the dialogs of two laptops that have saved their cards."""
    other = a_store("Second Inspector")
    made = PairingDialog(a_desk(store, look, tmp_path)), PairingDialog(a_desk(other, look, tmp_path))
    for name, each in zip(("one", "two"), made, strict=True):
        qtbot.addWidget(each)
        each.open()
        each.save_to(tmp_path / name)
    yield made
    other.close()


def _taken(qtbot: QtBot, dialog: PairingDialog, card: Path) -> str:
    dialog.take(card)
    qtbot.waitUntil(dialog.words.isVisible)
    return dialog.words.text()


def test_both_screens_show_the_same_words_and_pair(
    qtbot: QtBot, two: tuple[PairingDialog, PairingDialog], store: Store, tmp_path: Path
) -> None:
    one, other = two
    assert "Not paired" in one.known.text()
    assert _taken(qtbot, one, tmp_path / "two") == _taken(qtbot, other, tmp_path / "one")
    assert "Second Inspector" in one.asked.text()
    one.same.click()
    assert [each.card.name for each in pairing.paired(store)] == ["Second Inspector"]
    assert one.known.text() == "Paired with: Second Inspector"
    assert not one.words.isVisible()


def test_words_that_differ_pair_nothing(
    qtbot: QtBot, two: tuple[PairingDialog, PairingDialog], store: Store, tmp_path: Path
) -> None:
    one, _other = two
    _taken(qtbot, one, tmp_path / "two")
    one.differ.click()
    assert pairing.paired(store) == ()
    assert one.notice.isVisible()
    assert not one.words.isVisible()


def test_ones_own_card_and_what_is_no_card_are_told(
    qtbot: QtBot, two: tuple[PairingDialog, PairingDialog], store: Store, tmp_path: Path
) -> None:
    one, _other = two
    (tmp_path / "words").write_text("no card")
    one.take(tmp_path / "words")
    assert "is not a device's card" in one.notice.message.text()
    _taken(qtbot, one, tmp_path / "one")
    one.same.click()
    assert "own card" in one.notice.message.text()
    one.save_to(tmp_path / "not there" / "card")
    assert pairing.paired(store) == ()
