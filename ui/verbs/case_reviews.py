# SPDX-License-Identifier: MIT
"""Verbs about one case: how far its reading is, one chosen by hand, what a review says. Lists and samples: cases.py."""

import argparse
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from resources.language import N_, _, ngettext
from storage.errors import Refused
from storage.model import clock
from storage.model.case import PROGRESS, SELECTIONS, Case
from storage.model.case_review import FEATURES, OUTCOMES, SHOWN, CaseReview
from storage.model.grades import GRADES
from storage.model.population import number_of
from storage.model.timeliness import CHECKS
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit
from storage.queries.editions import rubrics_of_visit
from storage.queries.members import members
from storage.queries.reviews import checks_of, review, reviews_of_case
from storage.store import Store
from ui.verbs.session import choose, opened, recorded, say
from ui.verbs.visits import on_hand

_CHOSEN = [each for each in SELECTIONS if each not in ("random", "replacement")]


def add_deeds(deeds: Any) -> None:
    """Add these deeds to the parser of cases."""
    moved = deed(deeds, "move", N_("say how far the reading of cases is"), _move)
    moved.add_argument("case", nargs="+", help="pseudonyms")
    moved.add_argument("--to", required=True, choices=list(PROGRESS))
    added = deed(deeds, "add", N_("add a case that was not drawn but chosen"), _add)
    added.add_argument("case", help="its pseudonym")
    added.add_argument("--why", required=True, choices=_CHOSEN)
    seen = deed(deeds, "review", N_("what the reviews of a case say, or write down one's own"), _review)
    seen.add_argument("case", help="its pseudonym")
    seen.add_argument("--grade", action="append", default=[], metavar="CODE=GRADE", help="a criterion's grade")
    seen.add_argument(
        "--shows", action="append", default=[], metavar="FEATURE=ANSWER", help="whether the file shows it"
    )
    seen.add_argument("--outcome", choices=[each for each in OUTCOMES if each], help="what came of it for the child")
    seen.add_argument("--words", action="store_true", help="the outcome in words, from standard input; never a name")
    seen.add_argument("--concern", action="store_true", help="a matter of concern was raised because of it")


def deed(deeds: Any, name: str, words: str, verb: Any) -> Any:
    """Return the parser of something that is done with a visit."""
    made = deeds.add_parser(name, help=words)
    made.add_argument("visit", help="its number in the list, or its identifier")
    made.set_defaults(verb=verb)
    return made


def visit_of(store: Store, arguments: argparse.Namespace) -> Visit:
    """Return the visit that is named. Raise Refused when there is none."""
    return choose(on_hand(store), arguments.visit, N_("visit"))


def case_of(store: Store, visit: Visit, word: str) -> Case:
    """Return the case that a word names, "CASE-07" or "7". Raise Refused when none of the visit's is."""
    number = _number(word)
    found = next((each for each in cases_of_visit(store, visit.id) if number_of(each.pseudonym) == number), None)
    if found is None:
        raise Refused(N_("There is no {what} “{word}”."), N_("List them first."), what=_(N_("case")), word=word)
    return found


def _number(word: str) -> int:
    return number_of(word) or (int(word) if word.isdecimal() else 0)


def _move(arguments: argparse.Namespace) -> int:
    from storage.acts import cases

    with opened(arguments) as store:
        visit = visit_of(store, arguments)
        for seen in [case_of(store, visit, word) for word in arguments.case]:
            cases.move(store, seen, arguments.to)
    return recorded()


def _add(arguments: argparse.Namespace) -> int:
    from storage.acts import cases

    with opened(arguments) as store:
        cases.add(store, visit_of(store, arguments), _number(arguments.case), arguments.why)
    return recorded()


def _review(arguments: argparse.Namespace) -> int:
    asked = (arguments.grade, arguments.shows, arguments.outcome, arguments.words, arguments.concern)
    with opened(arguments, read_only=not any(asked)) as store:
        visit = visit_of(store, arguments)
        case = case_of(store, visit, arguments.case)
        if any(asked):
            _write(store, visit, case, arguments)
        reviews = reviews_of_case(store, case)
        for each in reviews:
            _tell(store, visit, case, each)
        if not reviews:
            say(_("Nobody has reviewed this case yet."))
    return 0


def _write(store: Store, visit: Visit, case: Case, arguments: argparse.Namespace) -> None:
    from storage.acts import reviews

    mine = review(store, case.id, store.me)
    seen = mine if mine is not None and mine.present else None
    so_far, after = seen or CaseReview(id="", stream_id=visit.stream_id), dict[str, Any]()
    for code, grade in _pairs(arguments.grade, GRADES):
        so_far = replace(so_far, grades=reviews.graded(so_far, _place(store, visit, code), grade))
        after["grades"] = so_far.grades
    for feature, answer in _pairs(arguments.shows, SHOWN):
        if feature not in FEATURES:
            raise Refused(N_("There is no such answer."), N_("Choose one of: {names}."), names=", ".join(FEATURES))
        so_far = replace(so_far, features=reviews.shown(so_far, feature, answer))
        after["features"] = so_far.features
    if arguments.outcome:
        after["outcome"] = arguments.outcome
    if arguments.words:
        after["outcome_words"] = sys.stdin.read().strip()
    if arguments.concern:
        after["concern"] = True
    reviews.write(store, case, seen, **after)


def _pairs(given: Sequence[str], known: Collection[str]) -> list[tuple[str, str]]:
    """Return (name, value) of each "name=value". Raise Refused for a value that is not known."""
    pairs = [(name.strip(), value.strip()) for name, _equals, value in (each.partition("=") for each in given)]
    if any(value not in known for _name, value in pairs):
        names = ", ".join(each for each in known if each)
        raise Refused(N_("There is no such answer."), N_("Choose one of: {names}."), names=names)
    return pairs


def _place(store: Store, visit: Visit, code: str) -> str:
    """Return "edition:code" of a criterion of the visit. Raise Refused where none of its rubrics has it."""
    found = next((each for each in rubrics_of_visit(store, visit) if each.criterion(code)), None)
    if found is None:
        raise Refused(N_("The visit's rubric has no criterion {code}."), N_("Nothing was kept."), code=code)
    return f"{found.name}:{code}"


def _tell(store: Store, visit: Visit, case: Case, seen: CaseReview) -> None:
    names = {seat.person_id: seat.name for seat in members(store, visit.stream_id)}
    outcome = _(OUTCOMES[seen.outcome]) if seen.outcome in OUTCOMES else seen.outcome
    say(f"{case.pseudonym}  {names.get(seen.reviewer, '')}  {outcome}")
    if seen.outcome_words:
        say(f"    {seen.outcome_words}")
    for place, grade in seen.grades:
        say(f"    {place.rpartition(':')[2]}  {_(GRADES.get(grade, grade))}")
    for code, value in seen.features:
        say(f"    {_(FEATURES.get(code, code))}: {_(SHOWN.get(value, value))}")
    for check in checks_of(case, seen):
        judged = check.judged(clock.now().date()) if check.done else None
        if judged is not None and judged.late:
            late = ngettext("{count} day late", "{count} days late", judged.late).format(count=judged.late)
            say(f"    {_(CHECKS[check.code].name)}: {late}")
    if seen.concern:
        say(f"    {_(N_('a matter of concern was raised'))}")
