# SPDX-License-Identifier: MIT
"""A parcel in the window: looked into, then taken in or left; what is wrong with it is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import members
from storage.model.visit import Visit
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from storage.sync import parcel
from tests.builders import a_note, a_store, a_visit
from tests.ui.shown import a_desk
from ui.look import Look
from ui.sync.parcel_dialog import ParcelDialog


@pytest.fixture
def mine(folder_store: Callable[..., tuple[Store, str]]) -> Store:
    """Give the store that takes a parcel in."""
    return folder_store()[0]


@pytest.fixture
def sent(mine: Store, tmp_path: Path) -> Iterator[Visit]:
    """Give a visit that lies in a parcel of a colleague's."""
    lead = a_store("Lead Inspector")
    visit = a_visit(lead)
    a_note(lead, visit)
    streams = lead.keyring.streams()
    for stream in streams:
        members.grant(lead, stream, members.my_card(mine), "second")
    parcel.write(lead, streams, tmp_path / "p", parcel.addressees(lead, streams))
    yield visit
    lead.close()


def _shown(qtbot: QtBot, look: Look, store: Store, home: Path) -> ParcelDialog:
    dialog = ParcelDialog(a_desk(store, look, home))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_it_is_looked_into_and_then_taken_in(
    qtbot: QtBot, look: Look, mine: Store, sent: Visit, tmp_path: Path
) -> None:
    dialog = _shown(qtbot, look, mine, tmp_path)
    dialog.look_into(tmp_path / "p")
    qtbot.waitUntil(dialog.take.isVisible)
    assert "From Lead Inspector" in dialog.whose.text()
    assert "make sure whose parcel" in dialog.whose.text()
    assert "Practice Borough Council · 10 to 11 July 2018" in dialog.parts.toPlainText()
    assert "New from: Lead Inspector" in dialog.parts.toPlainText()
    assert visit_by_id(mine, sent.id) is None
    assert not dialog.take.isEnabled()  # nobody here knows her yet
    dialog.sure.setChecked(True)
    with qtbot.waitSignal(dialog._desk.bus.stood):  # who says where things are asks again
        dialog.take.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "from Lead Inspector." in dialog.notice.message.text()
    assert visit_by_id(mine, sent.id) is not None


def test_left_it_leaves_nothing_and_what_is_no_parcel_is_told(
    qtbot: QtBot, look: Look, mine: Store, sent: Visit, tmp_path: Path
) -> None:
    dialog = _shown(qtbot, look, mine, tmp_path)
    (tmp_path / "words").write_text("no parcel")
    dialog.look_into(tmp_path / "words")
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "is not an Arolwg parcel" in dialog.notice.message.text()
    dialog.look_into(tmp_path / "p")
    qtbot.waitUntil(dialog.take.isVisible)
    dialog.leave.click()
    assert not dialog.isVisible()
    assert visit_by_id(mine, sent.id) is None
