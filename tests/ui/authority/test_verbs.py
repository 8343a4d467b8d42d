# SPDX-License-Identifier: MIT
"""The verbs of the authority's page: each opens its form on its part; without an authority none of them is possible."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.ui.shown import a_desk, dialogs
from ui.authority.form import Form
from ui.authority.page import AuthorityPage
from ui.authority.parts import PLAN
from ui.look import Look


def test_the_plan_is_asked_about_on_its_part(page: AuthorityPage) -> None:
    page.asking.plan()
    (asked,) = [each for each in dialogs() if isinstance(each, Form)]
    assert page.parts.currentWidget() is page.parts[PLAN.code]
    asked.reject()


def test_the_record_is_taken_out_and_another_brought_in_elsewhere(qtbot: QtBot, page: AuthorityPage) -> None:
    assert page.known is not None
    verbs = {each.keys: each for each in page.verbs()}
    with qtbot.waitSignal(page.record_out_asked) as out:
        verbs["Alt+Shift+X"].run()
    assert out.args == [page.known.authority.id]
    with qtbot.waitSignal(page.record_in_asked):
        verbs["Alt+Shift+I"].run()


def test_without_an_authority_only_one_that_comes_in_is_possible(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    page = AuthorityPage(a_desk(store, look, tmp_path))
    qtbot.addWidget(page)
    page.show()
    assert [each.keys for each in page.verbs() if each.is_possible()] == ["Alt+Shift+I"]
    page.right.click()
    assert "no authority yet" in page.notice.message.text()
    assert not [each for each in dialogs() if isinstance(each, Form)]
