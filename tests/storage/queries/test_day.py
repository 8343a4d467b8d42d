# SPDX-License-Identifier: MIT
"""What a day has come to, counted from the records: what is missing, thin, contradicted, open, and asked for."""

from datetime import date

import pytest

from storage.acts import concerns, findings, notes, points
from storage.queries.day import Day, date_of, day_now, day_of_visit, days_of
from storage.store import Store
from tests.builders import (
    FakeClock,
    a_concern,
    a_finding,
    a_link,
    a_note,
    a_point,
    a_store,
    a_visit,
    again,
    an_authority,
    join,
)


def of(store: Store, visit_id: str, number: int = 1) -> Day:
    found = day_of_visit(store, visit_id, number)
    assert found is not None
    return found


def codes(standings: object) -> list[str]:
    return [each.criterion.code for each in standings]  # type: ignore[attr-defined]


def test_what_is_missing_thin_and_contradicted_is_named(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    every = len(of(store, visit.id).unseen)
    assert every == len(of(store, visit.id).standings) > 20
    a_link(store, a_note(store, visit, source_kind="file", polarity="weakness"), "QA1")
    a_link(store, a_note(store, visit, source_kind="file", polarity="weakness"), "QA1")
    a_link(store, a_note(store, visit, source_kind="file", polarity="weakness"), "QA2")
    last = a_note(store, visit, source_kind="interview", polarity="strength")
    a_link(store, last, "QA2")
    day = of(store, visit.id)
    assert len(day.unseen) == every - 2
    assert codes(day.single_source) == ["QA1"]
    assert codes(day.contradicted) == ["QA2"]
    assert day.one_inspector == ()  # there is nobody else
    assert next(each for each in day.standings if each.criterion.code == "QA2").notes == 2
    notes.withdraw(store, again(store, last))
    assert of(store, visit.id).contradicted == ()


def test_with_two_inspectors_what_one_alone_has_seen_is_named(store: Store) -> None:
    visit, second = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, second)
    a_link(store, a_note(store, visit), "QA1")
    day = of(store, visit.id)
    assert day.inspectors == 2
    assert codes(day.one_inspector) == ["QA1"]
    second.close()


def test_notes_are_counted_by_the_day_on_which_it_happened(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    a_note(store, visit)
    a_note(store, visit, event_at="2018-07-11T10:00:00.000Z")
    assert [of(store, visit.id, number).notes for number in (1, 2)] == [1, 1]
    assert of(store, visit.id, 2).on == date(2018, 7, 11)
    loose = a_visit(store, dates="autumn 2018")
    a_note(store, loose)
    assert (of(store, loose.id).notes, of(store, loose.id).on) == (1, None)


def test_findings_emerge_weaknesses_first_and_those_set_aside_do_not(store: Store) -> None:
    visit = a_visit(store)
    good = a_finding(store, visit, "Staff are committed.", polarity="strength")
    bad, gone = a_finding(store, visit, "Supervision is irregular."), a_finding(store, visit, "A slip.")
    findings.set_aside(store, gone, "A slip of the pen.")
    assert [each.finding.id for each in of(store, visit.id).findings] == [bad.id, good.id]


def test_a_line_of_enquiry_stays_until_it_was_followed(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    made, other = a_point(store, visit, day=1), a_point(store, visit, "Read three more files.", day=1)
    points.settle(store, made)
    assert len(of(store, visit.id, 1).enquiries) == 2
    assert [each.id for each in of(store, visit.id, 2).enquiries] == [other.id]


def test_what_was_said_belongs_to_its_day(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    points.hear(store, visit, ("told", "Director", "Supervision is irregular."), 2)
    assert of(store, visit.id, 1).said == ()
    assert [each.kind for each in of(store, visit.id, 2).said] == ["told"]
    assert of(store, visit.id, 2).enquiries == ()


def test_concerns_of_this_visit_and_outcomes_of_earlier_ones_are_there(store: Store, clock: FakeClock) -> None:
    council = an_authority(store)
    before, visit = a_visit(store, council), a_visit(store, council)
    old, made = a_concern(store, before), a_concern(store, visit)
    day = of(store, visit.id)
    assert (day.open, day.wanted) == ((made,), (old,))
    concerns.tell(store, made, "Director")
    concerns.acknowledge(store, again(store, made), "Director")
    assert of(store, visit.id).open == ()
    assert len(of(store, visit.id).concerns) == 1


@pytest.mark.parametrize(
    ("dates", "planned", "days", "second"),
    [
        ("2018-07-10/2018-07-11", 0, 2, date(2018, 7, 11)),
        ("2018-07-10", 3, 3, date(2018, 7, 11)),
        ("autumn 2018", 0, 1, None),
        ("", 2, 2, None),
        ("2017-01-10/2019", 0, 1, date(2017, 1, 11)),
        ("not a date", 0, 1, None),
    ],
)
def test_a_visits_days_come_from_its_dates_and_its_plan(
    store: Store, dates: str, planned: int, days: int, second: date | None
) -> None:
    visit = a_visit(store, dates=dates, days=planned)
    assert (days_of(visit), date_of(visit, 2)) == (days, second)


def test_today_is_a_day_of_the_visit_or_its_nearest(store: Store) -> None:
    visit = a_visit(store)
    days = [day_now(visit, date(2018, 7, day)) for day in (1, 10, 11, 30)]
    assert days == [1, 1, 2, 2]
    assert day_now(a_visit(store, dates="2018"), date(2018, 7, 11)) == 1


def test_parts_that_take_long_are_read_one_at_a_time(store: Store) -> None:
    visit = a_visit(store)
    a_finding(store, visit)
    a_note(store, visit, event_at="2018-07-10T10:00:00.000Z")
    bare = day_of_visit(store, visit.id, 1, again=())
    assert bare is not None
    assert (bare.notes, bare.findings, bare.standings) == (0, (), ())
    assert bare.days == 2
    part = day_of_visit(store, visit.id, 1, bare, ("findings",))
    assert part is not None
    assert (len(part.findings), part.standings) == (1, ())
    other = day_of_visit(store, a_visit(store).id, 1, part, ("standings",))
    assert other is not None
    assert (other.findings, len(other.standings) > 20) == ((), True)


def test_a_visit_that_is_not_here_has_no_day(store: Store) -> None:
    assert day_of_visit(store, "none", 1) is None
