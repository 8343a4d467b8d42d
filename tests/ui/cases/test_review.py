# SPDX-License-Identifier: MIT
"""One case in full: grey where it was replaced, and what others made of it beside one's own."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import cases, reviews
from storage.model.case import Case
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit
from storage.queries.reviews import review
from storage.store import Store
from ui.cases.review import Review, Shown
from ui.look import Look


@pytest.fixture
def case(store: Store, visit: Visit) -> Case:
    cases.add(store, visit, 7, "tracked", {"team": "East", "opened": "2018-05-01"})
    return cases_of_visit(store, visit.id)[0]


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> Review:
    made = Review(look)
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    return made


def shown(store: Store, case: Case) -> Shown:
    mine = review(store, case.id, store.me)
    return Shown(case, mine, (), (), {store.me: "Practice Inspector"}, date(2018, 7, 11))


def test_a_case_is_told_with_its_facts_and_times(card: Review, store: Store, case: Case) -> None:
    card.show_case(shown(store, case))
    assert card.title.text() == "CASE-07"
    assert card.facts.text() == "Chosen to be tracked · Team: East · Opened: 1 May 2018"
    line = card.times.lines["assessment"]
    assert line.result.text() == "nothing said yet (1 May 2018 + 42 working days = 2 July 2018)"
    assert not card.replace.isEnabled()  # nobody drew it
    assert "Nobody else" in card.others.text()


def test_what_is_chosen_is_asked_for(qtbot: QtBot, card: Review, store: Store, case: Case) -> None:
    card.show_case(shown(store, case))
    with qtbot.waitSignal(card.assigned) as asked:
        card.reader.setCurrentIndex(1)
        card.reader.activated.emit(1)
    assert asked.args == [store.me]
    with qtbot.waitSignal(card.moved) as asked:
        card.progress["read"].click()
    assert asked.args == ["read"]


def test_no_case_is_grey(card: Review) -> None:
    card.show_case(None)
    assert card.title.text() == "No case chosen"
    assert not card.tabs.isEnabled()


def test_a_review_is_shown_again(card: Review, store: Store, case: Case) -> None:
    reviews.write(store, case, None, outcome="better", outcome_words="Settled.", concern=True)
    card.show_case(shown(store, cases_of_visit(store, case.visit_id)[0]))
    assert card.file.outcome.currentData() == "better"
    assert card.file.typed() == "Settled."
    assert card.file.concern.isChecked()
    assert card.progress["reading"].isChecked()
