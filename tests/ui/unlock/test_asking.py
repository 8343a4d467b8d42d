# SPDX-License-Identifier: MIT
"""A forgotten passphrase, asked for and answered in the window."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage import officers
from storage.acts.members import my_card
from storage.store import Store, open_store
from tests.builders import a_store
from ui.look import Look
from ui.unlock.asking import AskingDialog

NEW = "seven lanterns over a quiet hill"


def test_two_officers_answer_and_the_new_passphrase_opens_the_store(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _code = folder_store()
    folder = store.folder
    assert folder is not None
    one, two = a_store("Officer One"), a_store("Officer Two")
    officers.appoint(store, [my_card(one), my_card(two)])
    store.close()
    dialog = AskingDialog(look, folder)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.name.setText("Practice Inspector")
    dialog.new.edit.setText("abc")
    dialog.ask_in(tmp_path / "request")
    assert not (tmp_path / "request").exists()
    assert "too easy to guess" in dialog.notice.message.text()
    dialog.new.edit.setText(NEW)
    dialog.ask_in(tmp_path / "request")
    said = dialog.words.text()
    half = officers.open_first(one, officers.read(tmp_path / "request"), said)
    officers.write(officers.open_second(two, half, said), tmp_path / "answer")
    dialog.new.edit.setText("something else entirely")
    dialog.take_in(tmp_path / "answer")
    assert dialog.isVisible()
    assert dialog.notice.isVisible()
    dialog.new.edit.setText(NEW)
    dialog.take_in(tmp_path / "answer")
    assert dialog.result() == AskingDialog.DialogCode.Accepted
    open_store(folder, NEW).close()
    one.close()
    two.close()


def test_a_store_without_officers_says_so(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _code = folder_store()
    assert store.folder is not None
    dialog = AskingDialog(look, store.folder)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.name.setText("Practice Inspector")
    dialog.new.edit.setText(NEW)
    dialog.ask_in(tmp_path / "request")
    assert "no recovery officers" in dialog.notice.message.text()
