# SPDX-License-Identifier: MIT
"""The pictures: every screen is drawn, none blank, and nothing of the store is changed by it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage import vouched
from tests.ui.shown import the_example
from ui.look import Look
from ui.pages import PAGES
from ui.screens import opened_window, screens


def test_every_screen_is_drawn_and_the_store_stays_as_it_was(
    qtbot: QtBot, qapp: QApplication, look: Look, tmp_path: Path
) -> None:
    store, example = the_example()
    before = store.ledger.highest_tick()
    assert store.tables.later.waiting()
    seen = []
    with opened_window(store, look) as window:
        assert not store.tables.later.waiting()
        assert not vouched.waiting(store)
        assert window.visit_id == example.visit_id
        for name, widget in screens(window):
            image = widget.grab().toImage()
            tones = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
            assert len(tones) > 4, name
            seen.append(name)
    assert len(seen) == len(set(seen)), "two screens of one name: the second picture takes the place of the first"
    assert {page.code for page in PAGES} | {"palette", "keys", "history", "unlock", "first-recovery"} <= set(seen)
    assert store.ledger.highest_tick() == before
    store.close()
