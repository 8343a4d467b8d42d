# SPDX-License-Identifier: MIT
"""The page and its dialogs with a sample in them, for everybody: named, reached by Tab, focus seen, nothing cut."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from storage.acts import reviews
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit
from storage.queries.samples import sample_of_visit
from storage.store import Store
from tests.builders import a_note
from tests.case_lists import a_sample
from tests.ui import accessible
from tests.ui.cases.conftest import idle
from ui.cases.page import Cases
from ui.look import Look, speak

CHECKS: tuple[Callable[[QWidget], Iterator[str]], ...] = (
    accessible.unnamed,
    accessible.nameless_in_the_tree,
    accessible.without_buddy,
    accessible.shared_letters,
    accessible.trapping,
    accessible.unseen_focus,
)


@pytest.fixture
def full(shown: Cases, store: Store, visit: Visit) -> Cases:
    """Give the page with a sample, a review and a note."""
    a_sample(store, visit)
    case = cases_of_visit(store, visit.id)[0]
    reviews.write(store, case, None, outcome="better")
    a_note(store, visit, case_ref=case.pseudonym)
    shown.choose(case.id)
    return shown


def screens(qtbot: QtBot, page: Cases, list_file: object) -> Iterator[tuple[str, QWidget]]:
    """Yield the page with each part of the review in front, then each dialog."""
    for at in range(page.review.tabs.count()):
        page.review.tabs.setCurrentIndex(at)
        yield f"part {at}", page
    deeds = page.deeds
    for ask in (deeds.ask_list, deeds.ask_draw, deeds.show_sheet, deeds.ask_case, deeds.ask_replace):
        ask()
        dialog = next(each for each in page.findChildren(QDialog) if each.isVisible())
        if hasattr(dialog, "show_file"):
            dialog.show_file(list_file)
        idle(qtbot, page.desk)
        qtbot.wait(1)
        idle(qtbot, page.desk)
        yield ask.__name__, dialog
        dialog.reject()
        dialog.deleteLater()


def test_every_screen_of_cases_is_for_everybody(
    qtbot: QtBot, full: Cases, store: Store, visit: Visit, list_file: object
) -> None:
    found = []
    for name, screen in screens(qtbot, full, list_file):
        screen.activateWindow()
        QApplication.processEvents()
        found += [f"{name}: {each}" for check in CHECKS for each in check(screen)]
    assert not found, "\n".join(["", *found])
    assert sample_of_visit(store, visit.id) is not None


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "cy")])
def test_no_word_is_cut_and_no_colour_is_foreign(
    qtbot: QtBot, full: Cases, look: Look, list_file: object, theme: str, language: str
) -> None:
    look.wear(theme, 100)
    speak(QApplication.instance(), language)  # type: ignore[arg-type]
    found = []
    for name, screen in screens(qtbot, full, list_file):
        QApplication.processEvents()
        found += [f"{name}: {each}" for each in accessible.cut(screen)]
        found += [f"{name}: {each}" for each in accessible.foreign_colours(screen, look)]
    assert not found, "\n".join(["", *found])
