# SPDX-License-Identifier: MIT
"""Deeds on a letter between drafting and publication: move it on, remark, pair, hear, save, countersign."""

import argparse
import sys
from pathlib import Path
from typing import Any

from resources import language
from resources.language import N_, _
from storage.acts import comments, pairs
from storage.acts import letters as acts
from storage.ahead import must_be_here
from storage.errors import Refused
from storage.job import run_now
from storage.model import clock
from storage.model.comment import COMMENT_KINDS
from storage.model.letter import Letter, WholeLetter, WholeParagraph
from storage.model.pair import PAIR_STATES, SAME, paragraphs
from storage.model.rules import LETTER_STATES, STATE_NAMES
from storage.queries import letters
from storage.queries.comments import comments_of_letter
from storage.queries.letter_states import steps_of_letter
from storage.queries.members import members
from storage.queries.pairs import both, rows
from storage.store import Store
from ui.verbs.session import choose, opened, recorded, say


def add_to(deeds: Any) -> None:
    """Add these deeds to the parser of `letter`."""
    move = _deed(deeds, "move", _move, N_("move a letter to another state"))
    move.add_argument("state", choices=sorted(LETTER_STATES))
    move.add_argument("--reason", default="", help="why; of one language issued alone, why alone")
    move.add_argument("--until", default="", metavar="DAY", help="of an embargo: the day it ends, 2018-10-12")
    _deed(deeds, "steps", _steps, N_("list a letter's states: who, when, why"))
    _deed(deeds, "remarks", _remarks, N_("list what was said to a letter's paragraphs"))
    remark = _deed(deeds, "remark", _remark, N_("say something to a paragraph: its words from standard input"))
    remark.add_argument("paragraph", type=int, help="its number, counted from the letter's first")
    remark.add_argument("--kind", choices=tuple(COMMENT_KINDS), default="comment")
    join = _deed(deeds, "pair", _pair, N_("make two letters one in two languages"))
    join.add_argument("other", help="the letter in the other language")
    _deed(deeds, "translate", _translate, N_("draft a letter in its other language, paragraph by paragraph"))
    counter = _deed(deeds, "countersign", _countersign, N_("sign what the first signatory has signed"))
    counter.add_argument("file", type=Path, help="where to write the PDF; it is not encrypted")
    counter.add_argument("--identity", type=Path, metavar="FILE", help="PKCS#12 file (default: practice identity)")
    counter.add_argument("--identity-fd", type=int, metavar="N", help="read its password from this descriptor")
    _deed(deeds, "beside", _beside, N_("list both languages, and which paragraph must follow"))
    _deed(deeds, "hear", _hear, N_("say what a screen reader says of a letter"))
    save = _deed(deeds, "save", _save, N_("save a copy of a letter's words: .html, .docx, or .pdf of both languages"))
    save.add_argument("file", type=Path, help="where to write it; it is not encrypted")
    save.add_argument("--both", action="store_true", help="both languages, one after the other")


def _deed(deeds: Any, name: str, verb: Any, told: str) -> argparse.ArgumentParser:
    deed: argparse.ArgumentParser = deeds.add_parser(name, help=told)
    deed.add_argument("letter", help="its number in the list, or its identifier")
    deed.set_defaults(verb=verb)
    return deed


def _chosen(store: Store, arguments: argparse.Namespace) -> Letter:
    return choose(letters.letters(store), arguments.letter, N_("letter"))


def _whole(store: Store, letter: Letter) -> WholeLetter:
    found = letters.whole_letter(store, letter.id)
    if found is None:
        raise Refused(N_("This letter is not in the store."), N_("Choose a letter from the list."))
    return found


