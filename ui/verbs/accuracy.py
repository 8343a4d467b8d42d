# SPDX-License-Identifier: MIT
"""Verbs of the factual-accuracy round: send a draft out, bring comments in or write them down, decide, end it."""

import argparse
import sys
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.acts import challenges as acts
from storage.job import run_now
from storage.model import clock
from storage.model.challenge import CHALLENGE_KINDS, DECISIONS, WHOLE, WORKING_DAYS
from storage.model.letter import Letter
from storage.queries.challenges import challenges_of_letter, reply_due
from storage.queries.letters import letters
from storage.store import Store
from ui.verbs.review import paragraph_named
from ui.verbs.session import choose, opened, recorded, say


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    accuracy = verbs.add_parser("accuracy", help="the factual-accuracy round of a letter")
    deeds = accuracy.add_subparsers(required=True, metavar="DEED")
    send = _deed(deeds, "send", _send, N_("send the draft out: from then on the authority's working days run"))
    send.add_argument("--on", default="", metavar="DAY", help="the day it went, 2018-10-12 (default: today)")
    send.add_argument("--days", type=int, default=WORKING_DAYS, help="working days to reply (default: %(default)s)")
    _deed(deeds, "list", _list, N_("list what the authority said, and when its reply is due"))
    bring = _deed(deeds, "bring-in", _bring_in, N_("bring in comments and tracked changes of a Word file"))
    bring.add_argument("file", type=Path)
    write = _deed(deeds, "write", _write, N_("write a comment down: its words from standard input"))
    write.add_argument("--paragraph", type=int, default=0, help="its number, counted from the letter's first")
    write.add_argument("--kind", choices=tuple(CHALLENGE_KINDS), default="fact")
    write.add_argument("--proof", default="", help="the evidence it names")
    write.add_argument("--by", default="", help="who says so, by role")
    decide = _deed(deeds, "decide", _decide, N_("accept a comment, in whole or part, or reject it"))
    decide.add_argument("comment", help="its number in the list, or its identifier")
    decide.add_argument("decision", choices=tuple(each for each in DECISIONS if each))
    decide.add_argument("--reason", required=True)
    decide.add_argument("--change", default="", help="what was changed in the letter")
    place = _deed(deeds, "place", _place, N_("say which paragraph a comment is about"))
    place.add_argument("comment", help="its number in the list, or its identifier")
    where = place.add_mutually_exclusive_group(required=True)
    where.add_argument("--paragraph", type=int, default=0, help="its number, counted from the letter's first")
    where.add_argument("--whole", action="store_true", help="it is about the letter as a whole")
    _deed(deeds, "end", _end, N_("end the round, once every comment is decided"))


def _deed(deeds: Any, name: str, verb: Any, told: str) -> argparse.ArgumentParser:
    deed: argparse.ArgumentParser = deeds.add_parser(name, help=told)
    deed.add_argument("letter", help="its number in the list, or its identifier")
    deed.set_defaults(verb=verb)
    return deed


def _chosen(store: Store, arguments: argparse.Namespace) -> Letter:
    return choose(letters(store), arguments.letter, N_("letter"))


def _send(arguments: argparse.Namespace) -> int:
    day = arguments.on or clock.now().astimezone().date().isoformat()
    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        acts.send_out(store, letter, day, arguments.days)
        _say_due(_chosen(store, arguments))
    return 0


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        letter = _chosen(store, arguments)
        _say_due(letter)
        every = challenges_of_letter(store, letter.id)
        if not every:
            say(_("The authority has said nothing to this draft."))
        for number, each in enumerate(every, 1):
            kind = _(CHALLENGE_KINDS.get(each.kind, each.kind))
            decided = _(DECISIONS.get(each.decision, each.decision))
            say(f"{number}  {' · '.join(filter(None, (decided, kind, each.said_by, each.received)))}")
            if not each.paragraph_id:
                say(f"    {_(N_('It fits no paragraph of the letter.'))}")
            for words in (each.text, each.quoted and f"“{each.quoted}”", each.reason, each.change):
                if words:
                    say(f"    {words}")
    return 0


def _bring_in(arguments: argparse.Namespace) -> int:
    from storage.imports import challenges

    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        brought = run_now(challenges.bringing_in(arguments.file, letter.id), store)
    count = len(brought.new)
    words = ngettext("{count} comment was brought in.", "{count} comments were brought in.", count)
    say(words.format(count=count))
    if brought.unplaced:
        words = ngettext("{count} fits no paragraph.", "{count} fit no paragraph.", brought.unplaced)
        say(words.format(count=brought.unplaced))
    return 0


def _write(arguments: argparse.Namespace) -> int:
    words = sys.stdin.read()
    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        about = paragraph_named(store, letter, arguments.paragraph) if arguments.paragraph else None
        fields = {"paragraph_id": about.paragraph.id, "quoted": about.text} if about else {}
        given = {"kind": arguments.kind, "proof": arguments.proof, "said_by": arguments.by}
        say(acts.write(store, letter, words, **given, **fields))
    return 0


def _decide(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        every = challenges_of_letter(store, _chosen(store, arguments).id)
        seen = choose(every, arguments.comment, N_("comment"))
        acts.decide(store, seen, arguments.decision, arguments.reason, arguments.change)
    return recorded()


def _place(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        seen = choose(challenges_of_letter(store, letter.id), arguments.comment, N_("comment"))
        about = WHOLE if arguments.whole else paragraph_named(store, letter, arguments.paragraph).paragraph.id
        acts.place(store, seen, about)
    return recorded()


def _end(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        acts.resolve(store, letter, challenges_of_letter(store, letter.id))
    return recorded()


def _say_due(letter: Letter) -> None:
    due = reply_due(letter)
    if due is not None:
        say(_("The authority's reply is due on {day}.").format(day=due.due.latest.isoformat()))
        say(f"    {due.arithmetic}")
