# SPDX-License-Identifier: MIT
"""How this laptop stands, on every page: a seat that is gone is said above the visit's pages and after a restart."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.acts import members
from storage.store import Store
from storage.sync import exchange
from tests.builders import a_visit
from tests.storage.hub.conftest import synced
from tests.ui.shown import a_desk, gone
from tests.ui.sync.conftest import Pair, home, office, pair
from ui.look import Look
from ui.together import Together
from ui.visits.visit_list import VisitList
from ui.window import Window

__all__ = ["home", "office", "pair"]


def window_on(store: Store, look: Look, folder: Path, visit_id: str) -> Window:
    """Return a shown window on a visit."""
    desk = a_desk(store, look, folder)
    window = Window(desk)
    store.listen(desk.bus.announce)
    window.show_visit(visit_id)
    window.go("notes")
    window.show()
    return window


def test_a_seat_that_is_gone_is_said_on_every_page_of_the_visit_and_again_after_a_restart(
    qtbot: QtBot, pair: Pair, look: Look, home: Callable[[str], Path]
) -> None:
    window = window_on(pair.second, look, home("second"), pair.there.id)
    assert window.synced.above.isHidden()
    members.remove(pair.lead, pair.there.stream_id, pair.second.device.id)
    hub = exchange.enrolled(pair.lead)
    assert hub is not None
    synced(pair.lead, hub)
    page = window.page("sync")
    assert isinstance(page, Together)
    with qtbot.waitSignal(page.office.syncing.over):
        page.sync_now()
    qtbot.waitUntil(window.synced.above.isVisible)
    assert window.synced.above.message.text() == "You have no seat in this visit any more."
    assert window.synced.foot.button.text().strip().startswith("No seat any more in 1 record · The office has")
    window.synced.above.see.click()
    assert isinstance(window.current, Together)
    assert window.synced.above.isHidden()
    assert window.current.office.word.isVisible()
    window.go("visits")
    assert isinstance(window.current, VisitList)
    assert window.current.about.word.message.text() == "You have no seat in this visit any more."
    assert "Ask the lead inspector" in window.current.about.word.advice.text()
    gone(window)
    again = window_on(pair.second, look, home("again"), pair.there.id)
    assert again.synced.above.isVisible()
    gone(again)


def test_pressed_it_leads_to_the_page_and_syncs_only_when_there_is_nothing_to_be_told(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    window = window_on(store, look, home("alone"), a_visit(store).id)
    page = window.page("sync")
    assert isinstance(page, Together)
    window.synced.foot.button.click()
    assert window.current is page
    assert not page.office.syncing.is_busy()
    gone(window)
