# SPDX-License-Identifier: MIT
"""Verbs about files attached to notes: attach them, list them, write copies of them."""

import argparse
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage import documents, outside
from storage.acts import attachments as acts
from storage.acts.attachments import Incoming
from storage.errors import Refused
from storage.media import KINDS
from storage.model.document import Document
from storage.model.note import Note
from storage.queries import notes
from storage.queries.attachments import attachments_of_case, attachments_of_note
from storage.shelf import write_whole
from storage.store import Store
from storage.vault import world
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    attach = verbs.add_parser("attach", help="attach pictures, PDF, Word, Excel or text files to a note")
    attach.add_argument("note", help="visit/note as listed (1/3: the third note of the first visit), or its identifier")
    attach.add_argument("files", nargs="+", type=Path, metavar="FILE")
    attach.set_defaults(verb=_attach)
    listed = verbs.add_parser("attachments", help="list the files attached to a visit's notes, or write copies of them")
    listed.add_argument("visit", help="its number in the list, or its identifier")
    listed.add_argument("--case", default="", metavar="NAME", help="only those of the notes of this case")
    listed.add_argument("--to", type=Path, metavar="DIR", help="write a copy of each, not encrypted, pictures cleaned")
    listed.set_defaults(verb=_attachments)


def _attach(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        note = note_named(store, arguments.note)
        new = acts.attach(store, note, [Incoming(each.name, each) for each in arguments.files])
        count = len(new)
        say(ngettext("{count} file attached.", "{count} files attached.", count).format(count=count))
    return 0


def note_named(store: Store, word: str) -> Note:
    """Return the note that a word means: "1/3", the third note of the first visit, or an identifier. Raise Refused."""
    visit, _slash, number = word.partition("/")
    if number:
        of_visit = notes.notes_of_visit(store, choose(on_hand(store), visit, N_("visit")).id)
        return choose(of_visit, number, N_("note"))
    found = notes.note(store, word)
    if found is None:
        raise Refused(N_("There is no {what} “{word}”."), N_("List them first."), what=_("note"), word=word)
    return found


def _attachments(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        of_case = {each.id for each in attachments_of_case(store, visit.id, arguments.case)} if arguments.case else None
        written = listed = 0
        for number, note in enumerate(notes.notes_of_visit(store, visit.id), 1):
            for each in attachments_of_note(store, note.id):
                if of_case is not None and each.id not in of_case:
                    continue
                listed += 1
                kind = _(KINDS[each.media_type].name) if each.media_type in KINDS else each.media_type
                say(f"{number}  {each.title} · {kind} · {each.size // 1024 + 1} kB")
                if arguments.to is not None:
                    written += 1
                    say(f"   {_copy(store, each, arguments.to, written)}")
    if not listed:
        say(_("No file is attached. Attach one: attach NOTE FILE"))
    if written:
        say(_("These files are not encrypted: keep them where children's data may lie, and delete them after use."))
    return 0


def _copy(store: Store, document: Document, folder: Path, number: int) -> Path:
    data = outside.for_others(document, documents.read(store, document))
    # Its title may be anything: the file gets a number, and the suffix of its true kind.
    path = folder / f"attachment-{number:03}{KINDS[document.media_type].suffixes[0]}"
    with world(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    return path
