# SPDX-License-Identifier: MIT
"""Files come to a note by dialog, paste and drop, and are shown small."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.acts.attachments import Incoming
from storage.model.document import Document
from storage.queries.attachments import attachments_of_note
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.files import a_picture, pdf
from tests.ui import accessible
from ui.notes.attaching import files_in
from ui.notes.notebook import Notebook


def _held(notebook: Notebook) -> tuple[Document, ...]:
    return attachments_of_note(notebook.desk.store, notebook.editor.note_id)


def _settled(qtbot: QtBot, notebook: Notebook) -> None:
    qtbot.waitUntil(lambda: not notebook.desk.worker.busy())


def test_a_dropped_file_makes_ink_of_the_note_and_is_shown_small(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path
) -> None:
    (tmp_path / "kitchen.jpg").write_bytes(a_picture())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "kitchen.jpg"))])
    page = notebook.editor.card.page
    qtbot.keyClicks(page, "The kitchen was clean.")
    assert page.canInsertFromMimeData(dropped)
    page.insertFromMimeData(dropped)
    _settled(qtbot, notebook)
    assert page.text() == "The kitchen was clean."
    [button] = notebook.editor.card.thumbs.buttons()
    assert button.thumb.name == "kitchen.jpg"
    assert button.thumb.picture.startswith(b"\xff\xd8")


def test_a_pasted_picture_is_attached_and_pasted_words_are_words(qtbot: QtBot, notebook: Notebook) -> None:
    page, clipboard = notebook.editor.card.page, QApplication.clipboard()
    qtbot.keyClicks(page, "Seen: ")
    clipboard.setText("two rooms")
    page.paste()
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    clipboard.setImage(image)
    page.paste()
    _settled(qtbot, notebook)
    clipboard.clear()
    assert page.text() == "Seen: two rooms"
    [held] = _held(notebook)
    assert (held.title, held.media_type) == ("Pasted picture.png", "image/png")


def test_files_are_chosen_in_the_dialog(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(pdf("words"))
    qtbot.keyClicks(notebook.editor.card.page, "The plan.")
    notebook.attaching.ask()
    dialog = notebook.attaching.dialog
    assert "*.pdf" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(tmp_path / "plan.pdf")])
    dialog.reject()
    _settled(qtbot, notebook)
    assert [each.title for each in _held(notebook)] == ["plan.pdf"]


def test_what_was_told_of_one_file_is_gone_once_the_next_is_attached(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path
) -> None:
    qtbot.keyClicks(notebook.editor.card.page, "The plan.")
    notebook.attaching.attach([Incoming("photo.jpg", pdf("words"))])
    _settled(qtbot, notebook)
    assert "not what its name says" in notebook.editor.notice.message.text()
    assert notebook.editor.notice.isVisible()
    notebook.attaching.attach([Incoming("plan.pdf", pdf("words"))])
    _settled(qtbot, notebook)
    assert not notebook.editor.notice.isVisible()
    assert [each.title for each in _held(notebook)] == ["plan.pdf"]


def test_without_a_line_there_is_no_note_to_attach_to(notebook: Notebook) -> None:
    notebook.editor.card.page.files_given.emit(files_in(_text_file("x")))
    assert "belongs to a note" in notebook.editor.notice.message.text()


def _text_file(path: str) -> QMimeData:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(path)])
    return given


def test_a_file_that_is_not_taken_is_told_and_the_note_stays(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "photo.heic").write_bytes(b"\0\0\0\x18ftypheic")
    qtbot.keyClicks(notebook.editor.card.page, "The kitchen was clean.")
    notebook.editor.card.page.insertFromMimeData(_text_file(str(tmp_path / "photo.heic")))
    _settled(qtbot, notebook)
    assert "HEIC" in notebook.editor.notice.message.text()
    assert _held(notebook) == ()
    assert len(notes_of_visit(notebook.desk.store, notebook.visit_id)) == 1


def test_one_taken_off_is_gone_from_the_strip_and_a_press_asks_for_it(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("words")
    qtbot.keyClicks(notebook.editor.card.page, "Minutes.")
    notebook.editor.card.page.insertFromMimeData(_text_file(str(tmp_path / "a.txt")))
    _settled(qtbot, notebook)
    [button] = notebook.editor.card.thumbs.buttons()
    with qtbot.waitSignal(notebook.document_asked) as asked:
        button.click()
    assert asked.args is not None
    assert asked.args[0].title == "a.txt"
    button.taken_off.emit(button.thumb.key)
    assert notebook.editor.card.thumbs.buttons() == []
    assert notebook.editor.card.thumbs.isHidden()


def test_another_note_shows_its_own_files(qtbot: QtBot, notebook: Notebook, store: Store, tmp_path: Path) -> None:
    assert notebook.visit is not None
    other = notes.write(store, notebook.visit, "Another note.")
    (tmp_path / "a.txt").write_text("words")
    qtbot.keyClicks(notebook.editor.card.page, "Minutes.")
    notebook.editor.card.page.insertFromMimeData(_text_file(str(tmp_path / "a.txt")))
    _settled(qtbot, notebook)
    mine = notebook.editor.note_id
    notebook.show_note(other)
    assert notebook.editor.card.thumbs.buttons() == []
    notebook.show_note(mine)
    assert len(notebook.editor.card.thumbs.buttons()) == 1


def test_a_desk_with_files_can_be_used_by_everybody(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(f"words {number}")
    qtbot.keyClicks(notebook.editor.card.page, "Minutes.")
    files = [QUrl.fromLocalFile(str(tmp_path / f"{number}.txt")) for number in range(9)]
    given = QMimeData()
    given.setUrls(files)
    notebook.editor.card.page.insertFromMimeData(given)
    _settled(qtbot, notebook)
    window = notebook.window()
    checks = (accessible.unnamed, accessible.nameless_in_the_tree, accessible.shared_letters)
    found = [each for check in checks for each in check(window)]
    assert not found, "\n".join(found)
    strip = notebook.editor.card.thumbs
    assert len(strip.buttons()) == 9
    strip.buttons()[-1].setFocus()
    assert strip.horizontalScrollBar().value() > 0


@pytest.mark.parametrize("address", ["https://example.org/plan.pdf", "ftp://example.org/plan.pdf"])
def test_an_address_is_no_file(address: str) -> None:
    given = QMimeData()
    given.setUrls([QUrl(address)])
    assert files_in(given) == []


def test_a_file_taken_off_is_put_back_by_the_button_or_by_its_key(qtbot: QtBot, notebook: Notebook) -> None:
    qtbot.keyClicks(notebook.editor.card.page, "Two files.")
    notebook.attaching.attach([Incoming("one.txt", b"One."), Incoming("two.txt", b"Two.")])
    _settled(qtbot, notebook)
    standing, thumbs = notebook.editor.card.standing, notebook.editor.card.thumbs
    assert not notebook.attaching.can_put_back()
    for _turn in range(2):
        qtbot.keyClick(thumbs.buttons()[0], Qt.Key.Key_Delete)
    assert standing.message.text() == "two.txt was taken off. It stays in the record."
    standing.action.click()
    assert [each.title for each in _held(notebook)] == ["two.txt"]
    assert standing.message.text() == "two.txt is attached again."
    qtbot.keyClick(notebook.editor.card.page, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert {each.title for each in _held(notebook)} == {"one.txt", "two.txt"}
    assert not notebook.attaching.can_put_back()
