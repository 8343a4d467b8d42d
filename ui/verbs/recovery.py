# SPDX-License-Identifier: MIT
"""Verbs about recovery officers: appoint them, rehearse, ask them, and be one of them. Passphrases are no argument."""

import argparse
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage import officers
from storage.errors import Refused
from storage.job import run_now
from storage.recovering import Lost, answering
from ui.verbs.parcels import card_of
from ui.verbs.session import opened, say, secret


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    kept = verbs.add_parser("officers", help="recovery officers: two of them together open a store again")
    deeds = kept.add_subparsers(required=True, metavar="DEED")
    deeds.add_parser("list", help="say who they are, and when they were last tried out").set_defaults(verb=_list)
    appoint = deeds.add_parser("appoint", help="let every two of these officers open this store together")
    appoint.add_argument(
        "cards", nargs="*", help="cards of two officers or more, as files or paired names; none: nobody"
    )
    appoint.set_defaults(verb=_appoint)
    attempt = deeds.add_parser("try", help="write a request to rehearse with: it opens nothing")
    attempt.add_argument("request", type=Path)
    attempt.set_defaults(verb=_try)
    helped = deeds.add_parser("open", help="as an officer: open the seal that is yours, and write what comes next")
    helped.add_argument("file", type=Path, help="the request, or what the first officer passed on")
    helped.add_argument("out", type=Path, help="where to write what goes on to the other officer, or back")
    helped.add_argument("--words", help="the six words as the owner read them aloud")
    helped.set_defaults(verb=_open)
    recover = verbs.add_parser("recover", help="get a store back whose passphrase was forgotten, by two officers")
    steps = recover.add_subparsers(required=True, metavar="STEP")
    ask = steps.add_parser("ask", help="write the request, and read its six words aloud to both officers")
    ask.add_argument("request", type=Path)
    ask.add_argument("--name", required=True, help="your name, as the officers know it")
    ask.add_argument("--backup", type=Path, help="a backup, where the laptop itself is lost")
    ask.set_defaults(verb=_ask)
    take = steps.add_parser(
        "answer", help="take the officers' answer: the passphrase that you asked with opens the store"
    )
    take.add_argument("answer", type=Path)
    take.add_argument("--backup", type=Path, help="the same backup: it is restored into the folder of --store")
    take.add_argument("--rehearsal", action="store_true", help="it is the answer to a rehearsal")
    take.set_defaults(verb=_take)


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        known = officers.officers(store)
    for card in known.cards:
        say(f"{card.name}  {card.device}")
    if not known.cards:
        say(_("There are no recovery officers: only the recovery code opens this store without its passphrase."))
    elif known.tried:
        say(_("Last tried out on {day}.").format(day=known.tried[:10]))
    else:
        say(_("They have never been tried out."))
    return 0


def _appoint(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        cards = [card_of(store, word) for word in arguments.cards]
        officers.appoint(store, cards)
    count = len(cards)
    said = ngettext("{count} recovery officer is appointed.", "{count} recovery officers are appointed.", count)
    say(said.format(count=count))
    return 0


def _try(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        request = officers.ask_to_try(store)
    return _tell(request, arguments.request)


def _ask(arguments: argparse.Namespace) -> int:
    passphrase = secret(arguments, N_("New passphrase"))
    if len(passphrase) < 10:
        raise Refused(
            N_("The passphrase is too short."), N_("Use ten characters or more: four or five words are easy to keep.")
        )
    if arguments.backup is None:
        return _tell(officers.ask(arguments.store, arguments.name, passphrase), arguments.request)
    return _tell(officers.ask_of_backup(arguments.backup, arguments.name, passphrase), arguments.request)


def _tell(request: officers.Paper, path: Path) -> int:
    officers.write(request, path)
    say(_("{file}: give it to one officer, who passes it on to another.").format(file=path))
    say(_("Read these six words aloud to both of them:"))
    say("    " + " ".join(request.words))
    return 0


def _open(arguments: argparse.Namespace) -> int:
    paper = officers.read(arguments.file)
    if not arguments.words:
        say(_("{name} asks, {day}.").format(name=paper.name, day=paper.at[:10]))
        say(_("Speak with her, hear her six words, and give them with --words."))
        return 0
    with opened(arguments, read_only=True) as store:
        if paper.format == officers.REQUEST:
            officers.write(officers.open_first(store, paper, arguments.words), arguments.out)
            say(_("{file}: pass it on to another officer.").format(file=arguments.out))
        else:
            officers.write(officers.open_second(store, paper, arguments.words), arguments.out)
            say(_("{file}: give it back to {name}.").format(file=arguments.out, name=paper.name))
    return 0


def _take(arguments: argparse.Namespace) -> int:
    if arguments.rehearsal:
        with opened(arguments) as store:
            officers.take_trial(store, officers.read(arguments.answer))
        say(_("The rehearsal went well: these two officers can open this store together."))
        return 0
    passphrase = secret(arguments, N_("The passphrase that you asked with"))
    run_now(answering(Lost(arguments.store, arguments.backup), arguments.answer, passphrase), None)
    say(_("The store opens with the new passphrase now. The recovery code stays as it is."))
    return 0
