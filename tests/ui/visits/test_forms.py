# SPDX-License-Identifier: MIT
"""The forms give exactly what the acts take."""

from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import authorities as authority_acts
from storage.acts import visits as visit_acts
from storage.model.visit import LONGEST
from storage.queries.authorities import authority
from storage.queries.visits import visit
from storage.rubrics import rubrics
from storage.store import Store
from tests.builders import an_authority
from ui.look import Look
from ui.visits.forms import AuthorityForm, VisitForm


def test_a_visit_is_planned_with_days_and_rubrics(qtbot: QtBot, look: Look, store: Store) -> None:
    council = an_authority(store)
    form = VisitForm(look, [council], rubrics())
    qtbot.addWidget(form)
    form.first.setDate(QDate(2026, 3, 10))
    assert form.last.date() >= form.first.date()
    form.last.setDate(QDate(2026, 3, 11))
    QTest.keyClicks(form.scope, "progress since December")
    for box in form.rubrics.values():
        box.setChecked(True)
    made = visit(store, visit_acts.plan(store, council, **form.fields()))
    assert made is not None
    assert (made.dates, made.days, made.scope) == ("2026-03-10/2026-03-11", 2, ("progress since December",))
    assert made.frameworks == tuple(each.name for each in rubrics())


def test_one_day_is_no_range_and_the_last_is_never_before_the_first(qtbot: QtBot, look: Look, store: Store) -> None:
    form = VisitForm(look, [an_authority(store)], rubrics())
    qtbot.addWidget(form)
    form.first.setDate(QDate(2030, 1, 5))
    form.last.setDate(QDate(2029, 1, 1))
    assert form.fields()["dates"] == "2030-01-05"
    assert form.fields()["days"] == 1


def test_an_authority_needs_a_name(qtbot: QtBot, look: Look, store: Store) -> None:
    form = AuthorityForm(look)
    qtbot.addWidget(form)
    assert not form.accept_button.isEnabled()
    QTest.keyClicks(form.name, "Another Council")
    QTest.keyClicks(form.address, "1 High Street, Town,, LL1 1AA")
    assert form.accept_button.isEnabled()
    made = authority(store, authority_acts.add(store, **form.fields()))
    assert made is not None
    assert (made.name, made.address) == ("Another Council", ("1 High Street", "Town", "LL1 1AA"))
    assert made.concern_level == "none"


def test_a_visit_moved_to_another_day_stays_as_long_as_it_was(qtbot: QtBot, look: Look, store: Store) -> None:
    form = VisitForm(look, [an_authority(store)], rubrics())
    qtbot.addWidget(form)
    form.first.setDate(QDate(2026, 3, 10))
    form.last.setDate(QDate(2026, 3, 13))
    for day in (QDate(2026, 5, 4), QDate(2026, 1, 12)):
        form.first.setDate(day)
        assert form.fields()["days"] == 4


def test_a_wrong_century_cannot_be_typed(qtbot: QtBot, look: Look, store: Store) -> None:
    form = VisitForm(look, [an_authority(store)], rubrics())
    qtbot.addWidget(form)
    for year in (1800, 2200):
        form.first.setDate(QDate(year, 7, 10))
        form.last.setDate(QDate(year + 200, 7, 10))
        assert 1990 <= form.first.date().year() < 2100
        assert form.fields()["days"] <= LONGEST
    assert visit(store, visit_acts.plan(store, an_authority(store), **form.fields())) is not None
