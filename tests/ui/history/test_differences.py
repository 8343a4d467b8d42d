# SPDX-License-Identifier: MIT
"""Differences as a person settles them: now or later, by choosing or by typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import findings
from storage.model.finding import Finding
from storage.store import Store
from tests.builders import a_finding, a_note, a_store, a_visit, again, hand_over, join
from tests.ui.shown import a_desk
from ui.history.differences import Differences
from ui.look import Look


@pytest.fixture
def apart(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[tuple[Differences, Store, Finding]]:
    """Give the panel over the lead's store, the second's store, and the finding that both reworded."""
    rhian, tomos = a_store("Rhian (practice)"), a_store("Tomos (practice)")
    there = a_visit(rhian)
    finding = a_finding(rhian, there, "Plans are late.")
    join(rhian, there.stream_id, tomos)
    panel = Differences(a_desk(rhian, look, tmp_path))
    qtbot.addWidget(panel)
    panel.show()
    findings.amend(rhian, finding, statement="Half of the plans are late.", grade="good")
    findings.amend(tomos, again(tomos, finding), statement="Plans are two weeks late.", grade="adequate")
    yield panel, tomos, again(rhian, finding)
    panel.desk.worker.close()


def test_what_comes_from_a_partner_is_listed_at_once_and_settled_by_choosing(
    apart: tuple[Differences, Store, Finding],
) -> None:
    panel, tomos, finding = apart
    assert panel.none.isVisible()
    hand_over(tomos, panel.desk.store, finding.stream_id)
    assert panel.count.text() == "2 to settle"
    while panel.view.clash is None or panel.view.clash.field != "statement":
        panel.go_on()
    panel.settle("Half of the plans are two weeks late.")
    assert panel.count.text() == "1 to settle"
    assert again(panel.desk.store, finding).statement == "Half of the plans are two weeks late."
    panel.view.wordings[0][1].click()
    assert panel.none.isVisible()
    assert panel.model.rowCount() == 0


def test_later_goes_to_the_next_and_leaves_everything_as_it_is(apart: tuple[Differences, Store, Finding]) -> None:
    panel, tomos, finding = apart
    hand_over(tomos, panel.desk.store, finding.stream_id)
    first, tick = panel.view.clash, panel.desk.store.ledger.highest_tick()
    panel.view.next.click()
    assert panel.view.clash != first
    panel.view.next.click()
    assert panel.view.clash == first
    assert panel.desk.store.ledger.highest_tick() == tick


def test_no_words_are_refused_where_they_were_asked_for(apart: tuple[Differences, Store, Finding]) -> None:
    panel, tomos, finding = apart
    hand_over(tomos, panel.desk.store, finding.stream_id)
    while panel.view.clash is None or panel.view.clash.field != "statement":
        panel.go_on()
    panel.settle("   ")
    assert "No words" in panel.notice.message.text()
    assert panel.count.text() == "2 to settle"


def test_a_note_of_ones_own_does_not_make_it_ask_again(apart: tuple[Differences, Store, Finding]) -> None:
    panel, tomos, finding = apart
    hand_over(tomos, panel.desk.store, finding.stream_id)
    panel.view.words.setPlainText("Half typed")
    heard: list[bool] = []
    panel.desk.store.listen(lambda news: heard.append(panel.touches_me(news)))
    a_note(panel.desk.store, again(panel.desk.store, a_visit(panel.desk.store)))
    assert heard
    assert not any(heard)
    assert panel.view.words.toPlainText() == "Half typed"
