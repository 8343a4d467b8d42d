# SPDX-License-Identifier: MIT
"""A form does what it is for, stays open to tell trouble, and names every field."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from resources.language import N_
from storage.acts.dated import dated
from tests.ui.accessible import shared_letters, unnamed, without_buddy
from ui.authority.fields import DateLine, Field
from ui.authority.form import Asked, Form, options
from ui.desk import Desk


def test_trouble_is_told_in_the_form_and_what_was_typed_stays(qtbot: QtBot, desk: Desk) -> None:
    kept: list[str] = []

    def do(given: Mapping[str, Any]) -> None:
        kept.append(dated(given["day"], needed=True))

    form = Form(desk, Asked("Title", "&Keep", (Field("day", "&Day", "date"), Field("words", "&Words", "text")), do))
    qtbot.addWidget(form)
    form.show()
    line = form.widgets["day"]
    assert isinstance(line, DateLine)
    line.setText("soon")
    form.act.click()
    assert form.isVisible()
    assert "This is no date" in form.notice.message.text()
    assert line.text() == "soon"
    line.setText("October 2018")
    with qtbot.waitSignal(form.accepted):
        form.act.click()
    assert kept == ["2018-10"]
    assert form.result() == QDialog.DialogCode.Accepted


def test_every_field_has_its_name_and_its_letter(qtbot: QtBot, desk: Desk) -> None:
    fields = (Field("day", "&Day", "date"), Field("who", "&Who", "role"), Field("is_it", "&Is it", "check"))
    form = Form(desk, Asked("Title", "&Keep", fields, print, "About this."))
    qtbot.addWidget(form)
    form.show()
    for check in (unnamed, without_buddy, shared_letters):
        assert list(check(form)) == []


def test_a_table_becomes_options_all_or_only_some() -> None:
    names = {"one": N_("First look"), "two": N_("Improved")}
    assert options(names) == [("one", "First look"), ("two", "Improved")]
    assert options(names, ("two",)) == [("two", "Improved")]
