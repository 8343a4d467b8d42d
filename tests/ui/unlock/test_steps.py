# SPDX-License-Identifier: MIT
"""The asking steps: what completes them, and that every field is named and says itself in another language."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.unlock.steps import BeginStep, SecretStep, Step, WhoStep


@pytest.mark.parametrize("kind", [WhoStep, SecretStep, BeginStep])
def test_every_field_of_a_step_is_named_and_has_a_label(qtbot: QtBot, look: Look, kind: type[Step]) -> None:
    step = kind(look)  # type: ignore[call-arg]
    qtbot.addWidget(step)
    buddies = {label.buddy() for label in step.findChildren(QLabel)}
    for field in (*step.findChildren(QLineEdit), *step.findChildren(QComboBox)):
        assert field.accessibleName()
        assert field in buddies


def test_a_name_of_spaces_is_no_name(qtbot: QtBot, look: Look) -> None:
    step = WhoStep(look)
    qtbot.addWidget(step)
    step.edit.setText("   ")
    assert not step.is_complete()
    step.edit.setText(" Ŵyr ap Gwŷr ")
    assert step.name() == "Ŵyr ap Gwŷr"


def test_a_passphrase_that_begins_like_the_first_is_not_called_different_yet(qtbot: QtBot, look: Look) -> None:
    step = SecretStep(look)
    qtbot.addWidget(step)
    step.first.edit.setText("a lantern under seven hills")
    step.again.edit.setText("a lantern")
    assert step.differs.text() == ""
    assert not step.is_complete()
    step.again.edit.setText("a lamp")
    assert step.differs.text() == "The two are not the same yet."


def test_the_practice_visit_is_offered_first(qtbot: QtBot, look: Look) -> None:
    step = BeginStep(look)
    qtbot.addWidget(step)
    assert step.wants_practice()
    step.empty.setChecked(True)
    assert not step.wants_practice()
