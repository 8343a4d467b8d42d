# SPDX-License-Identifier: MIT
"""`python -m storage.hub`: start the office's hub, and its administration by verbs. No decisions (office.py)."""

import argparse
import gc
import os
import secrets
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import uvicorn

from resources.language import KEYS, LANGUAGES, N_, _, ngettext, use
from storage.errors import Trouble
from storage.hub import office
from storage.hub.books import Books
from storage.hub.identity import CERTIFICATE, KEY, certify, identity
from storage.hub.listening import MOST_AT_ONCE, Listening
from storage.hub.page import TOTALS, office_word, spoken
from storage.hub.postgres import PostgresBooks
from storage.hub.service import log_to_stderr, service
from storage.hub.sqlite import SqliteBooks
from storage.model import clock
from storage.vault import world

_DAYS = 14
"""How long an invitation is good for, unless said otherwise."""
_NEAR = ("127.0.0.1", "localhost", "::1", "0.0.0.0", "::")
"""Hosts that a service listens at and no other computer finds it by."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the hub or one verb of its administration; return the exit code."""
    asked = argparse.ArgumentParser(add_help=False)
    asked.add_argument("--language", default=os.environ.get("LANG", "")[:2])
    code = asked.parse_known_args(arguments)[0].language
    use(code if code in LANGUAGES else KEYS)
    given = _parser().parse_args(arguments)
    try:
        return int(given.verb(given))
    except Trouble as trouble:
        sys.stderr.write(f"{spoken(trouble)}\n")
        return trouble.code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m storage.hub", description=_("The office's hub: it hands sealed changes on and can read none.")
    )
    folder, database = _("folder for keys, certificate and the embedded books"), _("PostgreSQL in place of these")
    parser.add_argument("--data", type=Path, required=True, help=folder)
    parser.add_argument("--database", default="", metavar="postgresql://…", help=database)
    parser.add_argument("--host", default="127.0.0.1", help=_("the address it listens at"))
    parser.add_argument("--port", type=int, default=8443, help=_("the port it listens at"))
    parser.add_argument("--plain", action="store_true", help=_("no TLS: only behind a proxy that adds it"))
    parser.add_argument("--language", choices=sorted(LANGUAGES), help=_("the language of these words"))
    parser.set_defaults(verb=_serve)
    _add_verbs(parser.add_subparsers(metavar=_("VERB")))
    return parser


def _add_verbs(verbs: Any) -> None:
    invite = verbs.add_parser("invite", help=_("print a one-time invitation for a device"))
    invite.add_argument("label", help=_("how the office will know the device"))
    invite.add_argument("--days", type=int, default=_DAYS, help=_("how long it is good for"))
    invite.add_argument("--address", default="", help=_("where devices reach the hub; else host and port"))
    invite.set_defaults(verb=_invite)
    for name, verb, told in (
        ("revoke", _revoke, _("revoke a lost laptop: what it had not handed in is held")),
        ("welcome", _welcome, _("take a revocation back, and take in what was held")),
        ("accept", _accept, _("take in what is held of a device")),
    ):
        each = verbs.add_parser(name, help=told)
        each.add_argument("device", help=_("its name, or enough of its beginning"))
        each.set_defaults(verb=verb)
    status = verbs.add_parser("status", help=_("devices, visits, sizes, last seen; no content"))
    status.set_defaults(verb=_status)
    verbs.add_parser("word", help=_("print the word that opens the status page")).set_defaults(verb=_word)
    backup = verbs.add_parser("backup", help=_("copy the embedded books whole; the hub may run meanwhile"))
    backup.add_argument("to", type=Path, help=_("a file that is not there yet"))
    backup.set_defaults(verb=_backup)


def _books(given: argparse.Namespace) -> Books:
    if given.database:
        return PostgresBooks(given.database)
    return SqliteBooks(given.data, identity(given.data).books)


def _serve(given: argparse.Namespace) -> int:
    hub = identity(given.data)
    tls: dict[str, Any] = {}
    if not given.plain:
        certify(given.data, given.host)
        tls = {"ssl_certfile": str(given.data / CERTIFICATE), "ssl_keyfile": str(given.data / KEY)}
    log_to_stderr()
    gc.collect()
    gc.freeze()  # what every request needs is not looked through again and again while somebody waits
    with closing(_books(given)) as books:
        _say(_("The hub listens at {address}. Ctrl+C stops it.").format(address=_address(given)))
        how: dict[str, Any] = {"http": Listening, "ws": "none", "limit_concurrency": MOST_AT_ONCE, **tls}
        quiet: dict[str, Any] = {"log_config": None, "log_level": "warning", "access_log": False}
        uvicorn.run(service(books, hub), host=given.host, port=given.port, **quiet, **how)
    return 0


