# SPDX-License-Identifier: MIT
"""Two inspectors, two days: list, sample, files, gaps that close, a concern, findings both agree, the sheet, the check.

All of it on real stores in folders, joined by parcels alone.
"""

from collections.abc import Callable
from pathlib import Path

from reports.sheets.end_of_day import end_of_day
from reports.sheets.paper import printing
from storage.acts import cases, concerns, findings, members, notes, points, ratings, reviews, samples, visits
from storage.acts.cases import reference_of
from storage.backup import backing_up
from storage.check import check
from storage.imports import case_files, cases_in
from storage.imports.cases import Choices, plan
from storage.job import run_now
from storage.model.finding import Finding
from storage.model.visit import Visit
from storage.queries.board import board_of, gaps_first
from storage.queries.cases import cases_of_visit, key_of, list_of_visit, note_counts, readings
from storage.queries.concerns import concerns_of_visit
from storage.queries.day import day_of_visit
from storage.queries.findings import findings_of_visit, weighed
from storage.queries.notes import notes_of_visit
from storage.queries.ratings import rated
from storage.queries.reviews import reviews_of_visit
from storage.queries.samples import sample_of_visit
from storage.queries.visits import visit as visit_by_id
from storage.readiness import checking
from storage.rubrics import rubric
from storage.sampling import Plan
from storage.store import Store
from storage.sync import parcel
from tests.builders import PASSPHRASE, RUBRIC, FakeClock, a_visit, again
from tests.case_lists import as_csv, quiet, some_rows
from tests.reports.pdf.readout import readout

Maker = Callable[..., tuple[Store, str]]
QA = (RUBRIC, "QA")


class Pair:
    """Rhian, who leads, and Tomos; a visit in which both have seats, and a stick between them."""

    def __init__(self, make: Maker, folder: Path) -> None:
        self.rhian, self.tomos = make("rhian")[0], make("tomos")[0]
        self.stick = folder / "stick.parcel"
        self.visit_id = a_visit(self.rhian).id
        members.grant(self.rhian, self.of(self.rhian).stream_id, members.my_card(self.tomos), "second")

    def of(self, store: Store) -> Visit:
        """Return the visit as one of the two has it."""
        found = visit_by_id(store, self.visit_id)
        assert found is not None
        return found

    def meet(self) -> None:
        """Carry a parcel there, one back, and one there."""
        for giver, taker in ((self.rhian, self.tomos), (self.tomos, self.rhian)) * 2:
            streams = [self.of(self.rhian).stream_id]
            parcel.write(giver, streams, self.stick, parcel.addressees(giver, streams))
            parcel.read(taker, self.stick)

    def finding(self, store: Store) -> Finding:
        """Return the only finding, as one of the two has it."""
        (found,) = findings_of_visit(store, self.visit_id)
        return found


def test_two_days_on_site(folder_store: Maker, tmp_path: Path, clock: FakeClock) -> None:
    pair = Pair(folder_store, tmp_path)
    the_sample(pair)
    clock.step(minutes=45)
    first_day(pair, clock)
    clock.step(hours=23)
    second_day(pair, clock)
    the_evening(pair, tmp_path)
    for store in (pair.rhian, pair.tomos):
        assert check(store).problems == ()


def the_sample(pair: Pair) -> None:
    """The list comes in, six cases are drawn, three for each; only who brought it in can find a file."""
    rhian, tomos = pair.rhian, pair.tomos
    table = case_files.table_of(as_csv(some_rows(40)), quiet)
    planned = plan(table, Choices(table.columns, style="day_first"), quiet)
    run_now(cases_in.importing(pair.of(rhian), planned), rhian)
    the_list = list_of_visit(rhian, pair.visit_id)
    assert the_list is not None
    run_now(samples.drawing(pair.of(rhian), the_list, Plan("Tuesday's seed", ("team",), 6)), rhian)
    drawn = cases_of_visit(rhian, pair.visit_id)
    cases.assign(rhian, drawn[:3], rhian.me)
    cases.assign(rhian, drawn[3:], tomos.me)
    pair.meet()
    assert sample_of_visit(tomos, pair.visit_id) == sample_of_visit(rhian, pair.visit_id)
    assert [each.total for each in readings(cases_of_visit(tomos, pair.visit_id))] == [3, 3]
    assert reference_of(rhian, the_list, drawn[0].pseudonym).startswith("LA/")
    assert key_of(tomos, the_list) is None


