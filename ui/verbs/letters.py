# SPDX-License-Identifier: MIT
"""Verbs about letters: list, draft, lay out, sign, verify. Rewording is the window's affair."""

import argparse
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resources import language
from resources.language import N_, _
from storage.errors import BadFile, Refused
from storage.job import run_now
from storage.model import clock
from storage.model.rules import STATE_NAMES
from storage.queries import letters, people
from storage.shelf import write_whole
from storage.store import Store
from storage.vault import world
from ui.verbs import checks, compared, enclosures, review
from ui.verbs.session import choose, line_from, opened, say
from ui.verbs.visits import on_hand

if TYPE_CHECKING:
    from reports.signing.identity import Identity

# PDF and signature libraries are imported in the verbs that use them: others need not wait half a second for them.


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    letter = verbs.add_parser("letter", help="list, draft, lay out and sign letters")
    deeds = letter.add_subparsers(required=True, metavar="DEED")
    deeds.add_parser("list", help="list the letters").set_defaults(verb=_list)
    draft = deeds.add_parser("draft", help="draft a letter from a visit's records")
    draft.add_argument("visit", help="its number in the list, or its identifier")
    draft.add_argument("--type", default="monitoring_visit", help="letter type (default: %(default)s)")
    draft.add_argument("--in", dest="letter_language", choices=sorted(language.LANGUAGES), default="en")
    draft.add_argument("--date", default="", help="the date it bears, 2018-10-12 (default: today)")
    draft.set_defaults(verb=_draft)
    checks.add_to(deeds)
    review.add_to(deeds)
    compared.add_to(deeds)
    enclosures.add_to(deeds)
    for name, verb, told in (
        ("pdf", _pdf, N_("lay a letter out as PDF, unsigned")),
        ("sign", _sign, N_("lay a letter out, sign it, verify it and seal it")),
    ):
        deed = deeds.add_parser(name, help=told)
        deed.add_argument("letter", help="its number in the list, or its identifier")
        deed.add_argument("file", type=Path, help="where to write the PDF; it is not encrypted")
        deed.set_defaults(verb=verb)
        if name == "sign":
            deed.add_argument("--identity", type=Path, metavar="FILE", help="PKCS#12 file (default: practice identity)")
            deed.add_argument("--identity-fd", type=int, metavar="N", help="read its password from this descriptor")
    verify = verbs.add_parser("verify", help="say in plain words who signed a PDF and whether anything changed since")
    verify.add_argument("file", type=Path)
    verify.add_argument("--trust", type=Path, action="append", default=[], metavar="CERT", help="a known certificate")
    verify.set_defaults(verb=_verify)


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        every = letters.letters(store)
        if not every:
            say(_("There is no letter yet. Draft one: letter draft VISIT"))
        for number, each in enumerate(every, 1):
            parts = (each.kind, each.language, each.date, _(STATE_NAMES[each.status]), each.re_line)
            say(f"{number}  {' · '.join(filter(None, parts))}")
            say(f"   {each.id}")
    return 0


def _draft(arguments: argparse.Namespace) -> int:
    from reports import acts
    from reports.facts import facts_of

    date = arguments.date or clock.now().date().isoformat()
    with opened(arguments) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        me = people.person(store, store.me)
        facts = facts_of(store, visit.id, date, me.id if me else "")
        say(acts.draft(store, facts, arguments.type, arguments.letter_language))
    return 0


def _pdf(arguments: argparse.Namespace) -> int:
    from reports import acts

    with opened(arguments, read_only=True) as store:
        seen = acts.preview(store, choose(letters.letters(store), arguments.letter, N_("letter")).id)
    write(arguments.file, seen.pdf)
    return 0


def _sign(arguments: argparse.Namespace) -> int:
    from reports import acts
    from reports.signing.verdict import plain_words

    with opened(arguments) as store:
        letter = choose(letters.letters(store), arguments.letter, N_("letter"))
        identity = identity_of(store, arguments)
        seen = acts.preview(store, letter.id, practice=identity.practice)
        signed = run_now(acts.signing(seen, identity, clock.now()), store)
    write(arguments.file, signed.pdf)
    for sentence in plain_words(signed.verdict):
        say(sentence)
    return 0


def identity_of(store: Store, arguments: argparse.Namespace) -> "Identity":
    """Return the identity that the arguments name, the practice identity by default. Raise Refused, BadFile."""
    from reports import acts
    from reports.signing.identity import open_identity

    if arguments.identity is None:
        return acts.practice_identity(store)
    if arguments.identity_fd is not None:
        password = line_from(arguments.identity_fd)
    elif arguments.passphrase_fd is None:
        password = getpass.getpass(f"{_('Password of the identity')}: ")
    else:
        raise Refused(N_("There is nobody to ask for the identity's password."), N_("Give it through --identity-fd."))
    return open_identity(arguments.identity, password.encode(), clock.now())


def write(path: Path, data: bytes) -> None:
    """Write a file whole and say where. Raise CannotKeep."""
    with world(path.parent):
        write_whole(path, data)
    say(str(path))


def _verify(arguments: argparse.Namespace) -> int:
    from reports.signing.verdict import plain_words
    from reports.signing.verify import verify

    verdict = verify(_read(arguments.file), trusted=[_certificate(each) for each in arguments.trust], now=clock.now())
    for sentence in plain_words(verdict):
        say(sentence)
    return 0 if verdict.is_well else 1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise BadFile(N_("{name} cannot be read."), N_("Check the file's name."), name=path.name) from problem


def _certificate(path: Path) -> bytes:
    from reports.signing.identity import read_certificate

    return read_certificate(_read(path), path.name)
