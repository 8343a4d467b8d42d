# SPDX-License-Identifier: MIT
"""What every verb needs: the store opened with a passphrase that is never an argument, and words put on the screen."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from platformdirs import user_data_path

from resources.language import N_, _
from storage import ahead
from storage.errors import Refused, Trouble
from storage.indexing import indexing
from storage.job import run_now
from storage.model import clock
from storage.model.provenance import PARTS
from storage.model.record import Record
from storage.steps import whole
from storage.store import Store, open_store
from storage.vouched import checking

DEFAULT_FOLDER = Path(os.environ.get("AROLWG_STORE") or user_data_path("arolwg", appauthor=False) / "store")

R = TypeVar("R", bound=Record)
Verb = Callable[[argparse.Namespace], int | None]


def say(text: str = "") -> None:
    """Put a line on the screen; what the screen's encoding lacks becomes a question mark, not a crash."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding))


def recorded() -> int:
    """Say that it is kept, after a deed that has nothing else to tell; return its exit code."""
    say(_("Recorded."))
    return 0


def explain(trouble: Trouble) -> str:
    """Return trouble on one line, in the language in use."""
    parts = (_(part).format(**trouble.values) for part in (trouble.message, trouble.advice) if part)
    return " ".join(" ".join(parts).split())


@contextmanager
def opened(arguments: argparse.Namespace, *, read_only: bool = False) -> Iterator[Store]:
    """Open the store that the arguments name, and close it whatever happens."""
    given = secret(arguments)
    store = open_store(arguments.store, given, read_only=read_only)
    if read_only and ahead.streams(store):  # a first sync was cut off: opening for work drops what was only shown
        store.close()
        open_store(arguments.store, given).close()
        store = open_store(arguments.store, given, read_only=True)
    try:
        if not read_only:
            _check(store)  # left undone by one that was cut off: a verb that refuses what is not checked ends here else
        yield store
        if not read_only:
            whole(indexing(store))  # what came in by the verb, or was left undone by an earlier one
            _check(store)
    finally:
        store.close()


def _check(store: Store) -> None:
    for job in checking(store):
        run_now(job, store)


def secret(arguments: argparse.Namespace, prompt: str = N_("Passphrase or recovery code")) -> str:
    """Return the passphrase: from the file descriptor given, else asked for. Raise Refused when neither can be."""
    if arguments.passphrase_fd is not None:
        return line_from(arguments.passphrase_fd)
    if not sys.stdin.isatty():
        raise Refused(
            N_("There is nobody to ask for the passphrase."),
            N_("Give it through a file descriptor: --passphrase-fd 3 3< file."),
        )
    return getpass.getpass(f"{_(prompt)}: ")


def line_from(descriptor: int) -> str:
    """Return the first line that the file descriptor gives. Raise Refused when it cannot be read."""
    try:
        with os.fdopen(os.dup(descriptor), encoding="utf-8") as file:
            return file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise Refused(
            N_("File descriptor {number} cannot be read."), N_("Open it for reading first."), number=descriptor
        ) from problem


def when(event_at: str, part: str = "") -> str:
    """Return when something was said or seen, local time, no more exactly than is known: "2018-07-10 morning"."""
    try:
        there = clock.read_stamp(event_at).astimezone()
    except (ValueError, OverflowError):
        return ""
    return f"{there:%Y-%m-%d} {_(PARTS[part].name) if part in PARTS else f'{there:%H:%M}'}"


def choose(records: Sequence[R], word: str, what: str) -> R:
    """Return the record that a word means: its identifier, or its number in the list (1, 2 …). Raise Refused."""
    found = next((each for each in records if each.id == word), None)
    if found is None and word.isdecimal() and 1 <= int(word) <= len(records):
        found = records[int(word) - 1]
    if found is None:
        raise Refused(N_("There is no {what} “{word}”."), N_("List them first."), what=_(what), word=word)
    return found
