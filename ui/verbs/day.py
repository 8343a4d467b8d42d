# SPDX-License-Identifier: MIT
"""Verbs of a day on site: its sheets, matters of concern, the check before and after, a visit's steps."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from resources.language import N_, _
from storage.acts import concerns as concern_acts
from storage.acts import points as point_acts
from storage.acts import visits as visit_acts
from storage.errors import Refused
from storage.job import run_now
from storage.model import clock
from storage.model.concern import Concern
from storage.model.point import SAID
from storage.model.population import number_of
from storage.model.rules import STATE_NAMES, VISIT_STATES
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit
from storage.queries.concerns import concerns_of_visit, open_concerns
from storage.queries.day import day_now
from storage.queries.visit_states import steps_of_visit
from storage.queries.visits import visit as visit_by_id
from storage.queries.visits import visits
from storage.readiness import KINDS, checking
from storage.store import Store, open_store
from ui.verbs.session import choose, opened, recorded, say, secret
from ui.verbs.visits import on_hand


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    _add_day(verbs)
    _add_concern(verbs)
    ready = verbs.add_parser("ready", help="check whether this laptop is ready for a visit, or a day can be closed")
    ready.add_argument("visit", nargs="?", help="its number in the list, or its identifier")
    ready.add_argument("--close", action="store_true", help="the check at the close of a day")
    ready.add_argument("--restore", action="store_true", help="really restore the newest backup on trial")
    ready.add_argument("--pdf", type=Path, metavar="FILE", help="also write it as a PDF; the file is not encrypted")
    ready.set_defaults(verb=_ready)
    move = verbs.add_parser("move", help="move a visit to another state, or show its steps")
    move.add_argument("visit", help="its number in the list, or its identifier")
    move.add_argument("state", nargs="?", choices=list(VISIT_STATES))
    move.add_argument("--reason", default="", help="side states are entered and left with one")
    move.add_argument("--on", help="the day, 2026-11-24 (default: today)")
    move.set_defaults(verb=_move)


def _add_day(verbs: Any) -> None:
    day = verbs.add_parser("day", help="a visit's end-of-day or feedback sheet; add to it")
    day.add_argument("visit", help="its number in the list, or its identifier")
    day.add_argument("--day", type=int, metavar="N", help="1 is the first day (default: today's)")
    day.add_argument("--feedback", action="store_true", help="the feedback meeting's sheet")
    day.add_argument("--enquire", action="store_true", help="add a line of enquiry: its words from standard input")
    day.add_argument("--said", choices=list(SAID), help="add what was said: its words from standard input")
    day.add_argument("--role", default="", help="who was told, disputed or offered, by role")
    day.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a PDF; the file is not encrypted")
    day.set_defaults(verb=_day)


def _add_concern(verbs: Any) -> None:
    concern = verbs.add_parser("concern", help="matters of concern: raise one, tell, acknowledge, record its outcome")
    deeds = concern.add_subparsers(metavar="DEED")
    concern.set_defaults(verb=_concerns)
    raised = deeds.add_parser("raise", help="raise one: its words from standard input")
    raised.add_argument("visit", help="the visit's number in the list, or its identifier")
    raised.add_argument("--case", default="", help="the pseudonym of the case, or its number")
    raised.set_defaults(verb=_raise)
    for name, words in (
        ("tell", N_("record who was told, by role")),
        ("acknowledge", N_("record who acknowledged it, by role")),
    ):
        deed = deeds.add_parser(name, help=words)
        deed.add_argument("concern", help="its number in the list, or its identifier")
        deed.add_argument("role")
        deed.add_argument("--at", help="when, local time, 2026-11-24T15:30 (default: now)")
        deed.add_argument("--reference", default="", help="the authority's own number for it")
        deed.set_defaults(verb=_pass_on, deed=name)
    outcome = deeds.add_parser("outcome", help="record what came of it: its words from standard input")
    outcome.add_argument("concern", help="its number in the list, or its identifier")
    outcome.add_argument("--visit", default="", help="the visit at which it was learnt")
    outcome.set_defaults(verb=_outcome)


def _day(arguments: argparse.Namespace) -> int:
    from reports.sheets import end_of_day, feedback
    from reports.sheets.paper import as_lines, printing

    is_written = arguments.enquire or arguments.said
    text = sys.stdin.read() if is_written else ""
    with opened(arguments, read_only=not is_written) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        number = arguments.day or day_now(visit, clock.now().astimezone().date())
        end_of_day.asked(store, visit.id, number)
        if arguments.enquire:
            point_acts.enquire(store, visit, text, number)
        if arguments.said:
            point_acts.hear(store, visit, (arguments.said, arguments.role, text), number)
        make = feedback.feedback if arguments.feedback or arguments.said else end_of_day.end_of_day
        for line in as_lines(make(store, visit.id, number)):
            say(line)
        if arguments.pdf:
            say(str(run_now(printing(lambda there: make(there, visit.id, number), arguments.pdf), store)))
    return 0


def _listed(store: Store) -> Sequence[Concern]:
    """Return every matter of concern: the open ones first, then the others by visit."""
    waiting = open_concerns(store)
    rest = [each for visit in visits(store) for each in concerns_of_visit(store, visit.id) if not each.is_open]
    return (*waiting, *rest)


def _concerns(arguments: argparse.Namespace) -> int:
    from reports.sheets import words

    with opened(arguments, read_only=True) as store:
        listed = _listed(store)
        for number, each in enumerate(listed, 1):
            say(f"{number}  {words.concern_state(each, clock.now())}")
            say(f"   {' · '.join(filter(None, (each.case_ref, each.what)))}")
            for step in words.concern_steps(each):
                say(f"   - {step}")
        if not listed:
            say(_("No matter of concern has been raised."))
    return 1 if any(each.is_open for each in listed) else 0


def _raise(arguments: argparse.Namespace) -> int:
    text = sys.stdin.read()
    with opened(arguments) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        say(concern_acts.raise_concern(store, visit, text, case_ref=_case_named(store, visit, arguments.case)))
    return 0


def _case_named(store: Store, visit: Visit, word: str) -> str:
    """Return a case's pseudonym, given it or its number; other words stay as they are. Raise Refused for no case."""
    known = {number_of(each.pseudonym): each.pseudonym for each in cases_of_visit(store, visit.id)}
    number = number_of(word) or (int(word) if word.isdecimal() else 0)
    if number in known:
        return known[number]
    if word.isdecimal() or (number and known):
        raise Refused(N_("There is no {what} “{word}”."), N_("List them first."), what=_(N_("case")), word=word)
    return word


