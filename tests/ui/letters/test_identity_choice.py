# SPDX-License-Identifier: MIT
"""Who signs: practice or a file; the name and validity shown, the password never kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.reports.signing.paper import PASSWORD, pkcs12_file
from ui.desk import Desk
from ui.letters import files
from ui.letters.identity_choice import IdentityChoice
from ui.letters.press import Press, Rota

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture(scope="module")
def identity_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file that a person might have."""
    path = tmp_path_factory.mktemp("identity") / "carys.p12"
    path.write_bytes(pkcs12_file("Carys Probert", begins=NOW - timedelta(days=1)))
    return path


def _shown(qtbot: QtBot, desk: Desk, practice: bool) -> tuple[IdentityChoice, Press]:
    press = Press(desk, Rota(desk, desk.bus), None, desk.bus)
    choice = IdentityChoice(desk, press, practice)
    qtbot.addWidget(choice)
    choice.show()
    return choice, press


def test_practice_is_ready_by_itself_and_says_what_it_proves(qtbot: QtBot, desk: Desk) -> None:
    choice, _press = _shown(qtbot, desk, True)
    qtbot.waitUntil(lambda: choice.identity is not None)
    assert "PRACTICE" in choice.words.text()
    assert "proves nobody's name" in choice.words.text()
    assert not choice.password.isVisible()


def test_a_file_opens_with_its_password_which_is_forgotten_at_once(
    qtbot: QtBot, desk: Desk, identity_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice, _press = _shown(qtbot, desk, False)
    assert not choice.unlock.isEnabled()
    monkeypatch.setattr(files, "ask_open", lambda *_words: identity_file)
    qtbot.mouseClick(choice.pick, Qt.MouseButton.LeftButton)
    assert choice.name.text() == "carys.p12"
    qtbot.keyClicks(choice.password.edit, PASSWORD.decode())
    qtbot.keyClick(choice.password.edit, Qt.Key.Key_Return)
    assert choice.password.text() == ""
    qtbot.waitUntil(lambda: choice.identity is not None)
    assert choice.words.text().startswith("Carys Probert")
    assert "Valid from" in choice.words.text()
    choice.forget()
    assert choice.identity is None
    assert not choice.words.isVisible()


def test_a_wrong_password_is_trouble_and_no_identity(qtbot: QtBot, desk: Desk, identity_file: Path) -> None:
    choice, press = _shown(qtbot, desk, False)
    choice.use(identity_file)
    qtbot.keyClicks(choice.password.edit, "not this")
    with qtbot.waitSignal(press.failed):
        qtbot.mouseClick(choice.unlock, Qt.MouseButton.LeftButton)
    assert choice.identity is None


def test_going_back_to_a_file_lets_go_of_the_identity(qtbot: QtBot, desk: Desk) -> None:
    choice, _press = _shown(qtbot, desk, True)
    qtbot.waitUntil(lambda: choice.identity is not None)
    choice.file.setChecked(True)
    assert choice.identity is None
    assert choice.pick.isVisible()
