# SPDX-License-Identifier: MIT
"""One difference on the screen: both wordings marked by more than colour, the merge to be typed in, nothing lost."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from storage.acts import findings
from storage.queries.differences import Clash, clashes
from storage.store import Store
from tests.builders import a_finding, a_store, a_visit, again, hand_over, join
from tests.ui.shown import a_desk
from ui.history.clash_view import ClashView
from ui.look import Look


@pytest.fixture
def apart() -> tuple[Store, dict[str, Clash]]:
    """Give a store in which a statement and a grade differ, and both differences by field."""
    rhian, tomos = a_store("Rhian (practice)"), a_store("Tomos (practice)")
    there = a_visit(rhian)
    finding = a_finding(rhian, there, "Plans are late.")
    join(rhian, there.stream_id, tomos)
    findings.amend(rhian, finding, statement="Half of the plans are late.", grade="good")
    findings.amend(tomos, again(tomos, finding), statement="Plans are two weeks late.", grade="adequate")
    hand_over(tomos, rhian, there.stream_id)
    return rhian, {clash.field: clash for clash in clashes(rhian)}


@pytest.fixture
def view(qtbot: QtBot, look: Look, apart: tuple[Store, dict[str, Clash]], tmp_path: Path) -> ClashView:
    """Give the view, empty."""
    made = ClashView(a_desk(apart[0], look, tmp_path))
    qtbot.addWidget(made)
    return made


def _marked(view: ClashView, at: int, words: str) -> QTextCursor:
    found = view.wordings[at][0].document().find(words)
    assert not found.isNull(), words
    return found


def test_each_wording_is_marked_by_shape_and_weight(view: ClashView, apart: tuple[Store, dict[str, Clash]]) -> None:
    clash = apart[1]["statement"]
    view.show_clash(clash)
    lead = [each.name for each in clash.wordings].index("Rhian (practice)")
    added = _marked(view, lead, "Half").charFormat()
    assert added.fontUnderline()
    assert added.fontWeight() > 500
    assert _marked(view, lead, "Plans").charFormat().fontStrikeOut()
    assert not _marked(view, lead, "late.").charFormat().fontUnderline()
    assert view.words.toPlainText() == "Half of the plans are two weeks late."


def test_a_wording_or_words_of_ones_own_are_what_is_asked_for(
    qtbot: QtBot, view: ClashView, apart: tuple[Store, dict[str, Clash]]
) -> None:
    view.show_clash(apart[1]["statement"])
    with qtbot.waitSignal(view.settled) as settled:
        view.wordings[1][1].click()
    assert settled.args == [apart[1]["statement"].wordings[1].value]
    view.words.setPlainText("Some plans are late.")
    with qtbot.waitSignal(view.settled) as settled:
        view.use.click()
    assert settled.args == ["Some plans are late."]
    with qtbot.waitSignal(view.later):
        view.next.click()


def test_what_is_typed_stays_while_the_same_difference_is_shown(
    view: ClashView, apart: tuple[Store, dict[str, Clash]], look: Look
) -> None:
    view.show_clash(apart[1]["statement"])
    view.words.setPlainText("Half typed")
    view.show_clash(apart[1]["statement"])
    look.wear("dark", 100)
    assert view.words.toPlainText() == "Half typed"


def test_what_is_no_running_text_is_chosen_and_not_typed(
    view: ClashView, apart: tuple[Store, dict[str, Clash]]
) -> None:
    view.show_clash(apart[1]["grade"])
    assert view.words.isHidden()
    assert view.use.isHidden()
    assert "this holds" in view.until.text()
    assert len(view.wordings) == 2
    view.show_clash(None)
    assert view.isHidden()
