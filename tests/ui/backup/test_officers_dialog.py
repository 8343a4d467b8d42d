# SPDX-License-Identifier: MIT
"""Recovery officers in the window: appointed, rehearsed with, and helping; wrong words open nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage import officers
from storage.store import Store
from storage.sync import pairing
from tests.builders import a_store
from tests.ui.shown import a_desk
from ui.backup.officers_dialog import OfficersDialog
from ui.look import Look

Shown = Callable[[Store], OfficersDialog]


@pytest.fixture
def shown(qtbot: QtBot, look: Look, tmp_path: Path) -> Shown:
    """Give what opens the dialog on a store."""

    def show(store: Store) -> OfficersDialog:
        dialog = OfficersDialog(a_desk(store, look, tmp_path))
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return show


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Give two officers, whose cards lie in the folder."""
    made = a_store("Officer One"), a_store("Officer Two")
    for each, name in zip(made, ("card-1", "card-2"), strict=True):
        pairing.write_card(each, tmp_path / name)
    yield made
    for each in made:
        each.close()


def idle(qtbot: QtBot, *dialogs: OfficersDialog) -> None:
    qtbot.waitUntil(lambda: not any(each._doing.is_busy() for each in dialogs))


def test_officers_are_appointed_and_rehearsed_with(
    qtbot: QtBot,
    shown: Shown,
    two: tuple[Store, Store],
    folder_store: Callable[..., tuple[Store, str]],
    tmp_path: Path,
) -> None:
    store, _code = folder_store()
    own, one, other = shown(store), shown(two[0]), shown(two[1])
    assert "none yet" in own.who.text()
    assert not own.rehearse.isEnabled()
    own.use_cards([tmp_path / "card-1"])
    idle(qtbot, own)
    assert "One officer alone" in own.notice.message.text()
    own.use_cards([tmp_path / "card-1", tmp_path / "card-2"])
    idle(qtbot, own)
    assert own.who.text() == "Any two of these: Officer One, Officer Two"
    assert own.tried.text() == "They have never been tried out."
    own.write_request(tmp_path / "request")
    idle(qtbot, own)
    for helper, file, out in ((one, "request", "half"), (other, "half", "answer")):
        helper.open_request(tmp_path / file)
        idle(qtbot, helper)
        assert "Practice Inspector rehearses" in helper.asks.text()
        helper.heard.setText("not the words at all no")
        helper.help_to(tmp_path / out)
        idle(qtbot, helper)
        assert "not the words" in helper.notice.message.text()
        assert helper.heard.isVisible()  # to be typed again
        assert not (tmp_path / out).exists()
        helper.heard.setText(own.words.text())
        helper.help_to(tmp_path / out)
        idle(qtbot, helper)
        assert "Saved" in helper.notice.message.text()
    own.take_answer(tmp_path / "answer")
    idle(qtbot, own)
    assert "went well" in own.notice.message.text()
    assert own.tried.text().startswith("Last tried out on")
    assert officers.officers(store).tried


def test_what_is_no_request_is_told(qtbot: QtBot, shown: Shown, two: tuple[Store, Store], tmp_path: Path) -> None:
    dialog = shown(two[0])
    dialog.open_request(tmp_path / "card-1")
    idle(qtbot, dialog)
    assert "no file of a recovery" in dialog.notice.message.text()
    assert not dialog.heard.isVisible()
    dialog.take_answer(tmp_path / "nothing")
    idle(qtbot, dialog)
    assert dialog.notice.isVisible()
