# SPDX-License-Identifier: MIT
"""Verbs about the store itself: begin one, change its passphrase, check it, and the demonstration."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage import keys
from storage.acts import members
from storage.check import check
from storage.errors import Refused
from storage.store import create
from ui.verbs.session import line_from, opened, say, secret


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    demo = verbs.add_parser("demo", help="do the whole job on the worked example and say where everything is")
    demo.add_argument("--to", type=Path, default=Path("out/demo"), metavar="DIR", help="folder (default: %(default)s)")
    demo.add_argument("--no-window", action="store_true", help="neither open the window at the end nor picture it")
    demo.set_defaults(verb=_demo)
    begin = verbs.add_parser("begin", help="begin a new store and show its recovery code")
    begin.add_argument("--name", required=True, help="your name, as it should stand on your notes")
    begin.set_defaults(verb=_begin)
    change = verbs.add_parser("passphrase", help="set a new passphrase, given the present one or the recovery code")
    change.add_argument("--new-fd", type=int, metavar="N", help="read the new one from this file descriptor")
    change.set_defaults(verb=_passphrase)
    verbs.add_parser("check", help="read everything back, refold the log and compare").set_defaults(verb=_check)


def _begin(arguments: argparse.Namespace) -> int:
    passphrase = secret(arguments, N_("New passphrase"))
    if arguments.passphrase_fd is None and secret(arguments, N_("The same again")) != passphrase:
        raise Refused(N_("The two passphrases differ."), N_("Nothing was made; try again."))
    _must_be_fit(passphrase)
    store, code = create(arguments.store, passphrase)
    try:
        members.introduce(store, arguments.name)
    finally:
        store.close()
    say(_("A new store was made in {folder}.").format(folder=arguments.store))
    say(_("Its recovery code opens it when the passphrase is forgotten. Print it and keep it away from the laptop:"))
    say(f"    {code}")
    return 0


def _must_be_fit(passphrase: str) -> None:
    if len(passphrase) < 10:
        raise Refused(
            N_("The passphrase is too short."), N_("Use ten characters or more: four or five words are easy to keep.")
        )


def _passphrase(arguments: argparse.Namespace) -> int:
    present = secret(arguments)
    if arguments.new_fd is not None:
        new = line_from(arguments.new_fd)
    else:
        arguments.passphrase_fd = None
        new = secret(arguments, N_("New passphrase"))
    _must_be_fit(new)
    keys.change_passphrase(arguments.store, present, new)
    say(_("The passphrase was changed. The recovery code stays as it is."))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        found = check(store)
    say(
        _(
            "{changes} changes in {streams} streams, {things} things, {documents} documents read back and compared."
        ).format(changes=found.changes, streams=found.streams, things=found.things, documents=found.documents)
    )
    for problem in found.problems:
        say(f"- {problem}")
    if not found.problems:
        say(_("All is well: every signature holds, and the tables are what the log says."))
        return 0
    count = len(found.problems)
    say(ngettext("{count} problem was found.", "{count} problems were found.", count).format(count=count))
    return 1


def _demo(arguments: argparse.Namespace) -> int:
    # Imported here: PDF and signature libraries take half a second that other verbs need not wait for.
    from reports.demo import PASSPHRASE, demonstrate
    from reports.signing.verdict import plain_words

    made = demonstrate(arguments.to, lambda step: say(f"- {_(step)} …"))
    say()
    for sentence in plain_words(made.verdict):
        say(f"  {sentence}")
    say()
    say(_("Everything is in {folder}:").format(folder=made.folder))
    say(_("  {letter}: the signed letter; open it in any PDF reader").format(letter=made.letter))
    say(_("  {visit}: the whole visit to read").format(visit=made.exports[1]))
    say(_("  {visit}: the same for programs").format(visit=made.exports[0]))
    say(_("  {store}: the encrypted store with its {count} notes").format(store=made.store, count=made.notes))
    say(_("  Passphrase, for practice only: {passphrase}").format(passphrase=PASSPHRASE))
    say(_("  Recovery code, for practice only: {code}").format(code=made.recovery_code))
    say()
    say(_("Look around, for example:"))
    program = f"{_near(Path(sys.executable))} main.py"
    say(f"  {program} verify {made.letter}")
    say(f"  {program} --store {made.store} visits")
    if not arguments.no_window:
        _show(made.store, made.folder / "screens", PASSPHRASE)
    return 0 if made.verdict.is_well else 1


def _near(program: Path) -> Path:
    """Return the path as somebody standing here would type it."""
    return program.relative_to(Path.cwd()) if program.is_relative_to(Path.cwd()) else program


def _show(store: Path, pictures: Path, passphrase: str) -> None:
    """Open the window on the demonstration where there is a screen; picture every page of it where there is none.

    Either in a process of its own: the terminal never brings Qt.
    """
    say()
    if _has_screen():
        say(_("The window opens on it now; close it to come back here."))
        environment = {**os.environ, "AROLWG_STORE": str(store.resolve())}
        subprocess.run([sys.executable, str(_PROGRAM)], env=environment, check=False)
        return
    say(_("There is no screen here, so every page of the window is being pictured instead …"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "ui.screens", str(store.resolve()), str(pictures.resolve())]
    done = subprocess.run(
        command,
        env=environment,
        input=f"{passphrase}\n",
        text=True,
        cwd=_PROGRAM.parent,
        check=False,
        capture_output=True,
    )
    if done.returncode:
        say(done.stderr)
        raise Refused(N_("The pictures could not be made."), N_("Everything else is where it is said to be."))
    say(_("  {folder}: pictures of every page, light and dark, English and Welsh").format(folder=pictures))


_PROGRAM = Path(__file__).resolve().parents[2] / "main.py"


def _has_screen() -> bool:
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
