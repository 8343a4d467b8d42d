# SPDX-License-Identifier: MIT
"""Verbs about findings and ratings: list, state, move, agree, set aside; lock, list and settle ratings of areas."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from resources.language import N_, _
from storage.acts import findings as acts
from storage.acts import ratings as rating_acts
from storage.errors import Refused
from storage.model.finding import Finding
from storage.model.grades import GRADES
from storage.model.rules import FINDING_STATES, STATE_NAMES
from storage.model.visit import Visit
from storage.queries.editions import rubric_for
from storage.queries.findings import findings_of_visit, names_of_stream, weighed_of_visit
from storage.queries.ratings import STATES, Rated, rated_of_visit
from storage.store import Store
from ui.models.finding_words import flags, missing_words, rests_on, strength_rule, strength_words
from ui.verbs.session import choose, opened, recorded, say
from ui.verbs.visits import on_hand

_VISIT, _FINDING = N_("the visit's number in the list, or its identifier"), N_("the finding's number in the list")


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    _add_findings(verbs.add_parser("findings", help="list, state, move, agree to and set aside findings"))
    _add_ratings(verbs.add_parser("ratings", help="list, lock and settle ratings of areas"))


def _add_findings(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(required=True, metavar="DEED")
    listed = _deed(deeds, "list", N_("list the findings, how strong they are and who has still to agree"), _list)
    listed.add_argument("--rules", action="store_true", help="say the rule by which each strength was said")
    state = _deed(deeds, "state", N_("state a finding: its words from standard input"), _state)
    state.add_argument("--area", action="append", default=[], metavar="CODE", help="it speaks of this criterion")
    state.add_argument("--strength", action="store_true", help="a strength, not a weakness")
    moved = _deed(deeds, "move", N_("move a finding to another state"), _move)
    moved.add_argument("finding", help=_FINDING)
    moved.add_argument("state", choices=[each for each in FINDING_STATES if each not in ("agreed", "set_aside")])
    _deed(deeds, "agree", N_("say yes to a finding as it stands"), _agree).add_argument("finding", help=_FINDING)
    aside = _deed(deeds, "aside", N_("set a finding aside: the reason from standard input"), _aside)
    aside.add_argument("finding", help=_FINDING)


def _add_ratings(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(required=True, metavar="DEED")
    _deed(deeds, "list", N_("list the areas that somebody has rated"), _ratings)
    for name, about, verb in (
        ("lock", N_("lock your own rating of an area: why, from standard input"), _lock),
        ("settle", N_("settle on one grade once the ratings lie open: how, from standard input"), _settle),
    ):
        deed = _deed(deeds, name, about, verb)
        deed.add_argument("area", help="code of an area of the visit's framework")
        deed.add_argument("grade", choices=list(GRADES))


def _deed(deeds: Any, name: str, about: str, verb: Any) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = deeds.add_parser(name, help=about)
    made.add_argument("visit", help=_VISIT)
    made.set_defaults(verb=verb)
    return made


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        visit = _visit(store, arguments)
        names = names_of_stream(store, visit.stream_id)
        listed = weighed_of_visit(store, visit.id)
        for number, each in enumerate(listed, 1):
            state = _(STATE_NAMES.get(each.state, each.state))
            parts = (state, strength_words(each.strength), rests_on(each), *flags(each), " ".join(each.finding.areas))
            say(f"{number}  {' · '.join(filter(None, parts))}")
            say(f"    {each.finding.statement}")
            if each.state in ("proposed", "corroborated"):
                say(f"    {missing_words(each, names)}".rstrip())
            if arguments.rules:
                say(f"    {strength_rule(each.strength)}")
        if not listed:
            say(_("There is no finding yet. State one: findings state VISIT"))
    return 0


def _state(arguments: argparse.Namespace) -> int:
    words = sys.stdin.read().strip()
    with opened(arguments) as store:
        visit = _visit(store, arguments)
        used = rubric_for(store, visit.frameworks[0], visit.id) if visit.frameworks else None
        unknown = [code for code in arguments.area if used is None or used.area_of(code) is None]
        if unknown:
            raise Refused(N_("The visit's rubric has no criterion {code}."), N_("Nothing was kept."), code=unknown[0])
        polarity = "strength" if arguments.strength else "weakness"
        say(acts.state(store, visit, words, areas=tuple(arguments.area), polarity=polarity))
    return 0


def _move(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        acts.move(store, _finding(store, arguments), arguments.state)
    return recorded()


def _agree(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        acts.agree(store, _finding(store, arguments))
    return recorded()


def _aside(arguments: argparse.Namespace) -> int:
    reason = sys.stdin.read()
    with opened(arguments) as store:
        acts.set_aside(store, _finding(store, arguments), reason)
    return recorded()


def _ratings(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        listed = rated_of_visit(store, _visit(store, arguments))
        for each in listed:
            _tell(each)
        if not listed:
            say(_("Nobody has rated an area yet. Lock yours: ratings lock VISIT AREA GRADE"))
    return 1 if any(each.is_faulty for each in listed) else 0


def _tell(rated: Rated) -> None:
    say(f"{rated.rubric}:{rated.area}")
    for voice in rated.voices:
        grade = _(GRADES.get(voice.value, voice.value)) if voice.state == "open" else _(STATES[voice.state])
        say(f"    {voice.name}: {grade}" + (f". {voice.words}" if voice.words else ""))
    if rated.resolution is not None:
        settled = _("Settled on: {grade}").format(grade=_(GRADES.get(rated.resolution.value, rated.resolution.value)))
        say(f"    {settled}. {rated.resolution.words}".rstrip())


def _lock(arguments: argparse.Namespace) -> int:
    words = _words()
    with opened(arguments) as store:
        visit = _visit(store, arguments)
        rating_acts.lock(store, visit, _place(store, visit, arguments.area), arguments.grade, words)
        opened_now = rating_acts.open_due(store)
    say(_("Opened: everybody had locked.") if opened_now else _("Locked. Only this laptop knows what you hold."))
    return 0


def _settle(arguments: argparse.Namespace) -> int:
    words = _words()
    with opened(arguments) as store:
        visit = _visit(store, arguments)
        rating_acts.settle(store, visit, _place(store, visit, arguments.area), arguments.grade, words)
    return recorded()


def _words() -> str:
    """Return what standard input brings; nothing where somebody sits at it."""
    return "" if sys.stdin.isatty() else sys.stdin.read().strip()


def _place(store: Store, visit: Visit, code: str) -> tuple[str, str]:
    """Return (rubric, code) of an area of the visit. Raise Refused for one that none of its rubrics has."""
    for name in visit.frameworks:
        if any(area.code == code for area in rubric_for(store, name, visit.id).areas):
            return name, code
    raise Refused(N_("The visit's framework has no area {code}."), N_("Nothing was kept."), code=code)


def _visit(store: Store, arguments: argparse.Namespace) -> Visit:
    return choose(on_hand(store), arguments.visit, N_("visit"))


def _finding(store: Store, arguments: argparse.Namespace) -> Finding:
    listed: Sequence[Finding] = findings_of_visit(store, _visit(store, arguments).id)
    return choose(listed, arguments.finding, N_("finding"))
