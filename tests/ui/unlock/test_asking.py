# SPDX-License-Identifier: MIT
"""A forgotten passphrase, asked for and answered in the window."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage import officers
from storage.acts.members import my_card
from storage.backup import backing_up
from storage.job import run_now
from storage.queries.visits import visits
from storage.recovering import Lost
from storage.store import Store, open_store
from tests.builders import a_store, a_visit
from ui.look import Look
from ui.unlock.asking import AskingDialog
from ui.unlock.first_run import FirstRun
from ui.unlock.restore_dialog import RestoreDialog

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
    dialog = AskingDialog(look, Lost(folder))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.name.setText("Practice Inspector")
    dialog.new.edit.setText("abc")
    dialog.ask_in(tmp_path / "request")
    assert not (tmp_path / "request").exists()
    assert "too easy to guess" in dialog.notice.message.text()
    dialog.new.edit.setText(NEW)
    dialog.ask_in(tmp_path / "request")
    qtbot.waitUntil(dialog.words.isVisible)
    said = dialog.words.text()
    half = officers.open_first(one, officers.read(tmp_path / "request"), said)
    officers.write(officers.open_second(two, half, said), tmp_path / "answer")
    dialog.new.edit.setText("something else entirely")
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take_in(tmp_path / "answer")
    qtbot.waitUntil(lambda: "locked to another passphrase" in dialog.notice.message.text())
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.isVisible()
    dialog.new.edit.setText(NEW)
    with qtbot.waitSignal(dialog.recovered) as recovered:
        dialog.take_in(tmp_path / "answer")
    assert recovered.args == [NEW]
    assert dialog.new.text() == ""
    assert dialog.result() == AskingDialog.DialogCode.Accepted
    open_store(folder, NEW).close()
    one.close()
    two.close()


def test_a_store_without_officers_says_so(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _code = folder_store()
    assert store.folder is not None
    dialog = AskingDialog(look, Lost(store.folder))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.name.setText("Practice Inspector")
    dialog.new.edit.setText(NEW)
    dialog.ask_in(tmp_path / "request")
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "no recovery officers" in dialog.notice.message.text()
    assert not (tmp_path / "request").exists()
    store.close()


def test_a_lost_laptops_backup_is_opened_by_two_officers_and_first_run_goes_on(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _code = folder_store()
    visit = a_visit(store)
    one, two = a_store("Officer One"), a_store("Officer Two")
    officers.appoint(store, [my_card(one), my_card(two)])
    (tmp_path / "stick").mkdir()
    backup = Path(run_now(backing_up(tmp_path / "stick"), store).file)
    store.close()
    first = FirstRun(look, tmp_path / "new" / "store")
    qtbot.addWidget(first)
    first.show()
    first.restore.click()
    restoring = first.findChild(RestoreDialog)
    assert restoring is not None
    restoring.officers.click()
    assert "Choose the backup first" in restoring.notice.message.text()
    restoring.use(backup)
    restoring.officers.click()
    dialog = restoring.findChild(AskingDialog)
    assert dialog is not None
    dialog.name.setText("Practice Inspector")
    dialog.new.edit.setText(NEW)
    dialog.ask_in(tmp_path / "request")
    qtbot.waitUntil(dialog.words.isVisible)
    said = dialog.words.text()
    half = officers.open_first(one, officers.read(tmp_path / "request"), said)
    officers.write(officers.open_second(two, half, said), tmp_path / "answer")
    qtbot.waitUntil(dialog.take.isEnabled)
    with qtbot.waitSignal(first.opened) as opened:
        dialog.take_in(tmp_path / "answer")
    assert opened.args is not None
    (found,) = opened.args
    assert [each.id for each in visits(found)] == [visit.id]
    for each in (found, one, two):
        each.close()
