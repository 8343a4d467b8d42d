# SPDX-License-Identifier: MIT
"""What a search finds: words, filters, pages; the newest first."""

from collections.abc import Callable

import pytest

from storage.job import run_now
from storage.queries.found import cases_of_visit, days_of, found, looking
from storage.search.query import Sought
from storage.store import Store
from tests.builders import a_link, a_note, a_session, a_visit, an_authority


def _texts(store: Store, text: str = "", **narrowed: str) -> list[str]:
    return [each.snippet.text for each in found(store, Sought(text, **narrowed)).found]


def test_all_words_must_match(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit, "The care plan was current.")
    a_note(store, visit, "The plan was late.")
    assert _texts(store, "plan care ") == ["The care plan was current."]


def test_a_hit_says_how_exactly_its_time_is_known(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit, "Careful planning.", event_at="2018-07-10T07:00:00.000Z", event_part="morning")
    [hit] = found(store, Sought("careful")).found
    assert (hit.event_at, hit.event_part) == ("2018-07-10T07:00:00.000Z", "morning")


def test_a_phrase_matches_in_its_order_only(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit, "A young person spoke.")
    a_note(store, visit, "The person was young.")
    assert _texts(store, '"young person"') == ["A young person spoke."]


def test_results_come_as_one_types(store: Store) -> None:
    a_note(store, a_visit(store), "Safeguarding was discussed.")
    for typed in ("sa", "safe", "safeguard", "safeguarding", "Safeguarded"):
        assert _texts(store, typed) == ["Safeguarding was discussed."], typed


def test_a_number_and_a_code_are_found(store: Store) -> None:
    a_note(store, a_visit(store), "14 of 22 files, see QA1.")
    assert _texts(store, "22 qa1 ") == ["14 of 22 files, see QA1."]


def test_notes_of_every_visit_are_found_and_one_visit_narrows(store: Store) -> None:
    council = an_authority(store)
    one, other = a_visit(store, council), a_visit(store, council, dates="2019-01-08")
    a_note(store, one, "Plan one.")
    a_note(store, other, "Plan two.")
    assert set(_texts(store, "plan ")) == {"Plan one.", "Plan two."}
    assert _texts(store, "plan ", visit_id=one.id) == ["Plan one."]


@pytest.mark.parametrize(
    ("narrowed", "fields"),
    [
        ({"source_kind": "interview"}, {"source_kind": "interview"}),
        ({"polarity": "weakness"}, {"polarity": "weakness"}),
        ({"case_ref": "Case 07"}, {"case_ref": "Case 07"}),
        ({"author": "somebody"}, {"author": "somebody"}),
        ({"day": "2018-07-11"}, {"event_at": "2018-07-11T10:00:00.000Z"}),
    ],
)
def test_each_filter_narrows(store: Store, narrowed: dict[str, str], fields: dict[str, str]) -> None:
    visit = a_visit(store)
    a_note(store, visit, "Plan one.", event_at="2018-07-10T10:00:00.000Z")
    if "author" not in fields:
        a_note(store, visit, "Plan two.", **{"event_at": "2018-07-10T10:00:00.000Z", **fields})
        assert _texts(store, "plan ", **narrowed) == ["Plan two."]
    else:
        assert _texts(store, "plan ", **narrowed) == []
        assert _texts(store, "plan ", author=store.me) == ["Plan one."]


def test_a_session_narrows(store: Store) -> None:
    visit = a_visit(store)
    session = a_session(store, visit)
    a_note(store, visit, "Plan one.")
    a_note(store, visit, "Plan two.", session_id=session.id)
    assert _texts(store, "", session_id=session.id) == ["Plan two."]


def test_an_area_finds_the_notes_of_all_its_criteria(store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit, "Plan one."), "QA1")
    a_link(store, a_note(store, visit, "Plan two."), "QA2")
    a_note(store, visit, "Plan three.")
    assert _texts(store, "plan ", area="QA1") == ["Plan one."]
    assert set(_texts(store, "plan ", area="QA")) == {"Plan one.", "Plan two."}
    assert _texts(store, "plan ", area="ZZ9") == []


def test_pages_follow_one_another_without_a_gap(store: Store) -> None:
    visit = a_visit(store)
    for number in range(45):
        a_note(store, visit, f"Plan {number}.")
    texts, before, pages = [], 0, 0
    while True:
        page = found(store, Sought("plan "), before)
        texts += [each.snippet.text for each in page.found]
        pages += 1
        before = page.before
        if not before:
            break
    assert pages == 3
    assert texts == [f"Plan {number}." for number in reversed(range(45))]


def test_nothing_asked_gives_the_newest_and_signs_alone_give_nothing(store: Store) -> None:
    a_note(store, a_visit(store), "Plan.")
    assert _texts(store) == ["Plan."]
    assert _texts(store, "???") == []
    assert Sought().is_empty
    assert not Sought(area="QA1").is_empty


def test_the_days_of_a_visit_are_named(store: Store) -> None:
    assert days_of(a_visit(store)) == ("2018-07-10", "2018-07-11")
    assert days_of(a_visit(store, dates="2018")) == ()
    assert days_of(a_visit(store, dates="")) == ()


def test_a_case_is_found_however_its_pseudonym_is_typed(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit, "Plan one.", case_ref="Case 07")
    a_note(store, visit, "Plan two.", case_ref="Case 08")
    assert _texts(store, case_ref="case  07") == ["Plan one."]
    assert cases_of_visit(store, visit.id) == ("Case 07", "Case 08")


def test_a_job_finds_the_same_over_a_connection_of_its_own(folder_store: Callable[..., tuple[Store, str]]) -> None:
    store, _ = folder_store()
    a_note(store, a_visit(store), "The plan was current.")
    assert run_now(looking(Sought("plan ")), store) == found(store, Sought("plan "))
    assert len(found(store, Sought("plan ")).found) == 1
