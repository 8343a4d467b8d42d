# SPDX-License-Identifier: MIT
"""The form gives back what it was shown unless a hand alters it, and dates parts of days by where they begin."""

import pytest
from pytestqt.qtbot import QtBot

from storage.model.provenance import PARTS
from storage.model.visit import Visit
from ui.look import Look
from ui.notes.moment_dialog import MomentDialog
from ui.notes.words import local

SAID = "2018-07-10T09:42:17.123Z"


@pytest.fixture
def dialog(qtbot: QtBot, look: Look, visit: Visit) -> MomentDialog:
    made = MomentDialog(look, visit)
    qtbot.addWidget(made)
    return made


def test_nothing_is_altered_by_showing(dialog: MomentDialog) -> None:
    dialog.show_moment(SAID, "", SAID)
    assert dialog.moment() == (SAID, "")
    dialog.show_moment(SAID, "evening", SAID)
    assert dialog.moment() == (SAID, "evening")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_day_begins_where_it_begins_here(dialog: MomentDialog, part: str) -> None:
    dialog.show_moment(SAID, "", SAID)
    dialog.day.setCurrentIndex(1)
    dialog.part.setCurrentIndex(dialog.part.findData(part))
    event_at, chosen = dialog.moment()
    there = local(event_at)
    assert there is not None
    assert (there.date().isoformat(), there.time(), chosen) == ("2018-07-11", PARTS[part].begins, part)
    assert not dialog.time.isEnabled()


def test_a_day_outside_the_visit_is_chosen_from_the_calendar(dialog: MomentDialog) -> None:
    dialog.show_moment("2018-06-01T09:42:00.000Z", "", SAID)
    assert dialog.date.isEnabled()
    assert dialog.date.date().toString("yyyy-MM-dd") == "2018-06-01"
    assert dialog.becomes.text() == "added later"
