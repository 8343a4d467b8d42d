# SPDX-License-Identifier: MIT
"""Verbs about what was said to notes: list a visit's comments, say something to a note. Undo takes it back."""

import argparse
import sys
from typing import Any

from resources.language import N_, _
from storage.acts import comments as acts
from storage.model.comment import COMMENT_KINDS, Comment
from storage.model.visit import Visit
from storage.queries.comments import comments_of_visit
from storage.queries.members import members
from storage.queries.notes import notes_of_visit
from storage.store import Store
from ui.models.note_words import title_of
from ui.verbs.attachments import note_named
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    listed = verbs.add_parser("comments", help="list what was said to a visit's notes, by note")
    listed.add_argument("visit", help="its number in the list, or its identifier")
    listed.set_defaults(verb=_comments)
    comment = verbs.add_parser("comment", help="say something to a note: its words from standard input")
    comment.add_argument(
        "note", help="visit/note as listed (1/3: the third note of the first visit), or its identifier"
    )
    comment.add_argument("--kind", choices=tuple(COMMENT_KINDS), default="comment")
    comment.set_defaults(verb=_comment)


def _comments(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        said: dict[str, list[Comment]] = {}
        for each in comments_of_visit(store, visit.id):
            said.setdefault(each.note_id, []).append(each)
        names = _names(store, visit)
        for number, note in enumerate(notes_of_visit(store, visit.id), 1):
            if note.id in said:
                say(f"{number}  {title_of(note)}")
            for each in said.get(note.id, []):
                kind = _(COMMENT_KINDS.get(each.kind, each.kind))
                who = each.source_author or names.get(each.author, "")
                say(f"    {' · '.join(filter(None, (kind, who, each.said_at[:16].replace('T', ' '))))}")
                say(f"        {each.text}")
        if not said:
            say(_("Nothing was said to this visit's notes."))
    return 0


def _comment(arguments: argparse.Namespace) -> int:
    words = sys.stdin.read()
    with opened(arguments) as store:
        say(acts.say(store, note_named(store, arguments.note), words, arguments.kind))
    return 0


def _names(store: Store, visit: Visit) -> dict[str, str]:
    return {seat.person_id: seat.name for seat in members(store, visit.stream_id)}
