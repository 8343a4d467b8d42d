# SPDX-License-Identifier: MIT
"""The page of an authority as people use it: shown with its visit, acted on in every part, undone, told of trouble."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage import undo
from storage.acts import events
from storage.model.visit import Visit
from storage.queries.events import events_of_authority
from storage.queries.people import people_of_stream
from storage.queries.recommendations import recommendations_of_authority
from storage.store import Store
from tests.builders import a_visit, an_authority
from tests.ui.shown import a_desk, dialogs, words
from ui.authority.fields import DateLine
from ui.authority.form import Form
from ui.authority.page import AuthorityPage
from ui.authority.parts import EVENTS, MEETINGS, PLAN, RECOMMENDATIONS
from ui.look import Look, speak
from ui.screens import settle


def opened() -> Form:
    (asked,) = [each for each in dialogs() if isinstance(each, Form)]
    return asked


def verb(page: AuthorityPage, keys: str) -> None:
    next(each for each in page.verbs() if each.keys == keys).run()


def test_it_shows_the_authority_of_the_visit_on_hand(page: AuthorityPage, store: Store) -> None:
    assert page.known is not None
    assert page.name.text() == page.known.authority.name
    assert page.level.text() == "Early concern"
    other = a_visit(store, an_authority(store, name="Another Council"))
    page.show_visit(other.id)
    assert page.name.text() == "Another Council"
    assert page.councils.isVisible()
    page.councils.setCurrentIndex(1)
    page.councils.activated.emit(1)
    assert page.name.text() == "Practice Borough Council"


def test_an_invented_authority_says_that_it_is(page: AuthorityPage, store: Store) -> None:
    assert not page.practice.isVisible()
    page.show_visit(a_visit(store, an_authority(store, name="Another Council", illustration=True)).id)
    assert "invented" in page.practice.text()
    assert page.practice.isVisible()


def test_a_person_is_added_by_her_verb_and_undone(page: AuthorityPage, store: Store) -> None:
    verb(page, "Alt+Shift+1")
    asked = opened()
    asked.widgets["display_role"].setCurrentText("Leader of the council")  # type: ignore[attr-defined]
    asked.act.click()
    assert page.known is not None
    roles = {each.display_role for each in page.known.people}
    assert roles == {"Chief executive", "Leader of the council"}
    undo.undo(store)
    assert {each.display_role for each in page.known.people} == {"Chief executive"}
    assert len(people_of_stream(store, page.known.authority.stream_id)) == 1


def test_trouble_stays_in_the_form_that_asked(page: AuthorityPage, store: Store) -> None:
    verb(page, "Alt+Shift+7")
    asked = opened()
    date = asked.widgets["date"]
    assert isinstance(date, DateLine)
    date.setText("soon")
    before = len(events_of_authority(store, page.known.authority.id))  # type: ignore[union-attr]
    asked.act.click()
    assert asked.isVisible()
    assert "no date" in asked.notice.message.text().lower()
    assert len(events_of_authority(store, page.known.authority.id)) == before  # type: ignore[union-attr]
    asked.reject()


def test_every_verb_opens_a_form(page: AuthorityPage) -> None:
    for each in page.verbs()[:9]:  # what goes out and comes in is asked elsewhere (test_verbs.py)
        each.run()
        asked = opened()
        assert asked.windowTitle(), each.name
        asked.reject()


def test_what_is_due_leads_to_where_it_is_done(page: AuthorityPage) -> None:
    page.parts.overview.chosen.emit(f"due:plan:{page.known.meetings[0].id}")  # type: ignore[union-attr]
    view = page.parts[PLAN.code]
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Improvement plan"
    view.deeds["received"].click()
    opened().act.click()
    assert page.due[-1].subject == "answer"
    assert "Acknowledge the improvement plan" in words(view)


def test_a_review_that_was_due_is_recorded_from_there(page: AuthorityPage) -> None:
    assert page.known is not None
    page.show_key(f"due:review:{page.known.meetings[0].id}")
    page.parts[MEETINGS.code].deeds["held"].click()
    asked = opened()
    asked.widgets["outcome"].setCurrentIndex(2)  # type: ignore[attr-defined]
    asked.act.click()
    assert [each.kind for each in page.known.meetings] == ["conference", "review"]
    assert page.known.events_of("review_insufficient")


def test_a_deed_without_a_form_is_done_at_once(page: AuthorityPage, store: Store) -> None:
    assert page.known is not None
    page.tabs.setCurrentIndex(2)
    page.parts[RECOMMENDATIONS.code].deeds["forward"].click()
    (asked,) = recommendations_of_authority(store, page.known.authority.id)
    assert asked.status == "carried_forward"


def test_marks_of_the_time_line_lead_to_their_part(qtbot: QtBot, page: AuthorityPage, visit: Visit) -> None:
    assert page.known is not None
    event = page.known.events_of("assurance")[0]
    page.show_key(f"event:{event.id}")
    assert page.parts[EVENTS.code].list.chosen() == f"event:{event.id}"
    with qtbot.waitSignal(page.visit_chosen) as chosen:
        page.show_key(f"visit:{visit.id}")
    assert chosen.args == [visit.id]
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page.show_key("letter:any")
    assert wanted.args == ["letters"]


def test_a_letter_is_asked_about_and_handed_on(qtbot: QtBot, page: AuthorityPage, visit: Visit) -> None:
    page.letter.click()
    with qtbot.waitSignal(page.letter_wanted) as wanted:
        opened().act.click()
    assert wanted.args == [visit.id, "improvement_conference"]


def test_the_authoritys_own_entry_is_put_right(page: AuthorityPage) -> None:
    page.right.click()
    asked = opened()
    asked.widgets["name"].setText("Practice City Council")  # type: ignore[attr-defined]
    asked.act.click()
    assert page.name.text() == "Practice City Council"


def test_a_list_asks_for_no_more_height_than_it_needs(page: AuthorityPage) -> None:
    settle()  # until the layouts know of what they hold
    overview = page.minimumSizeHint().height()
    page.tabs.setCurrentIndex(2)
    assert page.minimumSizeHint().height() < overview
    page.tabs.setCurrentIndex(0)
    assert page.minimumSizeHint().height() == overview


def test_histories_are_asked_for(qtbot: QtBot, page: AuthorityPage) -> None:
    with qtbot.waitSignal(page.history_asked) as council:
        page.history.click()
    assert council.args == [page.known.authority]  # type: ignore[union-attr]
    with qtbot.waitSignal(page.history_asked) as person:
        page.parts["people"].history.click()
    assert person.args == [page.known.people[0]]  # type: ignore[union-attr]


def test_it_hears_what_others_record_and_speaks_welsh(page: AuthorityPage, store: Store, qapp: object) -> None:
    assert page.known is not None
    events.add(store, page.known.authority, kind="publicity", date="2018-10-20", text="A report of the letter.")
    assert len(page.known.events_of("publicity")) == 1
    speak(qapp, "cy")  # type: ignore[arg-type]
    assert "5 Tachwedd 2018" in page.parts.overview.next.rows.index(0).data()
    speak(qapp, "en")  # type: ignore[arg-type]
    assert "5 November 2018" in page.parts.overview.next.rows.index(0).data()


def test_without_an_authority_it_says_what_it_is_for(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    made = AuthorityPage(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.show()
    assert "No authority yet" in words(made)
    assert not made.verbs()[0].is_possible()
    with qtbot.waitSignal(made.page_wanted) as wanted:
        made.empty.button.click()
    assert wanted.args == ["visits"]
