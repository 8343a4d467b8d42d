# SPDX-License-Identifier: MIT
"""At the real window: a photo pasted, a plan dropped and a passage of it linked; the power goes; export and parcel."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reports.exports.visit import as_json, whole_visit
from storage import documents, outside
from storage.acts import members
from storage.imports.visit_in import bring_in
from storage.imports.visit_json import read_visit
from storage.model.document import Document
from storage.queries.attachments import attachments_of_note, passages_of
from storage.queries.notes import notes_of_visit
from storage.store import Store
from storage.sync import parcel
from tests.builders import a_store, a_visit
from tests.files import a_picture, pdf
from tests.ui.a_house import a_folder, greeted, unlock
from tests.ui.shown import dialogs
from ui.app import House
from ui.attachments.viewer import Viewer
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.window import LAST_VISIT, Window

PHOTO, PLAN, WORDS = a_picture(size=(600, 400)), pdf("Plans are reviewed monthly."), "The kitchen was clean."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of an inspector's store with a visit on hand."""
    return a_folder(tmp_path, lambda store: store.marks.keep(LAST_VISIT, a_visit(store, status="on_site_day1").id))


@pytest.fixture
def house(qapp: QApplication, look: Look, folder: Path) -> Iterator[House]:
    """Give the house, locked."""
    with greeted(qapp, folder, look) as house:
        yield house


def unlocked(qtbot: QtBot, house: House) -> tuple[Window, Notebook]:
    unlock(qtbot, house)
    qtbot.waitUntil(lambda: house.window is not None)
    assert house.window is not None
    with qtbot.waitActive(house.window):
        house.window.activateWindow()
    notebook = house.window.page("notes")
    assert isinstance(notebook, Notebook)
    return house.window, notebook


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def held(store: Store, visit_id: str) -> dict[str, tuple[Document, bytes]]:
    [note] = notes_of_visit(store, visit_id)
    return {each.title: (each, documents.read(store, each)) for each in attachments_of_note(store, note.id)}


def read_through(qtbot: QtBot, window: Window, notebook: Notebook, name: str) -> Viewer:
    """Open an attachment by its small picture."""
    button = next(each for each in notebook.editor.card.thumbs.buttons() if each.thumb.name == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    [view] = [each for each in dialogs() if isinstance(each, Viewer)]
    qtbot.waitUntil(lambda: view.tabs.count() > 0)
    return view


def test_a_photo_and_a_plan_live_through_a_power_cut_an_export_and_a_parcel(
    qtbot: QtBot, house: House, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "kitchen.jpg").write_bytes(PHOTO)
    (tmp_path / "plan.pdf").write_bytes(PLAN)
    window, notebook = unlocked(qtbot, house)
    qtbot.keyClicks(notebook.editor.card.page, WORDS)
    notebook.editor.card.page.insertFromMimeData(dropped(tmp_path / "kitchen.jpg", tmp_path / "plan.pdf"))
    qtbot.waitUntil(lambda: len(notebook.editor.card.thumbs.buttons()) == 2)
    linked_by_hand(qtbot, read_through(qtbot, window, notebook, "plan.pdf"))
    qtbot.waitUntil(lambda: len(notebook.editor.card.chips.buttons()) == 1)

    power_lost(house, folder)
    window, notebook = unlocked(qtbot, house)
    store, visit_id = window.desk.store, window.visit_id
    assert not (folder / outside.FOLDER).exists()
    [note] = notes_of_visit(store, visit_id)
    notebook.show_note(note.id)
    view = read_through(qtbot, window, notebook, "kitchen.jpg")
    assert view.picture.image.width() == 600
    view.accept()
    there = held(store, visit_id)
    assert {name: data for name, (_record, data) in there.items()} == {"kitchen.jpg": PHOTO, "plan.pdf": PLAN}

    guest = a_store("Second Inspector")
    bring_in(guest, read_visit(as_json(whole_visit(store, visit_id)).encode()))
    told_again(guest, visit_id)
    guest.close()

    guest = a_store("Third Inspector")
    members.grant(store, note.stream_id, members.my_card(guest), "second")
    path = tmp_path / "visit.arolwg"
    parcel.write(store, [note.stream_id], path, parcel.addressees(store, [note.stream_id]))
    parcel.read(guest, path)
    told_again(guest, visit_id)
    guest.close()


def power_lost(house: House, folder: Path) -> None:
    """Put the disk back to how it stood while the window was open; nothing on it is in the clear."""
    assert house.window is not None
    journal = house.window.desk.store.journal
    assert journal is not None
    assert journal.flush()
    on_disk = {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    for data in on_disk.values():
        assert b"kitchen" not in data
        assert PHOTO[:64] not in data
    house.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for file in (each for each in folder.rglob("*") if each.is_file()):
        file.write_bytes(on_disk.get(file, b""))
    left = folder / outside.FOLDER / "one" / "attachment.jpg"  # of another program that was looking at it
    left.parent.mkdir(parents=True)
    left.write_bytes(PHOTO)
    house.greet()


def linked_by_hand(qtbot: QtBot, view: Viewer) -> None:
    view.tabs.setCurrentWidget(view.words)
    view.words.selectAll()
    qtbot.mouseClick(view.link, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(view.picker.field, "QA1")
    qtbot.keyClick(view.picker.field, Qt.Key.Key_Return)
    qtbot.mouseClick(view.leave, Qt.MouseButton.LeftButton)


def told_again(guest: Store, visit_id: str) -> None:
    """The other store holds the very bytes, the small picture, and the passage under its area."""
    there = held(guest, visit_id)
    assert {name: data for name, (_record, data) in there.items()} == {"kitchen.jpg": PHOTO, "plan.pdf": PLAN}
    assert there["kitchen.jpg"][0].thumbnail
    [link] = passages_of(guest, there["plan.pdf"][0])
    assert (link.area, link.page, link.quoted) == ("QA1", 1, "Plans are reviewed monthly.")
