# SPDX-License-Identifier: MIT
"""On the whole window, gone through page by page: nobody is written down as the child of a neighbour."""

import re
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFormLayout, QWidget

from tests.builders import a_link, a_note, a_store, a_visit
from ui.look import Look
from ui.pages import PAGES
from ui.screens import opened_window, settle
from ui.window import Window


@pytest.fixture
def window(worn: Look) -> Iterator[Window]:
    store = a_store()
    a_link(store, a_note(store, a_visit(store)))
    with opened_window(store, worn) as made:
        yield made
    store.close()


def misplaced(window: Window) -> list[str]:
    """Return the widgets that would fall with something they are not inside of."""
    books = {id(each): shiboken6.dump(each) for each in QApplication.allWidgets() if window.isAncestorOf(each)}
    names = {id(each): type(each).__name__ for each in QApplication.allWidgets()}
    found = []
    for each in QApplication.allWidgets():
        written = re.search(r"^parent\.+ <(\S+) at (0x[0-9a-f]+)>", books.get(id(each), ""), re.MULTILINE)
        if written and int(written[2], 16) not in around(each) and not written[1].endswith(QFormLayout.__name__):
            found.append(f"{names[id(each)]} falls with {written[1]}")
    return found


def around(widget: QWidget) -> Iterator[int]:
    each = widget.parentWidget()
    while each is not None:
        yield id(each)
        each = each.parentWidget()


def test_whoever_goes_takes_along_only_what_is_inside(window: Window) -> None:
    for page in PAGES:
        window.go(page.code)
        settle(window.desk.worker)
    assert misplaced(window) == []
