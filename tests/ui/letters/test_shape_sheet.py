# SPDX-License-Identifier: MIT
"""The shapes a copy may have: those of both languages only where there are two."""

from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.letters.shape_sheet import ShapeSheet


def test_a_letter_alone_goes_out_as_a_web_page_or_word(qtbot: QtBot, desk: Desk) -> None:
    sheet = ShapeSheet(desk, has_pair=False)
    qtbot.addWidget(sheet)
    assert [sheet.shape.itemData(at) for at in range(sheet.shape.count())] == ["html", "docx"]
    assert not sheet.both.isEnabled()
    assert sheet.wanted() == ("html", False)


def test_the_pdf_of_both_languages_is_of_both(qtbot: QtBot, desk: Desk) -> None:
    sheet = ShapeSheet(desk, has_pair=True)
    qtbot.addWidget(sheet)
    sheet.shape.setCurrentIndex(sheet.shape.findData("pdf"))
    assert sheet.wanted() == ("pdf", True)
    assert not sheet.both.isEnabled()
    sheet.shape.setCurrentIndex(sheet.shape.findData("html"))
    assert sheet.both.isEnabled()
