# SPDX-License-Identifier: MIT
"""Two laptops from pairing to wiping, by the dialogs alone: cards, words, a seat, parcels both ways, a hub, the end."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import notes, retention
from storage.model.visit import Visit
from storage.queries.members import members
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from storage.sync.wiping import certificates
from tests.builders import a_note, a_store, a_visit, again
from tests.storage.hub.conftest import RunningHub
from tests.ui.shown import a_desk
from ui.desk import Desk
from ui.look import Look
from ui.sync.giving_dialog import GivingDialog
from ui.sync.members_dialog import MembersDialog
from ui.sync.office import Office
from ui.sync.pairing_dialog import PairingDialog
from ui.sync.parcel_dialog import ParcelDialog
from ui.visits.keeping_dialog import KeepingDialog


class Laptop:
    """One person's desk, and what she does at it by its dialogs."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk

    @property
    def store(self) -> Store:
        """Return what lies on it."""
        return self.desk.store

    def idle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.desk.worker.busy() == 0)

    def pair(self, card: Path) -> tuple[PairingDialog, str]:
        """Take a card; return the dialog and the words that it shows."""
        dialog = PairingDialog(self.desk)
        self.qtbot.addWidget(dialog)
        dialog.open()
        dialog.take(card)
        self.qtbot.waitUntil(dialog.words.isVisible)
        return dialog, dialog.words.text()

    def give(self, there: Visit, stick: Path) -> Path:
        """Write a parcel of the visit onto a stick."""
        dialog = GivingDialog(self.desk, there.id)
        self.qtbot.addWidget(dialog)
        dialog.open()
        dialog.use_folder(stick)
        before = set(stick.iterdir())
        dialog.give()
        self.qtbot.waitUntil(dialog.notice.isVisible)
        self.idle()
        (file,) = set(stick.iterdir()) - before
        return file.rename(stick / f"{self.store.device.id[:6]}-{len(before)}.parcel")

    def take(self, file: Path) -> str:
        """Look into a parcel, take it in, and return what was said."""
        dialog = ParcelDialog(self.desk)
        self.qtbot.addWidget(dialog)
        dialog.open()
        dialog.look_into(file)
        self.qtbot.waitUntil(lambda: dialog.take.isVisible() and dialog.take.isEnabled())
        dialog.take.click()
        self.qtbot.waitUntil(dialog.notice.isVisible)
        self.idle()
        return str(dialog.notice.message.text())


@pytest.fixture
def laptops(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]], home: Callable[[str], Path]
) -> Iterator[tuple[Laptop, Laptop]]:
    """Give the laptops of a lead and a second inspector."""
    lead, second = folder_store("lead-store")[0], a_store("Tomos (practice)")
    made = [Laptop(qtbot, a_desk(store, look, home(name))) for name, store in (("lead", lead), ("second", second))]
    for each in made:
        each.store.listen(each.desk.bus.announce)
    yield made[0], made[1]
    for each in made:
        each.desk.worker.close()
    second.close()


def seated(qtbot: QtBot, lead: Laptop, there: Visit) -> None:
    """Give whoever was paired a seat, by the dialog."""
    dialog = MembersDialog(lead.desk, there.id)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.known.currentText().startswith("Tomos (practice)")
    dialog.give.click()
    qtbot.waitUntil(lambda: not dialog.doing.is_busy())
    assert sum(seat.present for seat in members(lead.store, there.stream_id)) == 2


def paired(lead: Laptop, second: Laptop, stick: Path) -> None:
    """Hand cards over and compare words."""
    for each, name in ((lead, "lead.json"), (second, "second.json")):
        dialog = PairingDialog(each.desk)
        each.qtbot.addWidget(dialog)
        dialog.save_to(stick / name)
    (one, heard), (other, seen) = lead.pair(stick / "second.json"), second.pair(stick / "lead.json")
    assert heard == seen
    one.same.click()
    other.same.click()
    assert "Tomos (practice)" in one.known.text()


def test_two_laptops_pair_and_carry_their_notes_to_each_other_on_a_stick(
    qtbot: QtBot, laptops: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, second = laptops
    (stick := tmp_path / "stick").mkdir()
    paired(lead, second, stick)
    there = a_visit(lead.store)
    a_note(lead.store, there, "Seen by the lead.")
    seated(qtbot, lead, there)
    assert "Practice Inspector" in second.take(lead.give(there, stick))
    theirs = visit_by_id(second.store, there.id)
    assert theirs is not None
    notes.write(second.store, theirs, "Seen by the second.")
    lead.take(second.give(theirs, stick))
    first_back = len(notes_of_visit(lead.store, there.id))
    notes.write(lead.store, again(lead.store, there), "In the evening.")
    evening = lead.give(there, stick)
    assert second.take(evening).startswith("1 new change from")
    assert first_back == 2
    texts = [{note.text for note in notes_of_visit(each.store, there.id)} for each in laptops]
    assert texts[0] == texts[1] == {"Seen by the lead.", "Seen by the second.", "In the evening."}


def test_what_the_office_has_is_wiped_from_a_laptop_and_leaves_a_certificate(
    qtbot: QtBot, laptops: tuple[Laptop, Laptop], office: RunningHub, tmp_path: Path
) -> None:
    lead, _second = laptops
    there = a_visit(lead.store)
    a_note(lead.store, there, "Seen by the lead.")
    retention.classify(lead.store, there, "routine", date(2018, 1, 1))
    page = Office(lead.desk)
    qtbot.addWidget(page)
    page.show()
    keeping = KeepingDialog(lead.desk, again(lead.store, there))
    qtbot.addWidget(keeping)
    assert not keeping.wipe.isEnabled()
    page.invitation.setText(office.office("invite", "laptop"))
    page.join_office()
    qtbot.waitUntil(lambda: not page.syncing.is_busy())
    assert page.state.text().startswith("The office has everything")
    keeping = KeepingDialog(lead.desk, again(lead.store, there))
    qtbot.addWidget(keeping)
    keeping.open()
    keeping.reason.setText("Its day has come.")
    keeping.wipe.click()
    qtbot.waitUntil(keeping.save.isVisible)
    lead.idle()
    assert visit_by_id(lead.store, there.id) is None
    assert [each.visit_id for each in certificates(lead.store)] == [there.id]
    keeping.save_to(tmp_path / "certificate.pdf")
    qtbot.waitUntil(lambda: "certificate.pdf" in keeping.notice.message.text())
    page.sync_now()
    qtbot.waitUntil(lambda: not page.syncing.is_busy())
    assert visit_by_id(lead.store, there.id) is None  # a sync brings nothing of it back


def test_a_revoked_laptop_is_told_so_and_what_it_hands_in_is_held(
    qtbot: QtBot, laptops: tuple[Laptop, Laptop], office: RunningHub
) -> None:
    lead, _second = laptops
    there = a_visit(lead.store)
    page = Office(lead.desk)
    qtbot.addWidget(page)
    page.show()
    page.invitation.setText(office.office("invite", "laptop"))
    page.join_office()
    qtbot.waitUntil(lambda: not page.syncing.is_busy())
    office.office("revoke", lead.store.device.id)
    a_note(lead.store, there, "Written after it was lost.")
    page.sync_now()
    qtbot.waitUntil(lambda: not page.syncing.is_busy())
    assert page.word.message.text() == "The office has revoked this device. 1 change is held for the office."
    assert page.word.advice.text().endswith("Ask the office.")
    assert page.state.isHidden()  # the word says all of it
    assert page.word.isVisible()
    assert len(notes_of_visit(lead.store, there.id)) == 1
