# SPDX-License-Identifier: MIT
"""What a person can do on the page: each deed has a key of its own, and is grey where it makes no sense."""

from pytestqt.qtbot import QtBot

from storage.acts import cases as case_acts
from storage.model.visit import Visit
from storage.queries.samples import sample_of_visit
from storage.store import Store
from tests.builders import again
from tests.case_lists import a_sample
from tests.ui.cases.conftest import idle
from ui.cases.one_case import ReplaceCase
from ui.cases.page import Cases
from ui.cases.sheet_dialog import SampleSheet


def possible(shown: Cases) -> set[str]:
    return {verb.name for verb in shown.verbs() if verb.is_possible()}


def test_deeds_become_possible_in_the_order_of_the_work(shown: Cases, store: Store, visit: Visit) -> None:
    assert possible(shown) == {"Bring in the list of cases…", "Add a case…"}
    a_sample(store, visit)
    assert possible(shown) == {verb.name for verb in shown.verbs()}
    assert len({verb.keys for verb in shown.verbs()}) == len(shown.verbs())


def test_a_case_is_replaced_with_a_reason(qtbot: QtBot, shown: Cases, store: Store, visit: Visit) -> None:
    kept = a_sample(store, visit)
    gone = shown.case()
    assert gone is not None
    shown.deeds.ask_replace()
    dialog = shown.findChild(ReplaceCase)
    dialog.reason.setText("file is at court")
    dialog.on_act()
    idle(qtbot, shown.desk)
    assert again(store, gone).dropped == "file is at court"
    assert shown.rows.rowCount() == 7
    now = sample_of_visit(store, visit.id)
    assert now is not None
    assert now.taken_by[0][0] == gone.pseudonym
    assert now.drawn != kept.drawn


def test_the_reference_is_shown_on_this_screen_only(shown: Cases, store: Store, visit: Visit) -> None:
    a_sample(store, visit)
    before = len(list(store.ledger.changes(stream=visit.stream_id)))
    shown.deeds.show_reference()
    assert "LA/1" in shown.notice.message.text()
    assert shown.notice.isVisible()
    assert len(list(store.ledger.changes(stream=visit.stream_id))) == before


def test_without_a_list_no_reference_is_told(shown: Cases, store: Store, visit: Visit) -> None:
    case_acts.add(store, visit, 7, "tracked")
    shown.deeds.show_reference()
    assert shown.notice.isHidden()


def test_the_sheet_opens_and_moving_on_is_kept(shown: Cases, store: Store, visit: Visit) -> None:
    a_sample(store, visit)
    shown.deeds.show_sheet()
    assert shown.findChild(SampleSheet).isVisible()
    shown.deeds.move("reading")
    case = shown.case()
    assert case is not None
    assert (case.progress, case.reader) == ("reading", store.me)
