# SPDX-License-Identifier: MIT
"""Two days that know of each other: none before the other, none a century off."""

from datetime import date

from PySide6.QtCore import QDate, QObject
from pytestqt.qtbot import QtBot

from storage.model.visit import LONGEST
from ui.look import Look
from ui.visits.days import Days


def test_the_last_day_goes_along_and_is_never_before_the_first(qtbot: QtBot, look: Look) -> None:
    owner = QObject()
    days = Days(look, date(2018, 7, 10), date(2018, 7, 12), owner)
    days.first.setDate(QDate(2018, 9, 3))
    assert days.fields() == {"dates": "2018-09-03/2018-09-05", "days": 3}
    days.last.setDate(QDate(2017, 1, 1))
    assert days.fields() == {"dates": "2018-09-03", "days": 1}


def test_no_visit_lasts_for_centuries(qtbot: QtBot, look: Look) -> None:
    owner = QObject()
    days = Days(look, date(2018, 7, 10), date(2018, 7, 12), owner)
    for year in (1800, 2200):
        days.first.setDate(QDate(year, 1, 1))
        days.last.setDate(QDate(year + 300, 1, 1))
        assert 1990 <= days.first.date().year() < 2100
        assert days.fields()["days"] <= LONGEST  # type: ignore[operator]