def _pass_on(arguments: argparse.Namespace) -> int:
    at = _moment(arguments.at)
    with opened(arguments) as store:
        seen = choose(_listed(store), arguments.concern, N_("matter of concern"))
        if arguments.deed == "tell":
            concern_acts.tell(store, seen, arguments.role, at)
        else:
            concern_acts.acknowledge(store, seen, arguments.role, at, reference=arguments.reference)
    return recorded()


def _outcome(arguments: argparse.Namespace) -> int:
    text = sys.stdin.read()
    with opened(arguments) as store:
        seen = choose(_listed(store), arguments.concern, N_("matter of concern"))
        there = choose(on_hand(store), arguments.visit, N_("visit")) if arguments.visit else None
        concern_acts.record_outcome(store, seen, text, there.id if there else "")
    return recorded()


def _ready(arguments: argparse.Namespace) -> int:
    from reports.sheets import ready
    from reports.sheets.paper import as_lines, printing

    passphrase, kind = secret(arguments), "close" if arguments.close else "ready"
    assert kind in KINDS
    store = open_store(arguments.store, passphrase)
    try:
        visit_id = choose(on_hand(store), arguments.visit, N_("visit")).id if arguments.visit else ""
        outcome = run_now(checking(kind, visit_id, passphrase if arguments.restore else ""), store)
        for line in as_lines(ready.ready(store, kind)):
            say(line)
        if arguments.pdf:
            say(str(run_now(printing(lambda there: ready.ready(there, kind), arguments.pdf), store)))
    finally:
        store.close()
    return 1 if outcome.level == "not_ready" else 0


def _move(arguments: argparse.Namespace) -> int:
    from reports.sheets.words import day_words

    on = _date(arguments.on)
    with opened(arguments, read_only=arguments.state is None) as store:
        seen = choose(on_hand(store), arguments.visit, N_("visit"))
        if arguments.state:
            visit_acts.move(store, seen, arguments.state, arguments.reason, on)
        there = visit_by_id(store, seen.id)
        assert there is not None
        steps = steps_of_visit(store, there)
        if not steps:
            say(_("The visit is as it was planned: it has taken no step yet."))
        for step in steps:
            state = _(STATE_NAMES.get(step.state, step.state))
            say(" · ".join(filter(None, (day_words(step.on), state, step.reason, step.by))))
    return 0


def _date(word: str | None) -> date | None:
    try:
        return date.fromisoformat(word) if word else None
    except ValueError as problem:
        raise Refused(N_("“{word}” is no day."), N_("Write 2026-11-24."), word=word) from problem


def _moment(word: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(word).astimezone() if word else None
    except ValueError as problem:
        raise Refused(N_("“{word}” is no time."), N_("Write 2026-11-24T15:30."), word=word) from problem
