# SPDX-License-Identifier: MIT
"""Labels say their key again in another language, and never take a person's text for markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from resources import language
from ui.look import Look, speak
from ui.widgets import labels
from ui.widgets.labels import ElidedLabel, Label, add_row


def test_a_label_says_its_key_again_in_another_language(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    label = Label("{count} of {all}")
    qtbot.addWidget(label)
    label.say("{count} of {all}", count=3, all=9)
    assert label.text() == "3 of 9"
    label.say("{count} out of {all}", count=3, all=9)
    speak(qapp, "cy")
    assert label.text() == labels._("{count} out of {all}").format(count=3, all=9)


def test_shown_text_is_content_and_stays_as_it_is(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    label = Label("Notes")
    qtbot.addWidget(label)
    label.show_text("<b>{count}</b>")
    speak(qapp, "cy")
    assert label.text() == "<b>{count}</b>"
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert language.current() == "cy"


def test_a_long_name_gives_way_and_stays_whole_in_the_tooltip(qtbot: QtBot, look: Look) -> None:
    label = ElidedLabel(type="heading")
    qtbot.addWidget(label)
    label.show_text("An area title of three hundred words " * 40)
    label.resize(200, 30)
    label.grab()
    assert label.minimumSizeHint().width() == 0
    assert label.toolTip() == label.text()
    label.show_text("Short")
    label.grab()
    assert label.toolTip() == ""


def test_a_row_of_a_form_names_its_field_by_words_and_by_letter(qtbot: QtBot) -> None:
    window, field = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    form = QFormLayout(window)
    label = add_row(form, "&Role", field)
    assert form.labelForField(field) is label
    assert label.buddy() is field
    assert field.accessibleName() == "Role"
    assert field.parentWidget() is window