def _invite(given: argparse.Namespace) -> int:
    hub, secret = identity(given.data), secrets.token_urlsafe(18)
    if not given.plain:
        certify(given.data, given.host)
    with closing(_books(given)) as books, books.open() as entries:
        entries.register.invite(secret, given.label, clock.stamp(), int(time.time()) + given.days * 86400)
    finger = "" if given.plain else hub.fingerprint()
    _say(f"{given.address or _address(given)}/#{secret}.{hub.verify_key}.{finger}")
    if not given.address and given.host in _NEAR:
        sys.stderr.write(_("Other computers do not reach this address: give --address https://NAME:PORT.") + "\n")
    return 0


def _address(given: argparse.Namespace) -> str:
    return f"{'http' if given.plain else 'https'}://{given.host}:{given.port}"


def _device(books: Books, beginning: str) -> str:
    with books.open() as entries:
        found = [each.device for each in entries.register.devices() if each.device.startswith(beginning)]
    if len(found) != 1:
        raise Trouble(
            N_("{count} devices have a name that begins with {beginning}."),
            N_("The verb 'status' lists them."),
            count=len(found),
            beginning=beginning,
        )
    return found[0]


def _revoke(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books:
        device = _device(books, given.device)
        with books.open() as entries:
            entries.register.revoke(device, clock.stamp())
    _say(_("{device} is revoked. What it had not handed in will be held.").format(device=device))
    return 0


def _welcome(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books:
        device = _device(books, given.device)
        with books.open() as entries:
            entries.register.revoke(device, "")
            taken = office.accept_held(entries, device)
    _say(_("{device} is welcome again.").format(device=device))
    _say(_taken(taken))
    return 0


def _accept(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books:
        device = _device(books, given.device)
        with books.open() as entries:
            taken = office.accept_held(entries, device)
    _say(_taken(taken))
    return 0


def _taken(count: int) -> str:
    return ngettext(
        "{count} change that was held was taken in.", "{count} changes that were held were taken in.", count
    ).format(count=count)


def _status(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books, books.open() as entries:
        totals, devices, streams = entries.register.totals(), entries.register.devices(), entries.register.streams()
        held = entries.chains.held_of()
    for name, count in totals.items():
        _say(f"{count:>14,}  {_(TOTALS[name])}")
    for each in devices:
        seen = _("last seen {at}").format(at=each.seen) if each.seen else _("never seen")
        revoked = _("revoked") if each.revoked else ""
        waits = _("{count} held").format(count=held[each.device]) if each.device in held else ""
        _say("  ".join(part for part in (each.device, each.label, seen, revoked, waits) if part))
    line = _("{code}  devices: {devices}, changes: {changes}, bytes of documents: {size}")
    for stream, count, changes, size in streams:
        _say(line.format(code=stream[:12], devices=count, changes=f"{changes:,}", size=f"{size:,}"))
    return 0


def _word(given: argparse.Namespace) -> int:
    _say(office_word(identity(given.data).tokens))
    return 0


def _backup(given: argparse.Namespace) -> int:
    if given.database:
        raise Trouble(N_("The books lie in PostgreSQL."), N_("Back them up with its own pg_dump."))
    if given.to.exists():
        raise Trouble(N_("{name} is there already."), N_("Choose another name."), name=given.to.name)
    with closing(SqliteBooks(given.data, identity(given.data).books)) as books:
        _copy(books, given.to)
    _say(_("{file} holds everything; keep hub.json, hub.crt and hub.key with it.").format(file=given.to))
    return 0


def _copy(books: SqliteBooks, to: Path) -> None:
    """Copy the books under another name first: what a full disk cut off must not pass for a backup."""
    part = to.with_name(f"{to.name}.part")
    with world(to.parent):
        part.unlink(missing_ok=True)
        try:
            books.copy_to(part)
            part.replace(to)
        finally:
            part.unlink(missing_ok=True)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
