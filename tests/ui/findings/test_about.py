# SPDX-License-Identifier: MIT
"""The form says each choice once, and shows what a finding is measured against."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_finding, a_recommendation, a_visit, an_authority
from ui.findings.about import About, offer
from ui.look import Look


def test_each_choice_is_said_once(qtbot: QtBot, look: Look, store: Store) -> None:
    about = About(look)
    qtbot.addWidget(about)
    finding = a_finding(store, a_visit(store), immediate=True, grade="secure")
    with qtbot.assertNotEmitted(about.amended):
        about.show_finding(finding, None)
    assert about.ticks["immediate"].isChecked()
    assert about.chosen() == {"polarity": "weakness", "grade": "secure", "direction": "", "role": ""}
    with qtbot.waitSignal(about.amended) as amended:
        about.ticks["systemic"].click()
    assert amended.args == ["systemic", True]
    with qtbot.waitSignal(about.amended) as amended:
        about.boxes["grade"].setCurrentIndex(about.boxes["grade"].findData("priority"))
        about.boxes["grade"].activated.emit(about.boxes["grade"].currentIndex())
    assert amended.args == ["grade", "priority"]


def test_what_it_is_measured_against_is_said(qtbot: QtBot, look: Look, store: Store) -> None:
    about, council = About(look), an_authority(store)
    qtbot.addWidget(about)
    asked = a_recommendation(store, council, title="Supervision")
    finding = a_finding(store, a_visit(store, council), earlier=asked.id)
    about.show_finding(finding, asked)
    assert about.earlier.text() == "R1 Supervision"
    about.show_finding(finding, None)
    assert "not on this laptop" in about.earlier.text()
    about.show_finding(None, None)
    assert about.earlier.text() == "Measured against nothing earlier."
    assert not about.measure.isEnabled()
    QApplication.sendEvent(about, QEvent(QEvent.Type.LanguageChange))
    assert about.boxes["role"].accessibleName() == "Place in a letter"


def test_a_value_of_a_newer_version_is_offered_as_it_is(qtbot: QtBot, look: Look) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    offer(box, {"a": "A"}, "b")
    assert (box.currentData(), box.count()) == ("b", 2)
