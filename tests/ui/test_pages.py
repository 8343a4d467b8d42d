# SPDX-License-Identifier: MIT
"""Pages: each can be made on an empty store, and no two share a key or a code."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.ui.shown import a_desk
from ui.look import Look
from ui.pages import PAGES, Page, made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_every_page_can_be_made_and_shown_on_an_empty_store(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path, page: Page
) -> None:
    panel = made(page, a_desk(store, look, tmp_path))
    qtbot.addWidget(panel)
    panel.show()
    panel.show_visit("")
    assert panel.may_close()


def test_codes_and_keys_are_each_used_once() -> None:
    assert len({page.code for page in PAGES}) == len({page.keys for page in PAGES}) == len(PAGES)
