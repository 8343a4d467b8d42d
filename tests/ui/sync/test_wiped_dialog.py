# SPDX-License-Identifier: MIT
"""What was wiped: certificates to read and save, and a visit allowed back only when somebody says so twice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.acts import retention
from storage.leaving import left
from storage.queries.standing import FILES
from storage.store import Store
from storage.sync import receipt, wiping
from tests.builders import FakeClock, a_visit, again
from tests.ui.shown import a_desk
from ui.look import Look
from ui.sync.wiped_dialog import WipedDialog


def shown(qtbot: QtBot, store: Store, look: Look, home: Path) -> WipedDialog:
    dialog = WipedDialog(a_desk(store, look, home))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_with_nothing_wiped_it_says_what_it_is_for(
    qtbot: QtBot, store: Store, look: Look, home: Callable[[str], Path]
) -> None:
    dialog = shown(qtbot, store, look, home("none"))
    assert dialog.none.isVisible()
    assert not dialog.save.isVisible()


def test_a_certificate_is_read_and_saved_and_its_visit_allowed_back(
    qtbot: QtBot, store: Store, look: Look, home: Callable[[str], Path], clock: FakeClock, tmp_path: Path
) -> None:
    visit = a_visit(store)
    retention.classify(store, visit, "routine", date(2018, 1, 1))
    ends = {
        str(device): (seq, store.ledger.newest(visit.stream_id, device)[1].hex())
        for device, seq in store.ledger.vector(visit.stream_id).items()
    }
    receipt.keep(store, {visit.stream_id: ends}, "2018-07-10T09:00:00.000Z")
    store.marks.keep(FILES, {visit.stream_id: []})
    wiping.wipe(store, again(store, visit), "Its day has come.")
    dialog = shown(qtbot, store, look, home("one"))
    assert "Its day has come." in dialog.told.toPlainText()
    assert "10 to 11 July 2018" in str(dialog.rows.index(0).data())
    dialog.save_to(tmp_path / "c.pdf")
    qtbot.waitUntil(lambda: "c.pdf" in dialog.notice.message.text())
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    dialog.back.click()
    assert "given to you anew" in dialog.notice.advice.text()
    assert left(store)
    dialog.notice.action.click()
    assert not left(store)
    assert not dialog.back.isEnabled()
    assert "may come back now" in dialog.notice.message.text()
