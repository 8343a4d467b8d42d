# SPDX-License-Identifier: MIT
"""How far each reader is, as bars and in words."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.cases.readers import Part, Readers
from ui.look import Look


def test_each_reader_has_a_line_and_words(qtbot: QtBot, look: Look) -> None:
    readers = Readers(look)
    qtbot.addWidget(readers)
    readers.show_parts((Part("Inspector A: 3 of 8 read", 3, 1, 8), Part("nobody yet: 2 cases", 0, 0, 0)))
    assert readers.accessibleName() == "Inspector A: 3 of 8 read; nobody yet: 2 cases"
    one = readers.sizeHint().height() // 2
    readers.resize(300, readers.sizeHint().height())
    image = readers.grab().toImage()
    accent = look.colour("accent").name()
    rows = {y for y in range(image.height()) for x in range(0, 100) if QColor(image.pixel(x, y)).name() == accent}
    assert rows
    assert max(rows) < one
    readers.show_parts(())
    assert readers.isHidden()
