# SPDX-License-Identifier: MIT
"""A loaded edition comes into the visit and never changes; a move carries links and findings over and loses none."""

import pytest

from storage import undo
from storage.acts import links, rubrics, visits
from storage.errors import Refused
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.editions import editions_of_visit, rubric_for
from storage.queries.findings import findings_of_visit
from storage.queries.links import links_of_visit
from storage.store import Store
from tests.builders import (
    RUBRIC,
    a_finding,
    a_link,
    a_note,
    a_rubric,
    a_store,
    a_visit,
    again,
    an_authority,
    hand_over,
    join,
)


def using(store: Store, rubric: Rubric) -> Visit:
    """Return a visit that uses the rubric alone."""
    visit = a_visit(store, frameworks=())
    rubrics.use(store, visit, rubric)
    return again(store, visit)  # type: ignore[no-any-return]


def where(store: Store, visit: Visit) -> list[tuple[str, str]]:
    """Return (rubric, code) of every present link."""
    return sorted((each.rubric, each.area) for each in links_of_visit(store, visit.id))


def test_a_visit_uses_a_loaded_rubric_and_one_undo_takes_it_back(store: Store) -> None:
    visit = using(store, a_rubric())
    assert visit.frameworks == ("trial-2026",)
    undo.undo(store)
    assert again(store, visit).frameworks == ()
    assert editions_of_visit(store, visit.id) == ()
    rubrics.use(store, again(store, visit), a_rubric())
    assert len(editions_of_visit(store, visit.id)) == 1


def test_an_edition_with_other_content_is_refused_and_nothing_is_kept(store: Store) -> None:
    first = using(store, a_rubric())
    with pytest.raises(Refused, match="“trial-2026” is here already with other content"):
        rubrics.use(store, a_visit(store), a_rubric(X1="Plans are old"))
    with pytest.raises(Refused, match="uses “trial-2026” already"):
        rubrics.use(store, first, a_rubric())
    assert rubric_for(store, "trial-2026") == a_rubric()


def test_a_shipped_edition_cannot_be_loaded_with_other_words(store: Store) -> None:
    with pytest.raises(Refused, match="never changes"):
        rubrics.use(store, a_visit(store, frameworks=()), a_rubric(RUBRIC))


def test_codes_that_another_rubric_of_the_visit_has_are_refused(store: Store) -> None:
    visit = using(store, a_rubric())
    with pytest.raises(Refused, match="has the code X too"):
        rubrics.use(store, visit, a_rubric("other-2026"))


def test_a_visit_planned_with_a_loaded_rubric_carries_it(store: Store) -> None:
    using(store, a_rubric())
    visit_id = visits.plan(store, an_authority(store), frameworks=("trial-2026",))
    assert [each.name for each in editions_of_visit(store, visit_id)] == ["trial-2026"]


def test_no_visit_is_planned_with_two_rubrics_that_share_a_code(store: Store) -> None:
    using(store, a_rubric())
    using(store, a_rubric("other-2026"))
    with pytest.raises(Refused, match="has the code X too"):
        visits.plan(store, an_authority(store), frameworks=("trial-2026", "other-2026"))


def test_a_move_carries_links_by_code_and_by_crosswalk_and_keeps_the_rest(store: Store) -> None:
    visit = using(store, a_rubric())
    note, other = a_note(store, visit), a_note(store, visit, "No plan was signed.")
    for code in ("X1", "X2", "X3"):
        links.link(store, note, "trial-2026", code)
    links.link(store, other, "trial-2026", "X1", (0, 7))
    newer = a_rubric("trial-2027", {"X1": ("X4", "X5"), "X2": ()}, X4="Plans", X5="Reviews")
    rubrics.move(store, visit, "trial-2026", newer)
    new = "trial-2027"
    assert where(store, visit) == [("trial-2026", "X2"), *[(new, code) for code in ("X3", "X4", "X4", "X5", "X5")]]
    assert again(store, visit).frameworks == (new,)
    assert {each.quoted for each in links_of_visit(store, visit.id) if each.note_id == other.id} == {"No plan"}
    assert rubric_for(store, "trial-2026", visit.id) == a_rubric()
    undo.undo(store)
    assert [code for _, code in where(store, visit)] == ["X1", "X1", "X2", "X3"]
    assert again(store, visit).frameworks == ("trial-2026",)


