# SPDX-License-Identifier: MIT
"""Rows of a day: what each says to who sees it and who hears it, and that the list keeps its place."""

from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from storage.acts import concerns, points
from storage.model import clock as time
from storage.model.visit import Visit
from storage.probes import disk
from storage.queries.day import day_of_visit
from storage.queries.findings import weighed
from storage.store import Store
from tests.builders import FakeClock, a_concern, a_finding, a_link, a_note, a_point, again
from ui.day.rows import (
    FoundDelegate,
    concern_row,
    enquiry_row,
    finding_row,
    found_row,
    said_row,
    standing_row,
)
from ui.look import Look
from ui.widgets.row_delegate import Row
from ui.widgets.row_view import RowView


def test_a_concern_says_open_late_acknowledged_and_known(store: Store, visit: Visit, clock: FakeClock) -> None:
    made = a_concern(store, visit, case_ref="case D")
    assert concern_row(made, time.now()) == Row(
        "case D", "No adult has seen child D this week.", (), "0 min", "Open", "triangle-alert", "warn"
    )
    clock.step(hours=2)
    assert concern_row(made, time.now()).mark == "Late"
    concerns.tell(store, made, "Director")
    concerns.acknowledge(store, again(store, made), "Director")
    assert concern_row(again(store, made), time.now()).mark == "Acknowledged"
    concerns.record_outcome(store, again(store, made), "Seen.")
    assert concern_row(again(store, made), time.now()).mark == "Outcome known"


def test_findings_criteria_and_lines_say_what_they_are(store: Store, visit: Visit, clock: FakeClock) -> None:
    good = finding_row(weighed(store, a_finding(store, visit, "Staff are committed.", polarity="strength")))
    assert (good.title, good.mark) == ("Hunch", "Strength")
    a_link(store, a_note(store, visit, source_kind="file"), "QA1")
    day = day_of_visit(store, visit.id, 1)
    assert day is not None
    (thin,) = day.single_source
    assert standing_row(thin, 1).text == "One kind of source: case file"
    assert standing_row(thin, 1).time == "1"
    line = a_point(store, visit)
    points.settle(store, line)
    assert enquiry_row(again(store, line)).time == "Followed"
    points.hear(store, visit, ("offered", "Director", "The log by noon."), 1)
    day = day_of_visit(store, visit.id, 1)
    assert day is not None
    assert said_row(day.said[0]).title == "Offered by leaders · Director"


def test_a_line_of_a_check_says_how_it_stands_and_what_to_do() -> None:
    row = found_row(disk(100_000_000))
    assert (row.title, row.mark, row.mark_role) == ("Disk space", "Not ready", "bad")
    assert row.text == "Only 0.1 GB are free.\nMake room on this disk before the visit."


def test_how_a_thing_stands_is_drawn_beside_its_name(qtbot: QtBot, look: Look) -> None:
    view = RowView(look)
    qtbot.addWidget(view)
    view.setItemDelegate(FoundDelegate(look, lines=2, chips=False))
    view.resize(400, 120)
    view.show_rows([("disk", found_row(disk(None)))], "Found")
    plain = QPixmap(view.size())
    view.render(plain)
    view.show_rows([("disk", found_row(disk(2_000_000_000)))], "Found")
    assert view.grab().toImage() != plain.toImage()
