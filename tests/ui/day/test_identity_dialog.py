# SPDX-License-Identifier: MIT
"""Opening an identity before a visit: remembered by name and last day; a wrong password is told and forgotten."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.probes import SIGNER
from storage.store import Store
from tests.reports.signing.paper import PASSWORD, pkcs12_file
from ui.day.identity_dialog import IdentityDialog
from ui.desk import Desk


def test_an_identity_is_opened_and_remembered_without_its_key(
    qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "carys.p12"
    path.write_bytes(pkcs12_file("Carys Probert", begins=datetime.now(UTC) - timedelta(days=1)))
    dialog = IdentityDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.go.isEnabled()
    dialog.use(path)
    dialog.password.edit.setText("wrong")
    dialog.go.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.password.text() == ""
    assert store.marks.get(SIGNER) is None
    dialog.password.edit.setText(PASSWORD.decode())
    with qtbot.waitSignal(dialog.opened):
        dialog.go.click()
    assert store.marks.get(SIGNER)["name"] == "Carys Probert"
    assert set(store.marks.get(SIGNER)) == {"name", "until", "practice"}
    assert not dialog.isVisible()
