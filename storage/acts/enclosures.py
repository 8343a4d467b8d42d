# SPDX-License-Identifier: MIT
"""Verbs on the files that go with a letter: enclose, give another title or place, withdraw.

How they get into the letter's PDF: reports/enclosures.py. Files of notes: attachments.py.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from resources.language import N_
from storage.acts.attachments import LONGEST_TITLE, Incoming
from storage.documents import Shelver, shelver
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.job import Job, Tick, run_now
from storage.media import media_type
from storage.model.document import Document
from storage.model.enclosure import Enclosure, WholeEnclosure
from storage.model.ids import new_id
from storage.model.letter import Letter
from storage.pictures import cleaned, is_picture, thumbnail
from storage.queries.enclosures import elsewhere, enclosures_of_letter
from storage.queries.letters import letter as letter_by_id
from storage.store import Store

MOST_TOGETHER = 25 * 1024**2
"""Bytes of all that goes with one letter: it travels inside the letter's PDF, which somebody has to send by mail."""


@dataclass(frozen=True, slots=True)
class Enclosable:
    """A file that shall go with a letter, and what the letter is to call it."""

    title: str
    file: Incoming


def enclose(store: Store, letter: Letter, files: Sequence[Enclosable]) -> tuple[str, ...]:
    """Enclose files with a letter in one gesture: all of them, or none. See `enclosing`."""
    return run_now(enclosing(letter, files), store)


def enclosing(letter: Letter, files: Sequence[Enclosable]) -> Job[Store, Shelver, list[Document], tuple[str, ...]]:
    """Return the job that encloses files: read, cleaned, sealed and shelved in its middle beat.

    Return the identifiers of the new enclosures: a file that goes with this letter already is not enclosed twice. Raise
    BadFile for a file that is not taken, Refused for a signed or withdrawn letter, a title without words and for more
    bytes than MOST_TOGETHER, CannotKeep.
    """

    def take(store: Store) -> Shelver:
        _must_be_open(store, letter.id)
        return shelver(store, letter.stream_id)

    def work(shelve: Shelver, tick: Tick) -> list[Document]:
        made = []
        for number, each in enumerate(files):
            tick(number / len(files))
            made.append(_shelved(shelve, letter, each))
        return made

    def put(store: Store, made: list[Document]) -> tuple[str, ...]:
        # Looked at again: the letter may have been signed while the files were read.
        _must_be_open(store, letter.id)
        there = enclosures_of_letter(store, letter.id)
        known = {each.document.digest for each in there if each.document}
        new = {each.digest: each for each in made if each.digest not in known}
        _must_fit(there, list(new.values()))
        gesture, ids = Gesture("enclosures.enclose", store.me), []
        order = there[-1].enclosure.order if there else ""
        for each in new.values():
            order = _after(order)
            frame: dict[str, Any] = {"letter_id": letter.id, "stream_id": letter.stream_id}
            enclosure = Enclosure(id=new_id(), document_id=each.id, title=each.title, order=order, **frame)
            gesture.add(each)
            gesture.add(enclosure)
            ids.append(enclosure.id)
        if ids:
            store.record(*gesture.changes)
        return tuple(ids)

    return Job(take, work, put)


def retitle(store: Store, seen: Enclosure, title: str) -> None:
    """Let the letter call an enclosure something else. Raise Refused without words, and once the letter is signed."""
    must_be_present(seen)
    _amend(store, "enclosures.retitle", seen, title=_title(title))


def reorder(store: Store, seen: Enclosure, order: str) -> None:
    """Give an enclosure another place among its siblings. Raise Refused once the letter is signed."""
    must_be_present(seen)
    _amend(store, "enclosures.reorder", seen, order=order)


def withdraw(store: Store, seen: WholeEnclosure) -> None:
    """Take an enclosure from its letter: hidden, kept in the log. Raise Refused once the letter is signed.

    Its file goes with it, unless another letter has it too: the same one in the other language.
    """
    _must_be_open(store, seen.enclosure.letter_id)
    gesture = Gesture("enclosures.withdraw", store.me)
    gesture.withdraw(seen.enclosure)
    if seen.document is not None and not elsewhere(store, seen.enclosure):
        gesture.withdraw(seen.document)
    store.record(*gesture.changes)


def _amend(store: Store, act: str, seen: Enclosure, **after: str) -> None:
    _must_be_open(store, seen.letter_id)
    gesture = Gesture(act, store.me)
    gesture.amend(seen, **after)
    if gesture.changes:
        store.record(*gesture.changes)


def _must_be_open(store: Store, letter_id: str) -> None:
    letter = letter_by_id(store, letter_id)
    if letter is None:
        raise Refused(N_("This letter is not in the store."), N_("Choose a letter from the list."))
    must_be_present(letter)
    if letter.document_id:
        raise Refused(N_("This letter is already signed."), N_("Draft a new letter to correct it."))


def _must_fit(there: Sequence[WholeEnclosure], new: Sequence[Document]) -> None:
    size = sum(each.document.size for each in there if each.document) + sum(each.size for each in new)
    if size > MOST_TOGETHER:
        raise Refused(
            N_("Together these enclosures are larger than {limit} MB."),
            N_("Enclose the pages that matter: the letter carries them in itself, and has to be sent."),
            limit=MOST_TOGETHER // 1024**2,
        )


def _after(order: str) -> str:
    # Gaps of ten leave room to put something between; a key from a colleague's store may be any words.
    first = order[:4] or "0"
    return f"{int(first) + 10:04d}" if first.isdecimal() else f"{order}5"


def _shelved(shelve: Shelver, letter: Letter, each: Enclosable) -> Document:
    title, data = _title(each.title), each.file.read()
    kind = media_type(data, each.file.name)
    small = ""
    if is_picture(kind):
        # What goes out is what was looked at: cleaned now, not on the way out.
        data, small = cleaned(data, each.file.name), b64encode(thumbnail(data, each.file.name)).decode()
    return shelve.shelve(data, subject=letter.id, title=title, media_type=kind, thumbnail=small)


def _title(words: str) -> str:
    # As with names of files: half characters, line breaks and the marks that turn writing round have no place here.
    whole = "".join(each if each.isprintable() else " " for each in words.encode("utf-8", "replace").decode())
    title = " ".join(whole.split())[:LONGEST_TITLE].strip()
    if not title:
        raise Refused(N_("This enclosure has no title."), N_("Give it one, as the reader shall see it: Annex A."))
    return title
