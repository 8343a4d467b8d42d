# SPDX-License-Identifier: MIT
"""Why a rating was given is not lost while it is typed: not to another area, not to a crash."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.store import Store, open_store
from tests.builders import PASSPHRASE, RUBRIC, a_visit
from tests.ui.shown import a_desk
from ui.findings.ratings import Ratings
from ui.look import Look


def shown_on(qtbot: QtBot, store: Store, look: Look, visit: Visit) -> Ratings:
    made = Ratings(a_desk(store, look, Path()))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_visit(visit.id)
    return made


def choose(panel: Ratings, area: str) -> None:
    panel.rows.setCurrentIndex(panel.model.index(panel.model.row_of(f"{RUBRIC}:{area}")))


def test_reasons_stay_with_their_area_while_another_is_looked_at(qtbot: QtBot, store: Store, look: Look) -> None:
    panel = shown_on(qtbot, store, look, a_visit(store))
    choose(panel, "QA")
    QTest.keyClicks(panel.card.why, "Most files are current.")
    choose(panel, "HR")
    assert panel.card.stands() == ("", "")
    choose(panel, "QA")
    assert panel.card.stands() == ("", "Most files are current.")


def test_reasons_survive_a_cut_and_are_rubbed_out_when_the_rating_is_locked(
    qtbot: QtBot, look: Look, tmp_path: Path, folder_store: Callable[..., tuple[Store, str]]
) -> None:
    store, _code = folder_store("one")
    visit = a_visit(store)
    first = shown_on(qtbot, store, look, visit)
    choose(first, "QA")
    first.card.grade.setCurrentIndex(first.card.grade.findData("priority"))
    QTest.keyClicks(first.card.why, "Six of eight.")
    first.reasons.write()
    first.card.why.blockSignals(True)  # the cut comes before the next pause, however long the keys take
    QTest.keyClicks(first.card.why, " Not kept")
    store.close()
    first.hide()  # the window lives on for a moment, its store does not
    again_open = open_store(tmp_path / "one", PASSPHRASE)
    second = shown_on(qtbot, again_open, look, visit)
    choose(second, "QA")
    assert second.card.stands() == ("priority", "Six of eight.")
    assert again_open.journal is not None
    assert len(again_open.journal.unfinished()) == 1
    second.card.deed.click()
    assert second.card.stage.text() == "Locked by you"
    assert second.card.stands() == ("", "")
    assert again_open.journal.unfinished() == ()
    again_open.close()


def test_words_that_are_taken_away_again_leave_no_pencil(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]]
) -> None:
    store, _code = folder_store("one")
    panel = shown_on(qtbot, store, look, a_visit(store))
    QTest.keyClicks(panel.card.why, "x")
    panel.reasons.write()
    assert store.journal is not None
    assert len(store.journal.unfinished()) == 1
    panel.card.why.setPlainText("")
    panel.hide()
    assert store.journal.unfinished() == ()
