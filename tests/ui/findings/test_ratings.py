# SPDX-License-Identifier: MIT
"""Areas are rated on the page, opened when the other has locked, and settled."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.acts import ratings as acts
from storage.queries.ratings import rated
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_store, a_visit, hand_over, join
from tests.ui.shown import a_desk
from ui.findings.findings import Findings
from ui.findings.ratings import Ratings
from ui.look import Look

QA = (RUBRIC, "QA")


def test_two_rate_alone_and_see_each_other(qtbot: QtBot, store: Store, look: Look, tmp_path: Path) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    a_link(store, a_note(store, visit, observed=False), "QA1")
    panel = Findings(a_desk(store, look, tmp_path))
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_visit(visit.id)
    panel.rate()
    shown = panel.ratings
    shown.rows.setCurrentIndex(shown.model.index(shown.model.row_of(f"{RUBRIC}:QA")))
    assert shown.card.level.text() == "One source · said, not seen"
    assert shown.card.claims.rows.rowCount() == 1
    shown.card.deed.click()
    assert "needs a grade" in shown.notice.message.text()
    shown.card.grade.setCurrentIndex(shown.card.grade.findData("priority"))
    shown.card.deed.click()
    assert shown.card.stage.text() == "Locked by you"
    assert shown.card.grade.currentData() == ""

    hand_over(store, other, visit.stream_id)
    there = visit_by_id(other, visit.id)
    assert there is not None
    acts.lock(other, there, QA, "secure", "Most plans are current.")
    acts.open_due(other)
    hand_over(other, store, visit.stream_id)
    qtbot.waitUntil(lambda: rated(store, visit, *QA).is_open)  # the page opens hers by itself, after the news
    assert shown.card.stage.text() == "Ratings differ"

    shown.card.grade.setCurrentIndex(shown.card.grade.findData("priority"))
    shown.card.deed.click()
    assert "differ" in shown.notice.message.text()
    shown.card.why.setPlainText("The two files that he had not read.")
    shown.card.deed.click()
    assert shown.card.stage.text() == "Settled"
    assert shown.count.text() == "1 of 9 settled"
    other.close()


def test_a_visit_without_a_framework_says_so(qtbot: QtBot, store: Store, look: Look, tmp_path: Path) -> None:
    shown = Ratings(a_desk(store, look, tmp_path))
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_visit(a_visit(store, frameworks=()).id)
    assert shown._pages.currentIndex() == 0
    shown.show_visit(a_visit(store).id)
    assert shown._pages.currentIndex() == 1
