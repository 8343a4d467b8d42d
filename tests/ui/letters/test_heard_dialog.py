# SPDX-License-Identifier: MIT
"""What a screen reader hears, as one text: roles before words, lists counted, a change of voice told."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reports.pdf.heard import heard
from tests.reports.pdf.letters import a_letter
from ui.letters.heard_dialog import HeardDialog, spoken
from ui.look import Look


def test_headings_lists_fields_and_voices_are_announced(qtbot: QtBot, look: Look) -> None:
    dialog = HeardDialog(look, heard(a_letter(language="cy", illustration=True)))
    qtbot.addWidget(dialog)
    dialog.show()
    text = dialog.page.toPlainText()
    assert text.startswith("In the voice of Cymraeg\n")
    assert "Heading, level 1: Re: Improvement conference" in text
    assert "List with 3 items\nList item: Human resources" in text
    assert "Place for a signature: Llofnod digidol" in text
    assert text.count("In the voice of English") == 1  # the notice, said in English too
    look.wear("dark", 100)
    assert dialog.page.toPlainText() == text
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_plain_paragraph_is_said_without_anything_before_it() -> None:
    assert ("", "Dear Ms Example,") in spoken(heard(a_letter()))
