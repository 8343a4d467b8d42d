# SPDX-License-Identifier: MIT
"""How long a visit is kept, decided in a dialog; wiping only when it may go, and the certificate it leaves."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from storage.acts import retention
from storage.model.visit import Visit
from storage.queries.retention import keeping_of
from storage.queries.standing import FILES
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from storage.sync import receipt
from tests.builders import FakeClock, a_visit, again
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


def test_a_visit_that_may_go_is_wiped_and_its_certificate_saved(
    qtbot: QtBot, look: Look, store: Store, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_visit(store)
    retention.classify(store, visit, "routine", date(2018, 1, 1))
    stream = visit.stream_id
    ends = {
        str(name): (seq, store.ledger.newest(stream, name)[1].hex())
        for name, seq in store.ledger.vector(stream).items()
    }
    receipt.keep(store, {stream: ends}, "2018-07-10T09:00:00.000Z")
    store.marks.keep(FILES, {stream: []})
    dialog = _shown(qtbot, look, store, visit, tmp_path)
    assert dialog.wipe.isEnabled()
    dialog.wipe.click()
    assert visit_by_id(store, visit.id) is not None  # no reason yet
    dialog.reason.setText("Its day has come.")
    dialog.wipe.click()
    assert visit_by_id(store, visit.id) is None
    assert dialog.save.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "c.pdf"), ""))
    dialog.save.click()
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    dialog.save_to(tmp_path / "not there" / "c.pdf")
    assert "c.pdf" not in dialog.notice.message.text()
    assert dialog.notice.isVisible()


def test_the_line_on_the_page_says_day_hold_and_release(store: Store) -> None:
    visit = a_visit(store)
    assert kept_words(keeping_of(store, visit)) == "Until 11 July 2024"
    assert kept_words(keeping_of(store, a_visit(store, dates=""))) == "No day can be told yet"
    retention.hold(store, visit, "A court asks.")
    assert kept_words(keeping_of(store, again(store, visit))) == "Until 11 July 2024 · Legal hold: A court asks."
