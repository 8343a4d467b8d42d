# SPDX-License-Identifier: MIT
"""Two windows and a real hub: one reads what the other writes, a clash is settled, a letter never clashes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from storage.acts import findings, members, notes
from storage.acts import letters as pieces
from storage.queries.authorities import authority
from storage.queries.differences import clashes
from storage.queries.findings import findings_of_visit
from storage.queries.letters import letters_of_visit, whole_letter
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import a_finding, a_letter, a_store, again
from tests.storage.hub.conftest import RunningHub, synced
from tests.ui.shown import a_desk, action, gone
from tests.ui.sync.conftest import Pair, home, office, pair
from ui.findings.findings import Findings
from ui.letters.letters import Letters
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.together import Together
from ui.visits.visit_list import VisitList
from ui.widgets.row_delegate import Role
from ui.window import Window
from ui.worker import Worker

__all__ = ["home", "office", "pair"]


@pytest.fixture
def windows(pair: Pair, look: Look, home: Callable[[str], Path]) -> Iterator[tuple[Window, Window]]:
    """Give a window for each of two inspectors, on the visit they share."""
    made = []
    for name, store in (("lead", pair.lead), ("second", pair.second)):
        window = Window(a_desk(store, look, home(name)))
        window.show_visit(pair.there.id)
        window.resize(1280, 800)
        window.show()
        made.append(window)
    yield made[0], made[1]
    for window in made:
        gone(window)


def page_of(window: Window) -> Together:
    """Return the window's page of sync."""
    page = window.page("sync")
    assert isinstance(page, Together)
    return page


def sync(qtbot: QtBot, *windows: Window) -> None:
    """Sync in each window by its key, one after the other."""
    for window in windows:
        syncing = page_of(window).office.syncing
        with qtbot.waitSignal(syncing.over):
            action(window, "Ctrl+Shift+F5").go()
        qtbot.waitUntil(lambda syncing=syncing: not syncing.is_busy())
        with qtbot.waitSignal(window.desk.bus.stood):  # the pages hear of it in a breath of their own
            syncing.look_again()


def test_two_inspectors_read_each_other_and_settle_what_differs(
    qtbot: QtBot, pair: Pair, windows: tuple[Window, Window]
) -> None:
    lead, second = windows
    finding = a_finding(pair.lead, pair.there, "Plans are late.")
    notes.write(pair.lead, pair.there, "Two of three plans are late.")
    assert "only here" in lead.synced.foot.button.text() or page_of(lead)
    sync(qtbot, lead, second)
    assert "The office has everything" in lead.synced.foot.button.text()
    assert [note.text for note in notes_of_visit(pair.second, pair.there.id)] == ["Two of three plans are late."]

    findings.amend(pair.lead, again(pair.lead, finding), statement="Half of the plans are late.")
    findings.amend(pair.second, again(pair.second, finding), statement="Plans are two weeks late.")
    sync(qtbot, lead, second, lead)
    page = page_of(lead)
    lead.go("sync")
    assert page.differences.count.text() == "1 to settle"
    page.differences.view.use.click()
    sync(qtbot, lead, second)
    assert [len(clashes(store)) for store in (pair.lead, pair.second)] == [0, 0]
    stands = [findings_of_visit(store, pair.there.id)[0].statement for store in (pair.lead, pair.second)]
    assert stands == ["Half of the plans are two weeks late."] * 2


def test_two_who_draft_the_same_letter_in_different_sections_never_clash(
    qtbot: QtBot, pair: Pair, windows: tuple[Window, Window]
) -> None:
    lead, second = windows
    a_letter(pair.lead, pair.there, "Thank you for your time.", "We saw six files.")
    sync(qtbot, lead, second)

    def reword(store: Store, at: int, text: str) -> None:
        whole = whole_letter(store, letters_of_visit(store, pair.there.id)[0].id)
        assert whole is not None
        pieces.reword(store, whole.sections[0].paragraphs[0].sentences[at], text)

    reword(pair.lead, 0, "Thank you for your time and openness.")
    reword(pair.second, 1, "We saw eight files.")
    sync(qtbot, lead, second, lead)
    assert [len(clashes(store)) for store in (pair.lead, pair.second)] == [0, 0]
    letters = [whole_letter(store, letters_of_visit(store, pair.there.id)[0].id) for store in (pair.lead, pair.second)]
    assert letters[0] == letters[1]
    assert letters[0] is not None
    words = [each.text for each in letters[0].sections[0].paragraphs[0].sentences]
    assert words == ["Thank you for your time and openness.", "We saw eight files."]