def _move(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        letter, state = _chosen(store, arguments), arguments.state
        if state == "issued":
            pairs.issue(store, letter, arguments.reason)
        elif state == "approved":
            from reports.approving import approve  # its checks read much

            approve(store, letter)
        elif state in ("factual_accuracy_out", "comments_resolved"):
            raise Refused(N_("This is a step of the accuracy round."), N_("Use `arolwg accuracy`."))
        else:
            acts.move(store, letter, state, arguments.reason, arguments.until)
        say(_(STATE_NAMES[state]))
    return 0


def _steps(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        for each in steps_of_letter(store, _chosen(store, arguments)):
            when = each.at[:16].replace("T", " ")
            say(" · ".join(filter(None, (when, _(STATE_NAMES.get(each.state, each.state)), each.by, each.reason))))
    return 0


def _remarks(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        letter = _chosen(store, arguments)
        names = {seat.person_id: seat.name for seat in members(store, letter.stream_id)}
        places = {each.paragraph.id: number for number, each in enumerate(_said(_whole(store, letter)), 1)}
        said = comments_of_letter(store, letter.id)
        for each in said:
            kind = _(COMMENT_KINDS.get(each.kind, each.kind))
            place = str(places.get(each.paragraph_id, "–"))
            say(
                " · ".join(filter(None, (place, kind, names.get(each.author, ""), each.said_at[:16].replace("T", " "))))
            )
            say(f"    {each.text}")
        if not said:
            say(_("Nothing was said to this letter."))
    return 0


def _remark(arguments: argparse.Namespace) -> int:
    words = sys.stdin.read()
    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        say(
            comments.say_to_letter(
                store, letter, paragraph_named(store, letter, arguments.paragraph), words, arguments.kind
            )
        )
    return 0


def paragraph_named(store: Store, letter: Letter, number: int) -> WholeParagraph:
    """Return a letter's paragraph by its number, from 1. Raise Refused when there is none."""
    every = _said(_whole(store, letter))
    if not 1 <= number <= len(every):
        raise Refused(
            N_("This letter has no paragraph {number}."), N_("It has {count}."), number=number, count=len(every)
        )
    return every[number - 1]


def _said(letter: WholeLetter) -> list[WholeParagraph]:
    return [each for each, _title in paragraphs(letter)]


def _pair(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        other = choose(letters.letters(store), arguments.other, N_("letter"))
        pairs.join(store, _whole(store, _chosen(store, arguments)), _whole(store, other))
    return recorded()


def _translate(arguments: argparse.Namespace) -> int:
    from reports import acts as drafts

    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        tongue = next(code for code in language.LANGUAGES if code != letter.language)
        wanted = drafts.Wanted(letter.visit_id, letter.kind, tongue, letter.date, store.me, "", letter.id)
        say(run_now(drafts.drafting(wanted), store))
    return 0


def _countersign(arguments: argparse.Namespace) -> int:
    from reports.countersign import countersigning
    from reports.signing.verdict import plain_words
    from ui.verbs.letters import identity_of, write

    with opened(arguments) as store:
        letter = _chosen(store, arguments)
        done = run_now(countersigning(letter, identity_of(store, arguments), clock.now()), store)
    write(arguments.file, done.pdf)
    for sentence in plain_words(done.verdict):
        say(sentence)
    return 0


def _beside(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        found = rows(store, _chosen(store, arguments))
        if not found:
            raise Refused(N_("This letter has no pair in the other language."), N_("Draft or name it first."))
        for number, row in enumerate(found, 1):
            say(f"{number}  {_(PAIR_STATES[row.state])}")
            for side in (row.first, row.second):
                say(f"    {side.text if side else '–'}")
    return 0 if all(row.state == SAME for row in found) else 1


def _hear(arguments: argparse.Namespace) -> int:
    from reports.pdf.heard import ROLES, heard

    with opened(arguments, read_only=True) as store:
        said = heard(_whole(store, _chosen(store, arguments)))
    voice = ""
    for each in said:
        if each.lang != voice:
            voice = each.lang
            say(f"[{voice}]")
        role = _(ROLES.get(each.tag) or "") if ROLES.get(each.tag) else ""
        say(": ".join(filter(None, (role, each.text))))
    return 0


def _save(arguments: argparse.Namespace) -> int:
    from reports.exports.letter_files import made
    from ui.verbs.letters import write

    shape = arguments.file.suffix.lower().lstrip(".")
    with opened(arguments, read_only=True) as store:
        letter = _chosen(store, arguments)
        must_be_here(store, letter.stream_id)
        two = both(store, letter) if arguments.both or shape == "pdf" else None
        if arguments.both and two is None:
            raise Refused(N_("This letter has no pair in the other language."), N_("Draft or name it first."))
        other = next((each for each in two if each.letter.id != letter.id), None) if two else None
        data = made(shape, _whole(store, letter), other)
    write(arguments.file, data)
    return 0
