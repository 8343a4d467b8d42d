# SPDX-License-Identifier: MIT
"""Verbs on samples: draw one, replace a case of one that cannot be read. Who is drawn is decided by sampling.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as altered
from typing import Any

from resources.language import N_
from storage.acts.cases import new_case, opener_of, read_population
from storage.documents import Opener
from storage.errors import Refused
from storage.gesture import Gesture
from storage.job import Job, Tick
from storage.model.case import Case, CaseList
from storage.model.ids import new_id
from storage.model.population import Population
from storage.model.sample import Sample
from storage.model.visit import Visit
from storage.queries.cases import case, case_id, lists_of_visit
from storage.queries.samples import plan_of, sample_of_visit
from storage.queries.samples import sample as sample_by_id
from storage.sampling import Draw, Plan, Values, clean_seed, draw, spread
from storage.steps import Steps, whole
from storage.store import Store

_STEP = 10
"""Cases looked up between two rests."""
Facts = Mapping[str, tuple[tuple[str, str], ...]]
"""Pseudonym → (field, value) each."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample that was drawn, with all that is to be kept of the list beside it."""

    plan: Plan
    draw: Draw
    spread: tuple[tuple[str, str, int, int], ...]
    facts: Facts


def trying(the_list: CaseList, plan: Plan) -> Job[Store, Opener, Drawn, Drawn]:
    """Return the job that draws a sample to look at; nothing is recorded. Raise Refused for nonsense, StoreTrouble."""

    def take(store: Store) -> Opener:
        return opener_of(store, the_list)

    def work(opener: Opener, tick: Tick) -> Drawn:
        population = read_population(opener)
        tick(0.5)
        return _drawn(population, plan)

    def put(_store: Store, drawn: Drawn) -> Drawn:
        return drawn

    return Job(take, work, put)


def drawing(visit: Visit, the_list: CaseList, plan: Plan) -> Job[Store, Opener, Drawn, str]:
    """Return the job that draws a sample and keeps it with its cases; it gives the sample's identifier.

    Raise Refused for a plan that makes no sense, or when the visit has a sample already whose cases are being read.
    """
    look = trying(the_list, plan)

    def put(store: Store, drawn: Drawn) -> Steps[str]:
        return keeping(store, visit, the_list, drawn)

    return Job(look.take, look.work, put)


def keep(store: Store, visit: Visit, the_list: CaseList, drawn: Drawn) -> str:
    """Keep a sample that was drawn, with its cases, in one gesture; an earlier one of the visit is withdrawn.

    Raise Refused when cases of an earlier sample were begun: those are replaced one by one, with reasons.
    """
    return whole(keeping(store, visit, the_list, drawn))


def keeping(store: Store, visit: Visit, the_list: CaseList, drawn: Drawn) -> Steps[str]:
    """Do what `keep` does in small steps: a sample may have hundreds of cases."""
    found = drawn.draw
    if not found.drawn:
        raise Refused(N_("Nothing was drawn."), N_("Look at sizes and exclusions."))
    gesture = Gesture("samples.draw", store.me)
    _make_room(store, visit, gesture, found.drawn)
    kept = _sample(visit, the_list, drawn)
    gesture.add(kept)
    for number, (name, values) in enumerate((name, each.values) for each in found.strata for name in each.drawn):
        if number % _STEP == 0:
            yield 0.0
        _want(store, gesture, new_case(visit, name, stratum=values, facts=drawn.facts[name]))
    yield from store.recording(*gesture.changes)
    return kept.id


def replacing(sample: Sample, dropped: str, reason: str) -> Job[Store, tuple[Opener, Plan], Drawn, str]:
    """Return the job that puts the next case of its stratum in the place of one that cannot be read.

    It gives the pseudonym of the case that came in, or an empty text when its stratum has none left.
    Raise Refused without a reason, or for a case that is not in the sample.
    """

    def take(store: Store) -> tuple[Opener, Plan]:
        the_list = next((each for each in lists_of_visit(store, sample.visit_id) if each.id == sample.list_id), None)
        if the_list is None:
            raise Refused(N_("The list of this sample is not here."), N_("Read a parcel from a colleague."))
        plan = plan_of(sample)
        return opener_of(store, the_list), altered(plan, replaced=(*plan.replaced, (dropped, reason.strip())))

    def work(taken: tuple[Opener, Plan], tick: Tick) -> Drawn:
        population = read_population(taken[0])
        tick(0.5)
        return _drawn(population, taken[1])

    def put(store: Store, drawn: Drawn) -> str:
        now = sample_by_id(store, sample.id)
        if now is None or not now.present or now.replaced != sample.replaced:
            raise Refused(N_("The sample was altered meanwhile."), N_("Look at it again, then replace the case."))
        return _replace(store, now, drawn)

    return Job(take, work, put)