def places(window: Window, visit_id: str) -> dict[str, str]:
    """Return where note, finding, letter and visit are, as the window's pages say it."""
    for code in ("visits", "notes", "findings", "letters"):
        window.go(code)
    listed, noted, found, letters = (window.page(code) for code in ("visits", "notes", "findings", "letters"))
    assert isinstance(listed, VisitList)
    assert isinstance(noted, Notebook)
    assert isinstance(found, Findings)
    assert isinstance(letters, Letters)
    return {
        "note": noted.list.model.index(0).data(Role.ROW).place,
        "finding": found.model.index(0).data(Role.ROW).place,
        "letter": letters.card.place.words.text(),
        "letter in the list": letters.list.model().index(0, 0).data(Role.ROW).place,
        "visit": listed.model.index(listed.model.row_of(visit_id)).data(Role.ROW).place,
    }


def test_every_record_says_where_it_is_before_and_after_a_sync(
    qtbot: QtBot, pair: Pair, windows: tuple[Window, Window]
) -> None:
    lead, _second = windows
    notes.write(pair.lead, pair.there, "Two of three plans are late.")
    a_finding(pair.lead, pair.there, "Plans are late.")
    a_letter(pair.lead, pair.there, "Thank you for your time.")
    kinds = ("note", "finding", "letter", "letter in the list", "visit")
    page_of(lead)
    assert places(lead, pair.there.id) == dict.fromkeys(kinds, "Only here")
    sync(qtbot, lead)
    assert places(lead, pair.there.id) == dict.fromkeys(kinds, "Office has")
    [finding] = findings_of_visit(pair.lead, pair.there.id)
    with qtbot.waitSignal(lead.desk.bus.stood):
        findings.amend(pair.lead, finding, statement="Half of the plans are late.")
    said = places(lead, pair.there.id)
    assert (said["note"], said["finding"], said["visit"]) == ("Office has", "Only here", "Only here")


def test_the_office_sees_the_stage_of_each_visit_and_letter_on_a_device_like_any_other(
    qtbot: QtBot, pair: Pair, office: RunningHub, look: Look, home: Callable[[str], Path]
) -> None:
    desk_store = a_store("Regional office (practice)")
    hub = office.enrol(desk_store)
    council = authority(pair.lead, pair.there.authority_id)
    assert council is not None
    for stream in (council.stream_id, pair.there.stream_id):
        members.grant(pair.lead, stream, members.my_card(desk_store), "office")
    a_letter(pair.lead, pair.there, "Thank you for your time.")
    synced(pair.lead, hub)
    window = Window(a_desk(desk_store, look, home("office")))
    window.show()
    sync(qtbot, window)
    window.go("visits")
    listed = window.page("visits")
    assert isinstance(listed, VisitList)
    row = listed.model.index(listed.model.row_of(pair.there.id)).data(Role.ROW)
    assert (row.mark, row.time, row.place) == ("Planned", "1 letter (Drafting)", "Office has")
    window.go("sync")
    board = page_of(window).stages
    visit_row, letter_row = (each.row for each in board.model.entries)
    assert (visit_row.at, visit_row.steps, visit_row.place) == (0, 8, "Office has")
    assert letter_row.text.startswith("Drafting since")
    assert board.sum.text() == "1 visit: 1 Planned · 1 letter: 1 Drafting"
    board.rows.setCurrentIndex(board.model.index(1))
    board.rows.activated.emit(board.model.index(1))
    assert window.visit_id == pair.there.id
    assert window.current is window.page("letters")
    gone(window)
    desk_store.close()


def test_the_strip_leads_to_the_page_and_syncs(
    qtbot: QtBot, pair: Pair, office: RunningHub, windows: tuple[Window, Window]
) -> None:
    lead, _second = windows
    page = page_of(lead)
    notes.write(pair.lead, pair.there, "Written just now.")
    assert lead.synced.foot.button.text().strip() == "1 change only here"
    with qtbot.waitSignal(page.office.syncing.over):
        lead.synced.foot.button.click()
    assert lead.current is page
    qtbot.waitUntil(lambda: not page.office.syncing.is_busy())
    assert "The office has everything" in lead.synced.foot.button.text()
    assert isinstance(lead.desk.worker, Worker)
    assert office.address in page.office.hub.text()


def test_the_parts_stand_below_each_other_where_there_is_little_room(
    qtbot: QtBot, look: Look, store: Store, home: Callable[[str], Path]
) -> None:
    page = Together(a_desk(store, look, home("lead")))
    qtbot.addWidget(page)
    page.show()
    page.resize(1200, 700)
    assert page._across.direction() == QBoxLayout.Direction.LeftToRight
    page.resize(700, 700)
    assert page._across.direction() == QBoxLayout.Direction.TopToBottom
