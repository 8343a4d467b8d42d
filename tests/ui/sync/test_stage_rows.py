# SPDX-License-Identifier: MIT
"""Visits and letters as rows: words, date, place, and a track whose shapes differ."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from storage.queries.stages import VisitStage, stages
from storage.store import Store
from tests.builders import FakeClock, a_letter, a_visit
from ui.look import Look
from ui.sync.stage_rows import StageDelegate, Stages, Titles, entries_of, visit_row
from ui.widgets.row_delegate import Role


@pytest.fixture
def found(store: Store, clock: FakeClock) -> tuple[VisitStage, ...]:
    """Give a visit with a letter."""
    a_letter(store, a_visit(store), "Thank you.")
    return stages(store)


def test_a_visit_and_its_letter_say_stage_date_and_place(
    found: tuple[VisitStage, ...], qtmodeltester: ModelTester
) -> None:
    model = Stages()
    model.show(tuple(entries_of(found, Titles())))
    qtmodeltester.check(model)
    visit, letter = (model.index(at).data(Role.ROW) for at in (0, 1))
    assert (visit.title, visit.time, visit.place) == ("Practice Borough Council", "10 to 11 July 2018", "Only here")
    assert visit.text.startswith("Planned since 10 July 2018")
    assert (visit.at, visit.steps, visit.is_inner) == (0, 8, False)
    assert letter.text == "Drafting since 10 July 2018"
    assert (letter.at, letter.steps, letter.is_inner) == (0, 10, True)
    assert "stage 1 of 8" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "this laptop only" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_off_the_usual_way_has_a_sign_and_a_word_and_no_place_on_it(found: tuple[VisitStage, ...]) -> None:
    for state, icon, word in (("paused", "triangle-alert", "Paused"), ("cancelled", "circle-x", "Cancelled")):
        row = visit_row(replace(found[0], visit=replace(found[0].visit, status=state)))
        assert (row.at, row.mark, row.mark_icon) == (-1, word, icon)


def test_a_row_stays_where_only_its_stage_is_another(found: tuple[VisitStage, ...]) -> None:
    model = Stages()
    model.show(tuple(entries_of(found, Titles())))
    kept = model.index(0)
    moved = replace(found[0], visit=replace(found[0].visit, status="packed"))
    model.show(tuple(entries_of((moved,), Titles())))
    assert kept.data(Role.ROW).at == 1


def test_the_track_is_drawn_where_there_is_room(qtbot: QtBot, look: Look, found: tuple[VisitStage, ...]) -> None:
    model, delegate = Stages(), StageDelegate(look)
    model.show(tuple(entries_of(found, Titles())))

    def drawn(wide: int, at: int) -> QPixmap:
        picture = QPixmap(wide, 90)
        picture.fill(look.colour("surface"))
        painter, option = QPainter(picture), QStyleOptionViewItem()
        option.rect, option.state = QRect(0, 0, wide, 90), QStyle.StateFlag.State_Enabled
        delegate.paint(painter, option, model.index(at))
        painter.end()
        return picture

    def accents(picture: QPixmap) -> int:
        image, accent = picture.toImage(), look.colour("accent").rgb()
        return sum(image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height()))

    assert accents(drawn(500, 0)) > 20
    assert accents(drawn(160, 0)) == 0
    assert accents(drawn(500, 1)) > 20