def _replace(store: Store, seen: Sample, drawn: Drawn) -> str:
    found = drawn.draw
    last = found.replacements[-1]
    gesture = Gesture("samples.replace", store.me)
    gesture.amend(
        seen,
        replaced=tuple(drawn.plan.replaced),
        drawn=found.drawn,
        counts=_counts(found),
        spread=drawn.spread,
        taken_by=tuple((each.dropped, each.by) for each in found.replacements),
    )
    gone = case(store, case_id(seen.visit_id, last.dropped))
    if gone is not None:
        gesture.amend(gone, dropped=last.reason)
    if last.by:
        values = next(stratum.values for stratum in found.strata if last.by in stratum.drawn)
        facts = drawn.facts[last.by]
        fields: dict[str, Any] = {"visit_id": seen.visit_id, "pseudonym": last.by, "selection": "replacement"}
        new = Case(id=case_id(seen.visit_id, last.by), stream_id=seen.stream_id, stratum=values, facts=facts, **fields)
        _want(store, gesture, new)
    store.record(*gesture.changes)
    return last.by


def _make_room(store: Store, visit: Visit, gesture: Gesture, drawn: Sequence[str]) -> None:
    before = sample_of_visit(store, visit.id)
    if before is None:
        return
    gesture.withdraw(before)
    for name in before.drawn:
        old = case(store, case_id(visit.id, name))
        if old is None or not old.present or old.dropped:
            continue
        if old.progress != "not_started":
            raise Refused(
                N_("Cases of the visit's sample are being read."),
                N_("Replace single cases with a reason, or set their reading back to “Not started” first."),
            )
        if name not in drawn:
            gesture.withdraw(old)


def _want(store: Store, gesture: Gesture, wanted: Case) -> None:
    """Make a case one that is read, whether it was chosen, dropped or withdrawn before."""
    known = case(store, wanted.id)
    if known is None:
        gesture.add(wanted)
    elif not known.present or known.dropped:
        fields = {"selection": wanted.selection, "stratum": wanted.stratum, "facts": wanted.facts}
        gesture.amend(known, dropped="", present=True, **fields)
    elif known.selection in ("random", "replacement"):
        gesture.amend(known, selection=wanted.selection, stratum=wanted.stratum, facts=wanted.facts)


def _sample(visit: Visit, the_list: CaseList, drawn: Drawn) -> Sample:
    plan, found = drawn.plan, drawn.draw
    return Sample(
        id=new_id(),
        stream_id=visit.stream_id,
        visit_id=visit.id,
        list_id=the_list.id,
        seed=clean_seed(plan.seed),
        strata=tuple(plan.strata),
        size=plan.size,
        proportional=plan.proportional,
        quotas=_quotas(plan.quotas or {}),
        excluded=tuple(sorted((plan.excluded or {}).items())),
        drawn=found.drawn,
        counts=_counts(found),
        spread=drawn.spread,
    )


def _quotas(by_hand: Mapping[Values, int]) -> tuple[tuple[str, ...], ...]:
    return tuple((str(number), *values) for values, number in sorted(by_hand.items()))


def _counts(found: Draw) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(each.population), str(each.eligible), str(each.quota), str(len(each.drawn)), *each.values)
        for each in found.strata
    )


def _drawn(population: Population, plan: Plan) -> Drawn:
    found = draw(population, plan)
    return Drawn(plan, found, spread(population, found.drawn), _facts(population, found.drawn))


def _facts(population: Population, names: Sequence[str]) -> Facts:
    wanted = set(names)
    return {
        row[0]: tuple((field, value) for field, value in zip(population.fields, row[1:], strict=True) if value)
        for row in population.rows
        if row[0] in wanted
    }
