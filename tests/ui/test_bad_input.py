# SPDX-License-Identifier: MIT
"""What people and the world do to a window: closed in mid-word, small, far too long words, a store pulled away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from resources import language
from storage import rubrics
from storage.acts import rubrics as rubric_acts
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.links import links_of_note
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visits
from storage.settings import Settings
from storage.store import Store, open_store
from tests.builders import PASSPHRASE, RUBRIC, a_note, a_store, a_visit
from tests.ui.accessible import cut
from tests.ui.shown import a_desk, gone
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.screens import opened_window, settle
from ui.window import Window

Maker = Callable[..., tuple[Store, str]]
SMALL = (1024, 640)


@contextmanager
def a_window(store: Store, look: Look, home: Path) -> Iterator[Window]:
    """Give a window whose pages are made when they are shown."""
    window = Window(a_desk(store, look, home))
    window.resize(*SMALL)
    window.show()
    try:
        yield window
    finally:
        gone(window)


@pytest.fixture
def kept_store(folder_store: Maker) -> tuple[Store, Visit]:
    """Give a store in a folder with a visit of one note."""
    store, _code = folder_store("one")
    visit = a_visit(store)
    a_note(store, visit)
    return store, visit


def at_the_desk(window: Window, visit: Visit) -> Notebook:
    window.show_visit(visit.id)
    window.go("notes")
    notebook = window.page("notes")
    assert isinstance(notebook, Notebook)
    notebook.new_note()
    settle(window.desk.worker)
    return notebook


def test_closing_the_window_in_mid_word_loses_nothing(
    kept_store: tuple[Store, Visit], look: Look, tmp_path: Path
) -> None:
    store, visit = kept_store
    assert store.folder is not None
    with a_window(store, look, tmp_path) as window:
        notebook = at_the_desk(window, visit)
        QTest.keyClicks(notebook.editor.card.page, "Two of three duty wor")
        window.close()
    store.close()
    reopened = open_store(store.folder, PASSPHRASE)
    with a_window(reopened, look, tmp_path) as window:
        words = [each.text for each in notes_of_visit(reopened, visit.id)]
        notebook = at_the_desk(window, visit)
        words += [each.text for each in notebook.recovering.unfinished()] + [notebook.editor.card.page.text()]
    reopened.close()
    assert "Two of three duty wor" in words


def test_a_store_moved_away_under_the_window_is_told_and_comes_back_whole(
    qtbot: QtBot, kept_store: tuple[Store, Visit], look: Look, tmp_path: Path
) -> None:
    store, visit = kept_store
    folder = store.folder
    assert folder is not None
    with a_window(store, look, tmp_path) as window:
        card = at_the_desk(window, visit).editor.card
        card.page.insertPlainText("Before. ")
        qtbot.waitUntil(lambda: card.mark.words.text().startswith("Kept "))
        folder.rename(folder.with_name("pulled out"))
        card.page.insertPlainText("While it was gone. ")
        qtbot.waitUntil(lambda: "is not being kept" in window.notice.message.text())
        assert window.notice.isVisible()
        assert card.mark.words.text() == "Not kept yet"
        folder.with_name("pulled out").rename(folder)
        qtbot.waitUntil(lambda: card.mark.words.text().startswith("Kept "))
        assert "takes what you type again" in window.notice.message.text()
        assert store.journal is not None
        assert [each.text for each in store.journal.unfinished()] == ["Before. While it was gone. "]


@pytest.mark.torture
def test_five_megabytes_pasted_into_a_note_are_typed_on_in_and_made_ink(
    kept_store: tuple[Store, Visit], look: Look, tmp_path: Path
) -> None:
    store, visit = kept_store
    words = "Six of eight files held a plan. 😀 שלום " * 130_000
    with a_window(store, look, tmp_path) as window:
        notebook = at_the_desk(window, visit)
        pasted = QMimeData()
        pasted.setHtml(f"<h1>{words[:40]}</h1>")
        pasted.setText(words)
        notebook.editor.card.page.insertFromMimeData(pasted)
        QTest.keyClicks(notebook.editor.card.page, "End")
        assert notebook.editor.ink()
        newest = max(notes_of_visit(store, visit.id), key=lambda each: len(each.text))
    assert newest.text.replace("\n", "") == f"{words}End".replace("\n", "")


@pytest.fixture(scope="module")
def small(worn: Look) -> Iterator[Window]:
    """Give a window of 1024 × 640 on a visit whose framework has an area and a criterion with titles of 300 words."""
    store = a_store()
    visit = a_visit(store, frameworks=())
    rubric_acts.use(store, visit, long_titled())
    a_note(store, visit, "Seen.")
    with opened_window(store, worn) as window:
        window.show_visit(visit.id)
        window.resize(*SMALL)
        settle(window.desk.worker)
        yield window
    store.close()


def long_titled() -> Rubric:
    used = rubrics.rubric(RUBRIC)
    title = {code: " ".join(["supervision"] * 300) for code in language.LANGUAGES}
    first, *others = used.areas
    criterion, *more = first.criteria
    told = replace(first, title=title, criteria=(replace(criterion, title=title), *more))
    return replace(used, name="long-2026", areas=(told, *others))


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_in_a_small_window_with_a_title_of_300_words_every_page_fits(small: Window, code: str) -> None:
    small.wear(Settings(language=code))
    found = []
    for name in small.panels:
        small.go(name)
        settle(small.desk.worker)
        found += [f"{name}: {each}" for each in cut(small)]
        if (small.width(), small.height()) != SMALL:
            found.append(f"{name}: the window grew to {small.width()} × {small.height()}")
    small.wear(Settings())
    assert not found, "\n".join(["", *found])


def test_a_note_is_linked_to_the_criterion_with_the_long_title(small: Window) -> None:
    store, long = small.desk.store, long_titled()
    [visit] = visits(store)
    notebook = at_the_desk(small, visit)
    notebook.editor.card.page.insertPlainText("Seen again.")
    assert notebook.editor.ink()
    code = long.areas[0].criteria[0].code
    notebook.editor.linking.wanted.emit(f"{long.name}:{code}", None)
    settle(small.desk.worker)
    [note] = [each for each in notes_of_visit(store, visit.id) if each.text == "Seen again."]
    assert [(each.rubric, each.area) for each in links_of_note(store, note.id)] == [(long.name, code)]
