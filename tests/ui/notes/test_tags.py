# SPDX-License-Identifier: MIT
"""# and some letters offer areas; Return, or a whole code and a space, links."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.rubrics import rubric
from tests.builders import RUBRIC
from ui.look import Look
from ui.notes.page import NotePage
from ui.notes.tags import Tags


@pytest.fixture
def page(qtbot: QtBot) -> NotePage:
    made = NotePage()
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.show()
    return made


@pytest.fixture
def tags(look: Look, page: NotePage) -> Tags:
    made = Tags(look, page)
    made.offer([rubric(RUBRIC)])
    return made


def test_letters_after_a_hash_offer_areas_and_return_takes_one(qtbot: QtBot, page: NotePage, tags: Tags) -> None:
    QTest.keyClicks(page, "Seen #qa")
    qtbot.waitUntil(tags.isVisible)
    QTest.keyClick(page, Qt.Key.Key_Down)
    QTest.keyClick(page, Qt.Key.Key_Up)
    with qtbot.waitSignal(tags.picked) as told:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].startswith(f"{RUBRIC}:QA")
    assert page.text() == f"Seen #{told.args[0].partition(':')[2]} "
    assert not tags.isVisible()


def test_a_whole_code_links_by_itself(qtbot: QtBot, page: NotePage, tags: Tags) -> None:
    with qtbot.waitSignal(tags.picked) as told:
        QTest.keyClicks(page, "See #qa1.")
    assert told.args == [f"{RUBRIC}:QA1"]
    assert page.text() == "See #QA1."


def test_words_find_an_area_and_escape_leaves_the_words(qtbot: QtBot, page: NotePage, tags: Tags) -> None:
    QTest.keyClicks(page, "#super")
    qtbot.waitUntil(tags.isVisible)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not tags.isVisible()
    assert page.text() == "#super"


def test_nothing_is_offered_inside_a_word_or_for_nonsense(qtbot: QtBot, page: NotePage, tags: Tags) -> None:
    with qtbot.assertNotEmitted(tags.picked):
        QTest.keyClicks(page, "a#qa1 #zzqqxx ")
    qtbot.wait(1)
    assert not tags.isVisible()
