# SPDX-License-Identifier: MIT
"""Members of a visit: a seat by card or from another visit, taken back with the key changed, accepted afterwards."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.acts import members as acts
from storage.queries.members import members
from storage.store import Store
from storage.sync.pairing import write_card
from tests.builders import a_store, a_visit, join
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
