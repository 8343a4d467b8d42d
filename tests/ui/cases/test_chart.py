# SPDX-License-Identifier: MIT
"""The chart draws every bar in the tokens' colours, and says in words what it shows."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reports.charts import bars_of
from ui.cases.chart import MOST, SpreadChart
from ui.look import Look

SPREAD = tuple(("team", f"Team {at:02}", 30 - at, 1) for at in range(20))


def test_bars_are_drawn_and_told(qtbot: QtBot, look: Look) -> None:
    chart = SpreadChart(look)
    qtbot.addWidget(chart)
    chart.show_bars("team", bars_of(SPREAD[:2], "team"))
    chart.resize(400, chart.sizeHint().height())
    assert chart.accessibleName() == (
        "Team. Team 00: 51 % of the list, 50 % of the sample; Team 01: 49 % of the list, 50 % of the sample."
    )
    image = chart.grab().toImage()
    seen = {QColor(image.pixel(x, y)).name() for x in range(0, 400, 2) for y in range(image.height())}
    assert look.colour("accent").name() in seen
    assert look.colour("edge").name() in seen


def test_a_long_field_is_drawn_in_part_and_told_whole(qtbot: QtBot, look: Look) -> None:
    chart = SpreadChart(look)
    qtbot.addWidget(chart)
    chart.show_bars("team", bars_of(SPREAD, "team"))
    assert len(chart._bars) == MOST
    assert "Team 19" in chart.accessibleName()


def test_nothing_to_show_is_no_trouble(qtbot: QtBot, look: Look) -> None:
    chart = SpreadChart(look)
    qtbot.addWidget(chart)
    assert not chart.grab().isNull()
