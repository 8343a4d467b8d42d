# SPDX-License-Identifier: MIT
"""Fields give what was typed as the record keeps it, and say how a date is understood."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.authority.fields import DateLine, Field, given, lines, made
from ui.look import Look

CHOICES = (("one", "First"), ("two", "Second"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field("a", "A", "line", "words"), "words"),
        (Field("a", "A", "text", "one\ntwo"), "one\ntwo"),
        (Field("a", "A", "lines", ("one", "two")), "one\ntwo"),
        (Field("a", "A", "date", "2018-10-08"), "2018-10-08"),
        (Field("a", "A", "choice", "two", CHOICES), "two"),
        (Field("a", "A", "role", "Clerk", CHOICES), "Clerk"),
        (Field("a", "A", "check", True), True),
        (Field("a", "A", "some", ("two",), CHOICES), ("two",)),
    ],
    ids=lambda each: each.kind if isinstance(each, Field) else "",
)
def test_a_field_begins_with_its_value_and_gives_it_back(qtbot: QtBot, look: Look, field: Field, value: Any) -> None:
    widget = made(look, field)
    qtbot.addWidget(widget)
    assert given(widget) == value


def test_a_date_is_typed_as_people_write_it_and_says_how_it_is_understood(qtbot: QtBot) -> None:
    line = DateLine()
    qtbot.addWidget(line)
    assert line.understood() == ""
    line.setText("8 Oct 2018")
    assert (line.day(), line.understood()) == ("2018-10-08", "Understood as 8 October 2018")
    line.setText("soon")
    assert "No date yet" in line.understood()


def test_empty_lines_are_none() -> None:
    assert lines(" one \n\n two\n") == ("one", "two")