def test_a_move_in_steps_rests_often_and_given_up_keeps_nothing(store: Store) -> None:
    visit = using(store, a_rubric())
    for number in range(60):
        note = a_note(store, visit, f"Note {number}.")
        links.link(store, note, "trial-2026", "X1")
    newer = a_rubric("trial-2027", {"X1": ("X4",)}, X4="Plans")
    before = where(store, visit)
    moving = rubrics.moving(store, visit, "trial-2026", newer)
    for _ in range(8):
        next(moving)
    moving.close()
    assert where(store, visit) == before
    assert again(store, visit).frameworks == ("trial-2026",)
    assert len(list(rubrics.moving(store, visit, "trial-2026", newer))) > 30
    assert where(store, visit) == [("trial-2027", "X4")] * 60


def test_codes_that_change_places_change_places(store: Store) -> None:
    visit = using(store, a_rubric())
    note, other = a_note(store, visit), a_note(store, visit)
    links.link(store, note, "trial-2026", "X1")
    links.link(store, note, "trial-2026", "X2")
    links.link(store, other, "trial-2026", "X1")
    rubrics.move(store, visit, "trial-2026", a_rubric("trial-2027", {"X1": ("X2",), "X2": ("X1",)}))
    found = {note.id: [], other.id: []}  # type: ignore[var-annotated]
    for each in links_of_visit(store, visit.id):
        found[each.note_id].append(each.area)
    assert found == {note.id: ["X1", "X2"], other.id: ["X2"]}


def test_what_a_partner_linked_before_she_knew_is_taken_along_by_the_same_move(store: Store) -> None:
    visit, partner = using(store, a_rubric()), a_store("Second Inspector")
    note = a_note(store, visit)
    join(store, visit.stream_id, partner)
    newer = a_rubric("trial-2027", {"X1": ("X4",)}, X4="Plans")
    rubrics.move(store, visit, "trial-2026", newer)
    links.link(partner, again(partner, note), "trial-2026", "X1")
    hand_over(partner, store, visit.stream_id)
    assert where(store, visit) == [("trial-2026", "X1")]
    rubrics.move(store, again(store, visit), "trial-2026", newer)
    assert where(store, visit) == [("trial-2027", "X4")]
    assert again(store, visit).frameworks == ("trial-2027",)
    with pytest.raises(Refused, match="does not use “trial-2026”"):
        rubrics.move(store, again(store, visit), "trial-2026", newer)
    partner.close()


def test_a_move_carries_the_areas_of_findings(store: Store) -> None:
    visit = using(store, a_rubric())
    a_finding(store, visit, areas=("X1", "X2"))
    rubrics.move(store, visit, "trial-2026", a_rubric("trial-2027", {"X1": ("X4",)}, X4="Plans"))
    assert findings_of_visit(store, visit.id)[0].areas == ("X4", "X2")


def test_a_shipped_rubric_is_left_for_a_loaded_one(store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit), "HR1")
    rubrics.move(store, visit, RUBRIC, a_rubric(replaces={"HR1": ("X1",)}))
    assert where(store, visit) == [("trial-2026", "X1")]
    with pytest.raises(Refused, match="does not use"):
        rubrics.move(store, again(store, visit), RUBRIC, a_rubric("trial-2028"))


def test_the_second_inspector_does_not_change_the_visits_rubrics(store: Store) -> None:
    visit, partner = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, partner)
    with pytest.raises(Refused):
        rubrics.use(partner, again(partner, visit), a_rubric())
    assert editions_of_visit(partner, visit.id) == ()
    partner.close()
