# SPDX-License-Identifier: MIT
"""Members of a visit: a seat by card or from another visit, taken back with the key changed, accepted afterwards."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.acts import members as acts
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.queries.members import members
from storage.queries.standing import CLOSED
from storage.store import Store
from storage.sync.pairing import write_card
from tests.builders import a_note, a_store, a_visit, again, hand_over, join
from tests.ui.shown import a_desk
from ui.look import Look
from ui.sync.members_dialog import MembersDialog


def _roles(store: Store, stream: str) -> dict[str, tuple[str, bool]]:
    return {seat.name: (seat.role, seat.present) for seat in members(store, stream)}


def done(qtbot: QtBot, dialog: MembersDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.doing.is_busy())


def test_the_office_is_given_a_seat_by_its_card_in_the_visit_and_its_authority(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path], tmp_path: Path
) -> None:
    there, office = a_visit(store), a_store("Regional office (practice)")
    write_card(office, tmp_path / "office.card")
    dialog = MembersDialog(a_desk(store, look, home("lead")), there.id)
    qtbot.addWidget(dialog)
    dialog.role.setCurrentIndex(dialog.role.findData("office"))
    dialog.give_card(tmp_path / "office.card")
    done(qtbot, dialog)
    assert _roles(store, there.stream_id)["Regional office (practice)"] == ("office", True)
    assert len([stream for stream in store.keyring.streams() if len(members(store, stream)) == 2]) == 2
    (tmp_path / "torn.card").write_text("{")
    dialog.give_card(tmp_path / "torn.card")
    assert "not a device's card" in dialog.notice.message.text()


def test_who_is_known_from_another_visit_is_chosen_from_a_list(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    first, second, partner = a_visit(store), a_visit(store), a_store("Tomos (practice)")
    join(store, first.stream_id, partner)
    dialog = MembersDialog(a_desk(store, look, home("lead")), second.id)
    qtbot.addWidget(dialog)
    assert dialog.known.count() == 1
    dialog.give.click()
    done(qtbot, dialog)
    assert _roles(store, second.stream_id)["Tomos (practice)"] == ("second", True)
    assert dialog.notice.message.text() == "Tomos (practice) has a seat now."
    assert dialog.known.count() == 0
    assert not dialog.give.isEnabled()


def test_a_member_who_is_removed_leaves_the_key_behind_and_can_be_accepted(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    there, partner = a_visit(store), a_store("Tomos (practice)")
    join(store, there.stream_id, partner)
    before = set(store.keyring.keys(there.stream_id))
    dialog = MembersDialog(a_desk(store, look, home("lead")), there.id)
    qtbot.addWidget(dialog)
    assert not dialog.remove.isEnabled()  # one's own device stands first
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    dialog.remove.click()
    done(qtbot, dialog)
    assert _roles(store, there.stream_id)["Tomos (practice)"] == ("second", False)
    assert set(store.keyring.keys(there.stream_id)) > before
    assert "has left" in dialog.list.model().index(1, 0).data()
    dialog.accept_late.click()
    done(qtbot, dialog)
    assert dialog.notice.isHidden()
    assert acts.my_card(store).device in {seat.device for seat in members(store, there.stream_id) if seat.present}


def test_a_second_inspector_sees_who_sits_there_and_changes_nothing(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    there, partner = a_visit(store), a_store("Tomos (practice)")
    join(store, there.stream_id, partner)
    dialog = MembersDialog(a_desk(partner, look, home("second")), there.id)
    qtbot.addWidget(dialog)
    for row in range(2):
        dialog.list.setCurrentIndex(dialog.list.model().index(row, 0))
        assert not any(each.isEnabled() for each in (dialog.remove, dialog.accept_late, dialog.give, dialog.card))
    assert "lead inspector" in dialog.hint.text()


def _chosen(dialog: MembersDialog, store: Store) -> None:
    """Choose the row of a store's device."""
    model = dialog.list.model()
    rows = [row for row in range(model.rowCount()) if store.device.id[:8] in str(model.index(row, 0).data())]
    dialog.list.setCurrentIndex(model.index(rows[0], 0))


def _shared(store: Store, partner: Store) -> tuple[Visit, StreamId]:
    there = a_visit(store)
    council = authority(store, there.authority_id)
    assert council is not None
    for stream in (council.stream_id, there.stream_id):
        join(store, stream, partner)
    return there, council.stream_id


def test_who_is_removed_from_the_authoritys_record_stays_in_the_visit(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    partner = a_store("Tomos (practice)")
    there, standing = _shared(store, partner)
    dialog = MembersDialog(a_desk(store, look, home("lead")), there.id)
    qtbot.addWidget(dialog)
    dialog.where.setCurrentIndex(1)
    _chosen(dialog, partner)
    dialog.remove.click()
    done(qtbot, dialog)
    assert _roles(store, standing)["Tomos (practice)"] == ("second", False)
    assert _roles(store, there.stream_id)["Tomos (practice)"] == ("second", True)


def test_a_lost_laptop_is_removed_everywhere_once_that_is_confirmed(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    partner = a_store("Tomos (practice)")
    there, standing = _shared(store, partner)
    other, _standing = _shared(store, partner)
    dialog = MembersDialog(a_desk(store, look, home("lead")), there.id)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.lost.isEnabled()  # one's own laptop is in one's hands
    _chosen(dialog, partner)
    dialog.lost.click()
    assert "from 4 records here" in dialog.notice.message.text()
    assert _roles(store, there.stream_id)["Tomos (practice)"] == ("second", True)
    dialog.notice.action.click()
    done(qtbot, dialog)
    assert "Removed from 4 records" in dialog.notice.message.text()
    for stream in (there.stream_id, standing, other.stream_id):
        assert _roles(store, stream)["Tomos (practice)"] == ("second", False)


def test_it_says_how_much_came_late_of_whoever_has_left_until_it_is_accepted(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    there, partner = a_visit(store), a_store("Tomos (practice)")
    join(store, there.stream_id, partner)
    acts.remove(store, there.stream_id, partner.device.id)
    a_note(partner, again(partner, there), "Written before he knew.")
    hand_over(partner, store, there.stream_id)
    dialog = MembersDialog(a_desk(store, look, home("lead")), there.id)
    qtbot.addWidget(dialog)
    row = dialog.list.model().index(1, 0)
    assert row.data().endswith("has left · 1 change came late")
    dialog.list.setCurrentIndex(row)
    dialog.accept_late.click()
    done(qtbot, dialog)
    assert dialog.list.model().index(1, 0).data().endswith("has left")


def test_whoever_has_no_seat_any_more_is_told_that_the_list_is_old(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    there = a_visit(store)
    store.marks.keep(CLOSED, [there.stream_id])
    dialog = MembersDialog(a_desk(store, look, home("lead")), there.id)
    qtbot.addWidget(dialog)
    assert "no seat here any more" in dialog.hint.text()
    assert not dialog.card.isEnabled()
