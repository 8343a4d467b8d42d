# SPDX-License-Identifier: MIT
"""`python -m storage.hub`: start the office's hub, and its administration by verbs. No decisions (office.py)."""

import argparse
import os
import secrets
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import uvicorn

from storage.errors import Trouble
from storage.hub import office
from storage.hub.books import Books
from storage.hub.identity import CERTIFICATE, KEY, certify, identity
from storage.hub.page import office_word
from storage.hub.postgres import PostgresBooks
from storage.hub.service import log_to_stderr, service
from storage.hub.sqlite import SqliteBooks
from storage.model import clock

_DAYS = 14
"""How long an invitation is good for, unless said otherwise."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the hub or one verb of its administration; return the exit code."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.verb(given))
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return trouble.code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m storage.hub", description="The office's hub: blind, end to end.")
    parser.add_argument("--data", type=Path, required=True, help="folder for keys, certificate and the embedded books")
    parser.add_argument("--database", default="", help="postgresql://… instead of the embedded books")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8443)
    parser.add_argument("--plain", action="store_true", help="no TLS: only behind a proxy that adds it, or for tests")
    parser.set_defaults(verb=_serve)
    verbs = parser.add_subparsers(metavar="VERB")
    invite = verbs.add_parser("invite", help="print a one-time invitation for a device")
    invite.add_argument("label", help="how the office will know the device")
    invite.add_argument("--days", type=int, default=_DAYS)
    invite.add_argument("--address", default="", help="where devices reach the hub; else from --host and --port")
    invite.set_defaults(verb=_invite)
    for name, verb, help_ in (
        ("revoke", _revoke, "revoke a lost laptop: what it had not handed in is held"),
        ("welcome", _welcome, "take a revocation back"),
        ("accept", _accept, "take in what is held of a device"),
    ):
        each = verbs.add_parser(name, help=help_)
        each.add_argument("device", help="its name, or enough of its beginning")
        each.set_defaults(verb=verb)
    verbs.add_parser("status", help="devices, visits, sizes, last seen; no content").set_defaults(verb=_status)
    verbs.add_parser("word", help="print the word that opens the status page").set_defaults(verb=_word)
    backup = verbs.add_parser("backup", help="copy the embedded books whole, while the hub is stopped")
    backup.add_argument("to", type=Path)
    backup.set_defaults(verb=_backup)
    return parser


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
    with closing(_books(given)) as books:
        _say(f"The hub listens on {_address(given)}. Stop it with Ctrl+C.")
        uvicorn.run(service(books, hub), host=given.host, port=given.port, log_level="warning", access_log=False, **tls)
    return 0


def _invite(given: argparse.Namespace) -> int:
    hub, secret = identity(given.data), secrets.token_urlsafe(18)
    if not given.plain:
        certify(given.data, given.host)
    with closing(_books(given)) as books, books.open() as entries:
        entries.register.invite(secret, given.label, clock.stamp(), int(time.time()) + given.days * 86400)
    finger = "" if given.plain else hub.fingerprint()
    _say(f"{given.address or _address(given)}/#{secret}.{hub.verify_key}.{finger}")
    return 0


def _address(given: argparse.Namespace) -> str:
    return f"{'http' if given.plain else 'https'}://{given.host}:{given.port}"


def _device(books: Books, beginning: str) -> str:
    with books.open() as entries:
        found = [each.device for each in entries.register.devices() if each.device.startswith(beginning)]
    if len(found) != 1:
        raise Trouble(f"{len(found)} devices begin with {beginning}.", "The verb 'status' lists them.")
    return found[0]


def _revoke(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books:
        device = _device(books, given.device)
        with books.open() as entries:
            entries.register.revoke(device, clock.stamp())
    _say(f"{device} is revoked. What it had not handed in will be held.")
    return 0


def _welcome(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books:
        device = _device(books, given.device)
        with books.open() as entries:
            entries.register.revoke(device, "")
            office.accept_held(entries, device)
    _say(f"{device} is welcome again.")
    return 0


def _accept(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books:
        device = _device(books, given.device)
        with books.open() as entries:
            taken = office.accept_held(entries, device)
    _say(f"{taken} changes of {device} were taken in.")
    return 0


def _status(given: argparse.Namespace) -> int:
    with closing(_books(given)) as books, books.open() as entries:
        totals, devices, streams = entries.register.totals(), entries.register.devices(), entries.register.streams()
    for name, count in totals.items():
        _say(f"{count:>12,}  {name.replace('_', ' ')}")
    for each in devices:
        _say(f"{each.device}  {each.label}  last seen {each.seen or 'never'}{'  REVOKED' if each.revoked else ''}")
    for stream, count, changes, size in streams:
        _say(f"{stream[:12]}  {count} devices, {changes:,} changes, {size:,} bytes of documents")
    return 0


def _word(given: argparse.Namespace) -> int:
    _say(office_word(identity(given.data).tokens))
    return 0


def _backup(given: argparse.Namespace) -> int:
    if given.database:
        raise Trouble("The books lie in PostgreSQL.", "Back them up with its own pg_dump.")
    if given.to.exists():
        raise Trouble(f"{given.to.name} is there already.", "Choose another name.")
    with closing(SqliteBooks(given.data, identity(given.data).books)) as books:
        books.copy_to(given.to)
    _say(f"{given.to} holds everything; keep hub.json, hub.crt and hub.key with it.")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
