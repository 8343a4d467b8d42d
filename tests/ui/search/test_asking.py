# SPDX-License-Identifier: MIT
"""Asking: the newest question counts, and what is given up is not answered."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.queries.found import Found
from storage.search.query import Sought
from storage.store import Store
from tests.builders import a_note, a_visit
from tests.ui.shown import a_desk
from ui.look import Look
from ui.search.asking import Asking


def _asking(store: Store, look: Look, home: Path) -> tuple[Asking, list[list[str]]]:
    asking, told = Asking(a_desk(store, look, home)), list[list[str]]()

    def hear(page: Found, _before: int) -> None:
        told.append([hit.snippet.text for hit in page.found])

    asking.answered.connect(hear)
    return asking, told


def test_only_the_newest_question_is_answered(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    for text in ("One plan.", "Two files."):
        a_note(store, visit, text)
    asking, told = _asking(store, look, tmp_path)
    for words in ("plan", "nothing", "files"):
        asking.ask(Sought(words))
    qtbot.waitUntil(lambda: not asking._desk.worker.busy() and bool(told))
    assert told == [["Two files."]]


def test_what_is_given_up_is_not_answered(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    store, _ = folder_store()
    a_note(store, a_visit(store), "One plan.")
    asking, told = _asking(store, look, tmp_path)
    asking.ask(Sought("plan"))
    asking.stop()
    qtbot.waitUntil(lambda: not asking._desk.worker.busy())
    assert told == []


def test_a_store_in_memory_answers_at_once(look: Look, store: Store, tmp_path: Path) -> None:
    a_note(store, a_visit(store), "One plan.")
    asking, told = _asking(store, look, tmp_path)
    asking.ask(Sought("plan"))
    assert told == [["One plan."]]