def first_day(pair: Pair, clock: FakeClock) -> None:
    """Each reads; a gap of the board closes as its note is linked; a concern is raised, told and acknowledged."""
    area = rubric(RUBRIC).areas[1]
    for store in (pair.rhian, pair.tomos):
        visit = pair.of(store)
        board = board_of(store, visit)
        assert not board.standing(RUBRIC, area, "QA1", "day").seen
        mine = next(each for each in cases_of_visit(store, visit.id) if each.reader == store.me)
        note = notes.write(
            store,
            visit,
            "Two records of supervision in a year.",
            [f"{RUBRIC}:QA1"],
            case_ref=mine.pseudonym,
            polarity="weakness",
            source_kind="file" if store is pair.rhian else "interview",
            observed=store is pair.rhian,
            event_at="2018-07-10T10:00:00.000Z",
        )
        board.follow(store, {note})
        assert sum(board.standing(RUBRIC, area, "QA1", "day").counts) == 1
        codes = dict((each.code, order) for each, order in gaps_first(board, rubric(RUBRIC)))["QA"]
        assert codes.index("QA1") > codes.index("QA2")  # what nobody has seen comes first
        reviews.write(store, mine, None, outcome="same", outcome_words="Nothing has changed.")
        cases.move(store, again(store, mine), "read")
        clock.step(minutes=5)
    rhian = pair.rhian
    concerns.raise_concern(rhian, pair.of(rhian), "No adult has seen this child for a week.", case_ref="Case 3")
    for then in (concerns.tell, concerns.acknowledge):
        clock.step(minutes=20)
        (open_,) = concerns_of_visit(rhian, pair.visit_id)
        then(rhian, open_, "Head of service")
    points.enquire(rhian, pair.of(rhian), "Ask the second team manager for her log.", 1)
    pair.meet()


def second_day(pair: Pair, clock: FakeClock) -> None:
    """A finding on both their notes is agreed by both after a parcel; an area is rated alone, then together."""
    rhian, tomos = pair.rhian, pair.tomos
    supports = tuple(note.id for note in notes_of_visit(rhian, pair.visit_id))
    finding_id = findings.state(rhian, pair.of(rhian), "Supervision is irregular.", areas=("QA1",), supports=supports)
    findings.move(rhian, pair.finding(rhian), "proposed")
    findings.agree(rhian, pair.finding(rhian))
    assert weighed(rhian, pair.finding(rhian)).state == "proposed"
    ratings.lock(rhian, pair.of(rhian), QA, "priority", "Seen on every file.")
    ratings.lock(tomos, pair.of(tomos), QA, "area_for_improvement")
    pair.meet()
    assert pair.finding(tomos).id == finding_id
    assert len(pair.finding(tomos).supports) == 2
    findings.agree(tomos, pair.finding(tomos))
    clock.step(minutes=10)
    pair.meet()
    assert weighed(rhian, pair.finding(rhian)).state == weighed(tomos, pair.finding(tomos)).state == "agreed"
    assert rated(rhian, pair.of(rhian), *QA).differs
    ratings.settle(rhian, pair.of(rhian), QA, "priority", "The files weigh more.")
    pair.meet()


def the_evening(pair: Pair, tmp_path: Path) -> None:
    """The sheet says what the day held, as an accessible PDF; the backup is really restored; the visit goes on."""
    tomos = pair.tomos
    day = day_of_visit(tomos, pair.visit_id, 2)
    assert day is not None
    assert [(each.state, each.acknowledged_role) for each in day.concerns] == [("acknowledged", "Head of service")]
    assert [each.text for each in day.enquiries] == ["Ask the second team manager for her log."]
    assert sum(note_counts(tomos, pair.visit_id).values()) == len(reviews_of_visit(tomos, pair.visit_id)) == 2
    written = run_now(printing(lambda store: end_of_day(store, pair.visit_id, 2), tmp_path / "evening.pdf"), tomos)
    heard = readout(written.read_bytes())
    said = " ".join(heard.texts())
    assert heard.problems == []
    for words in ("Supervision is irregular. (#QA1 · Agreed", "Ask the second team manager for her log."):
        assert words in said
    (tmp_path / "backups").mkdir()
    run_now(backing_up(tmp_path / "backups"), tomos)
    found = {each.subject: each for each in run_now(checking("close", pair.visit_id, PASSPHRASE), tomos).found}
    assert {found[each].level for each in ("restore", "partner", "concerns", "typing")} == {"fine"}
    assert found["backup"].level == "look"  # it lies on the same disk as the store
    rhian = pair.rhian
    for state in ("packed", "on_site_day1", "on_site_day2", "fieldwork_closed"):
        visits.move(rhian, pair.of(rhian), state)
    pair.meet()
    assert pair.of(tomos).status == "fieldwork_closed"
