# SPDX-License-Identifier: MIT
"""How long a visit is kept, decided in a dialog; wiping only when it may go, and the certificate it leaves."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from storage.acts import retention
from storage.model.visit import Visit
from storage.queries.documents import documents_of_stream
from storage.queries.retention import keeping_of
from storage.queries.standing import FILES
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from storage.sync import receipt
from storage.sync.wiping import certificates
from tests.builders import FakeClock, a_visit, again
from tests.case_lists import a_list
from tests.ui.shown import a_desk
from ui.look import Look
from ui.visits.keeping_dialog import KeepingDialog, kept_words


def _shown(qtbot: QtBot, look: Look, store: Store, visit: Visit, home: Path) -> KeepingDialog:
    dialog = KeepingDialog(a_desk(store, look, home), visit)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_hold_is_laid_with_a_reason_and_lifted_with_another(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    visit = a_visit(store)
    dialog = _shown(qtbot, look, store, visit, tmp_path)
    dialog.hold.click()
    assert dialog.notice.isVisible()
    dialog.reason.setText("A court has asked for it.")
    dialog.hold.click()
    assert "Legal hold: A court has asked for it." in dialog.held.text()
    assert dialog.hold.text().strip() == "&Lift the legal hold"
    dialog.reason.setText("The case is over.")
    dialog.hold.click()
    assert not keeping_of(store, again(store, visit)).is_held


def test_a_class_and_a_day_are_chosen(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    visit = a_visit(store)
    dialog = _shown(qtbot, look, store, visit, tmp_path)
    assert not dialog.day.isEnabled()
    dialog.kept_as.setCurrentIndex(dialog.kept_as.findData("concern"))
    assert "section 28" in dialog.source.text()
    dialog.by_hand.click()
    dialog.day.setDate(QDate(2031, 3, 1))
    dialog.keep.click()
    keeping = keeping_of(store, again(store, visit))
    assert (keeping.code, keeping.review) == ("concern", date(2031, 3, 1))


def test_it_says_why_a_visit_may_not_go(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    dialog = _shown(qtbot, look, store, a_visit(store), tmp_path)
    assert not dialog.wipe.isEnabled()
    assert "does not provably have everything" in dialog.may_go.text()


def _received(store: Store, visit: Visit) -> None:
    """Stand in for a sync: the office has all of it, and its day has come."""
    retention.classify(store, visit, "routine", date(2018, 1, 1))
    stream = visit.stream_id
    ends = {
        str(name): (seq, store.ledger.newest(stream, name)[1].hex())
        for name, seq in store.ledger.vector(stream).items()
    }
    receipt.keep(store, {stream: ends}, "2018-07-10T09:00:00.000Z")
    store.marks.keep(FILES, {stream: [each.sealed for each in documents_of_stream(store, stream)]})


def test_a_visit_that_may_go_is_wiped_and_its_certificate_shown_and_saved(
    qtbot: QtBot,
    look: Look,
    folder_store: Callable[..., tuple[Store, str]],
    clock: FakeClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = folder_store()[0]
    visit = a_visit(store)
    _received(store, visit)
    dialog = _shown(qtbot, look, store, visit, tmp_path)
    assert dialog.wipe.isEnabled()
    dialog.wipe.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "needs a reason" in dialog.notice.message.text()
    assert visit_by_id(store, visit.id) is not None
    dialog.reason.setText("Its day has come.")
    qtbot.waitUntil(dialog.wipe.isEnabled)
    dialog.wipe.click()
    qtbot.waitUntil(dialog.save.isVisible)
    assert visit_by_id(store, visit.id) is None
    assert "Its day has come." in dialog.told.toPlainText()
    assert "cannot vouch" in dialog.told.toPlainText()
    assert [each.visit_id for each in certificates(store)] == [visit.id]
    qtbot.waitUntil(dialog.save.isEnabled)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "c.pdf"), ""))
    dialog.save.click()
    qtbot.waitUntil(lambda: "c.pdf" in dialog.notice.message.text())
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(dialog.save.isEnabled)
    dialog.save_to(tmp_path / "not there" / "c.pdf")
    qtbot.waitUntil(lambda: "not there any more" in dialog.notice.message.text())


def test_the_key_of_a_case_list_goes_only_when_it_is_ticked(
    qtbot: QtBot, look: Look, store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    visit = a_visit(store)
    a_list(store, visit)
    _received(store, visit)
    dialog = _shown(qtbot, look, store, visit, tmp_path)
    assert dialog.with_keys.isVisible()
    assert "nobody can ever tell" in dialog.keys_warning.text()
    dialog.reason.setText("Its day has come.")
    dialog.wipe.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "Nothing was wiped" in dialog.notice.message.text()
    qtbot.waitUntil(dialog.wipe.isEnabled)
    dialog.with_keys.setChecked(True)
    dialog.wipe.click()
    qtbot.waitUntil(dialog.save.isVisible)
    assert visit_by_id(store, visit.id) is None


def test_the_line_on_the_page_says_day_hold_and_release(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    assert kept_words(keeping_of(store, visit)) == "Until 11 July 2024"
    assert kept_words(keeping_of(store, a_visit(store, dates=""))) == "No day can be told yet"
    clock.step(days=7 * 365)
    assert kept_words(keeping_of(store, visit)) == "Since 11 July 2024 it may be decided that it goes"
    clock.step(days=-7 * 365)
    retention.hold(store, visit, "A court asks.")
    assert kept_words(keeping_of(store, again(store, visit))) == "Until 11 July 2024 · Legal hold: A court asks."
