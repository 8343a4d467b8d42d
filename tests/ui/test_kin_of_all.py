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


def written_down(window: Window) -> list[tuple[QWidget, str, int]]:
    """Return whose child each widget is in the binding's books: the widget, its parent's kind and identity."""
    found = []
    for each in (each for each in QApplication.allWidgets() if window.isAncestorOf(each)):
        parent = re.search(r"^parent\.+ <(\S+) at (0x[0-9a-f]+)>", shiboken6.dump(each), re.MULTILINE)
        if parent:
            found.append((each, parent[1], int(parent[2], 16)))
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
    books = written_down(window)
    assert len(books) > 500  # they can be read at all
    misplaced = [
        f"{type(each).__name__} falls with {kind}"
        for each, kind, parent in books
        if parent not in around(each) and not kind.endswith(QFormLayout.__name__)
    ]
    assert misplaced == []
