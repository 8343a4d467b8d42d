# SPDX-License-Identifier: MIT
"""One attachment on the screen: shown from memory, a passage linked, another program only after asking."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from storage import outside
from storage.acts.attachments import Incoming, attach
from storage.incidents import incidents
from storage.queries.attachments import attachments_of_note, passages_of
from storage.store import Store
from tests.builders import RUBRIC, a_note, a_visit
from tests.files import CAMERA, a_picture, a_table, pdf
from tests.ui import accessible
from tests.ui.shown import a_desk
from ui.attachments.viewer import Viewer
from ui.desk import Desk
from ui.look import Look, speak

Opened = Callable[..., Viewer]


@pytest.fixture
def desk(store: Store, look: Look, tmp_path: Path) -> Desk:
    return a_desk(store, look, tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Opened]:
    """Give a maker of views: `opened("plan.pdf", data)`, shown when it has read."""
    made: list[Viewer] = []

    def make(name: str, data: bytes) -> Viewer:
        note = a_note(desk.store, a_visit(desk.store), source_kind="document", case_ref="Case 07")
        attach(desk.store, note, [Incoming(name, data)])
        view = Viewer(desk, attachments_of_note(desk.store, note.id)[0])
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        made.append(view)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        qtbot.waitUntil(lambda: view.tabs.count() > 0 or view.notice.isVisible())
        return view

    yield make
    for each in made:
        each.reject()
        each.deleteLater()
    desk.worker.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def mark(view: Viewer, start: int, end: int) -> None:
    cursor = view.words.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.words.setTextCursor(cursor)


def pick(qtbot: QtBot, view: Viewer, code: str) -> None:
    qtbot.keyClicks(view.picker.field, code)
    qtbot.keyClick(view.picker.field, Qt.Key.Key_Return)


def test_a_picture_is_shown_from_memory_and_nothing_is_written(opened: Opened, tmp_path: Path) -> None:
    view = opened("kitchen.jpg", a_picture(size=(300, 200)))
    assert view.picture.image.width() == 300
    assert view.about.text().startswith("A JPEG picture · ")
    assert view.about.text().endswith("Case 07")
    assert not view.chips.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_the_keys_are_in_what_is_shown_and_never_on_what_takes_it_away(opened: Opened) -> None:
    assert (view := opened("k.jpg", a_picture())).focusWidget() is view.picture.area
    assert (view := opened("p.pdf", pdf("one"))).focusWidget() is view.pages.view
    assert (view := opened("a.txt", b"words")).focusWidget() is view.words
    assert (view := opened("l.xlsx", a_table())).focusWidget() is view.leave


def test_a_passage_of_a_page_is_linked_to_an_area_and_taken_off_again(qtbot: QtBot, opened: Opened, desk: Desk) -> None:
    view = opened("plan.pdf", pdf("Plans are reviewed monthly.", "Nobody reads them."))
    view.pages.turn_to(1)
    qtbot.waitUntil(lambda: view.pages.page() == 1)
    view.tabs.setCurrentWidget(view.words)
    assert view.words.toPlainText().strip() == "Nobody reads them."
    mark(view, 0, 12)
    qtbot.mouseClick(view.link, Qt.MouseButton.LeftButton)
    pick(qtbot, view, "QA1")
    [link] = passages_of(desk.store, view.document)
    assert (link.rubric, link.area, link.page, link.quoted) == (RUBRIC, "QA1", 2, "Nobody reads")
    [chip] = view.chips.buttons()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert passages_of(desk.store, view.document) == ()


def test_a_passage_of_plain_text_keeps_its_place(qtbot: QtBot, opened: Opened, desk: Desk) -> None:
    view = opened("minutes.txt", "🙂 Ŵyr. It was agreed.".encode())
    mark(view, 7, 11)
    view.link_passage()
    pick(qtbot, view, "QA1")
    [link] = passages_of(desk.store, view.document)
    assert (link.page, link.quoted) == (0, "It")
    assert link.span.startswith("7-9@0.")


def test_without_words_it_says_to_mark_them(opened: Opened) -> None:
    view = opened("minutes.txt", b"It was agreed.")
    view.link_passage()
    assert "Mark the words" in view.notice.advice.text()
    assert not view.picker.isVisible()


def test_another_program_gets_a_clean_copy_only_after_asking(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    view = opened("kitchen.jpg", a_picture())
    given: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        given.append(Path(url.toLocalFile()).read_bytes())
        return True

    view.open_url = open_url
    view.open_outside()
    qtbot.mouseClick(view.asking.stay, Qt.MouseButton.LeftButton)
    assert (given, outside.count_out(tmp_path)) == ([], 0)
    view.open_outside()
    qtbot.mouseClick(view.asking.go, Qt.MouseButton.LeftButton)
    assert outside.count_out(tmp_path) == 1
    assert CAMERA.encode() not in given[0]
    assert "removed when you close" in view.notice.advice.text()
    view.reject()
    assert outside.count_out(tmp_path) == 0
    assert [each["what"] for each in incidents(tmp_path)] == ["opened outside"]


def test_where_no_program_opens_it_nothing_is_left(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    view = opened("list.xlsx", a_table())
    view.open_url = lambda _url: False
    view.open_outside()
    view.asking.accept()
    assert "No program" in view.notice.message.text()
    assert outside.count_out(tmp_path) == 0


def test_what_cannot_be_shown_says_so(opened: Opened) -> None:
    for name, data in (("list.xlsx", a_table()), ("broken.pdf", b"%PDF-1.7 nothing more %%EOF")):
        view = opened(name, data)
        label = view.tabs.currentWidget()
        assert isinstance(label, QLabel)
        assert "cannot" in label.text()


def test_a_file_that_is_not_here_is_told(opened: Opened, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.shelf, "get", lambda _name: None)
    view = opened("a.txt", b"words")
    assert "not on this computer" in view.notice.message.text()
    assert not view.outside.isEnabled()


def test_it_is_taken_off_its_note_by_its_button(qtbot: QtBot, opened: Opened, desk: Desk) -> None:
    view = opened("a.txt", b"words")
    qtbot.mouseClick(view.take_off, Qt.MouseButton.LeftButton)
    assert not view.isVisible()
    assert attachments_of_note(desk.store, view.document.subject) == ()


def test_closed_it_holds_nothing_any_more(opened: Opened) -> None:
    view = opened("a.txt", b"words")
    view.reject()
    assert view.words.toPlainText() == ""


CHECKS = (
    accessible.unnamed,
    accessible.nameless_in_the_tree,
    accessible.without_buddy,
    accessible.shared_letters,
    accessible.trapping,
    accessible.unseen_focus,
    accessible.cut,
)


@pytest.mark.parametrize(("name", "data"), [("plan.pdf", pdf("one", "two")), ("k.jpg", a_picture()), ("a.txt", b"w")])
@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("cy", 200)])
def test_everybody_can_use_it(
    opened: Opened, look: Look, name: str, data: bytes, language: str, percent: int, qapp: QApplication
) -> None:
    look.wear("light", percent)
    speak(qapp, language)
    try:
        view = opened(name, data)
        found = [each for check in CHECKS for each in check(view)]
        assert not found, "\n".join(found)
    finally:
        speak(qapp, "en")
