# SPDX-License-Identifier: MIT
"""A parcel written from the window: for whom, where to, what it holds; stopped or refused it leaves nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage import documents
from storage.acts import members
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from storage.sync import pairing, parcel
from storage.sync.carried import carried
from tests.builders import a_note, a_store, a_visit
from tests.ui.shown import a_desk
from ui.desk import Desk
from ui.look import Look
from ui.sync.giving_dialog import GivingDialog
from ui.sync.sticks import Stick


@pytest.fixture
def lead(folder_store: Callable[..., tuple[Store, str]]) -> Store:
    """Give the store that writes the parcel."""
    return folder_store()[0]


@pytest.fixture
def second() -> Iterator[Store]:
    """Give a colleague's store."""
    made = a_store("Tomos (practice)")
    yield made
    made.close()


@pytest.fixture
def there(lead: Store) -> Visit:
    """Give a visit of the lead's."""
    made = a_visit(lead)
    a_note(lead, made)
    return made


def seat(lead: Store, there: Visit, *stores: Store) -> None:
    council = authority(lead, there.authority_id)
    assert council is not None
    for store in stores:
        for stream in (council.stream_id, there.stream_id):
            members.grant(lead, stream, members.my_card(store), "second")


@pytest.fixture
def desk(lead: Store, look: Look, tmp_path: Path) -> Iterator[Desk]:
    """Give the lead's desk."""
    desk = a_desk(lead, look, tmp_path)
    yield desk
    desk.worker.close()


def shown(qtbot: QtBot, desk: Desk, there: Visit) -> GivingDialog:
    dialog = GivingDialog(desk, there.id)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: desk.worker.busy() == 0)
    return dialog


def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_it_is_written_whole_for_whoever_is_ticked_and_says_where_it_lies(
    qtbot: QtBot, desk: Desk, lead: Store, second: Store, there: Visit, tmp_path: Path
) -> None:
    other = a_store("Sian (practice)")
    seat(lead, there, second, other)
    documents.keep(lead, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    dialog, folder = shown(qtbot, desk, there), stick(tmp_path)
    assert "1 file" in dialog.holds.text()
    assert set(dialog.boxes) == {second.device.id, other.device.id}
    dialog.boxes[other.device.id].setChecked(False)
    dialog.use_folder(folder)
    with qtbot.waitSignal(desk.bus.stood):  # who says where things are asks again
        dialog.write.click()
    qtbot.waitUntil(lambda: dialog.notice.isVisible())
    (file,) = folder.iterdir()
    assert str(file) in dialog.notice.message.text()
    assert "Only Tomos (practice) can open it" in dialog.notice.advice.text()
    assert parcel.read(second, file).received.new > 0
    assert visit_by_id(second, there.id) is not None
    with pytest.raises(Exception, match="addressed to somebody else"):
        parcel.read(other, file)
    assert carried(lead, there.stream_id).given
    other.close()


def test_the_next_time_the_same_folder_is_offered(
    qtbot: QtBot, desk: Desk, lead: Store, second: Store, there: Visit, tmp_path: Path
) -> None:
    seat(lead, there, second)
    dialog, folder = shown(qtbot, desk, there), stick(tmp_path)
    dialog.use_folder(folder)
    dialog.give()
    qtbot.waitUntil(lambda: dialog.notice.isVisible())
    again = shown(qtbot, desk, there)
    assert str(folder) in [again.place.itemText(at) for at in range(again.place.count())]


def test_a_stick_is_offered_with_its_room_and_a_chosen_folder_stays_chosen(
    qtbot: QtBot, desk: Desk, lead: Store, second: Store, there: Visit, tmp_path: Path
) -> None:
    seat(lead, there, second)
    dialog, folder = shown(qtbot, desk, there), stick(tmp_path)
    dialog.use_folder(tmp_path)
    dialog._show_places((Stick(folder, "Blue stick", 1_500_000_000),))
    assert dialog.place.itemText(0) == "Blue stick · 1.5 GB free"
    assert dialog.place.currentText() == str(tmp_path)


def test_without_anybody_else_there_is_nothing_to_write_and_it_says_what_to_do(
    qtbot: QtBot, desk: Desk, lead: Store, second: Store, there: Visit, tmp_path: Path
) -> None:
    dialog = shown(qtbot, desk, there)
    dialog.use_folder(tmp_path)
    assert not dialog.write.isEnabled()
    assert "Nobody else has a seat" in dialog.nobody.text()
    pairing.remember(lead, members.my_card(second))
    dialog = shown(qtbot, desk, there)
    assert "Paired, but without a seat in this visit: Tomos (practice)" in dialog.nobody.text()
    assert dialog.members.isVisible()


def test_a_stick_that_is_gone_is_told_and_nothing_is_called_given(
    qtbot: QtBot, desk: Desk, lead: Store, second: Store, there: Visit, tmp_path: Path
) -> None:
    seat(lead, there, second)
    dialog, folder = shown(qtbot, desk, there), stick(tmp_path)
    dialog.use_folder(folder)
    folder.rmdir()
    dialog.give()
    qtbot.waitUntil(lambda: dialog.notice.isVisible())
    assert "not there any more" in dialog.notice.message.text()
    assert carried(lead, there.stream_id).given == ""
    qtbot.waitUntil(dialog.write.isEnabled)


def test_closed_in_the_middle_it_leaves_no_half_and_calls_nothing_given(
    qtbot: QtBot, desk: Desk, lead: Store, second: Store, there: Visit, tmp_path: Path
) -> None:
    seat(lead, there, second)
    dialog, folder = shown(qtbot, desk, there), stick(tmp_path)
    dialog.use_folder(folder)
    dialog.give()
    dialog.reject()
    qtbot.waitUntil(lambda: desk.worker.busy() == 0)
    assert carried(lead, there.stream_id).given == ""
    assert not [each for each in folder.iterdir() if each.suffix == ".part"]


def test_what_a_partner_has_said_that_she_has_is_left_out_unless_it_is_ticked(
    qtbot: QtBot, desk: Desk, lead: Store, second: Store, there: Visit, tmp_path: Path
) -> None:
    seat(lead, there, second)
    streams = lead.keyring.streams()
    parcel.write(lead, streams, tmp_path / "first", parcel.addressees(lead, streams))
    parcel.read(second, tmp_path / "first")
    parcel.write(second, streams, tmp_path / "back", parcel.addressees(second, streams))
    parcel.read(lead, tmp_path / "back")
    a_note(lead, there)
    dialog, folder = shown(qtbot, desk, there), stick(tmp_path)
    assert dialog.holds.text().startswith("1 change: what they have not said that they have")
    dialog.everything.setChecked(True)
    assert "everything known here" in dialog.holds.text()
    dialog.everything.setChecked(False)
    dialog.use_folder(folder)
    dialog.give()
    qtbot.waitUntil(lambda: dialog.notice.isVisible())
    assert dialog.notice.advice.text().startswith("1 change, ")
    (file,) = folder.iterdir()
    assert parcel.read(second, file).received.new == 1


def test_without_a_visit_it_says_what_is_to_be_done_first(qtbot: QtBot, desk: Desk, second: Store) -> None:
    pairing.pair(desk.store, members.my_card(second), " ".join(pairing.words(desk.store, members.my_card(second))))
    dialog = GivingDialog(desk, "")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: desk.worker.busy() == 0)
    assert dialog.nobody.text() == "Plan a visit first, or take one in by a parcel."
    assert [part.isVisible() for part in (dialog.visit, dialog.everything, dialog.members)] == [False] * 3
    assert not dialog.write.isEnabled()
