# SPDX-License-Identifier: MIT
"""Verbs on comments: say something to a note or a letter's paragraph, reword it, take it back.

The note itself stays its author's, and the letter the inspectors'.
"""

from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model import clock
from storage.model.comment import COMMENT_KINDS, Comment
from storage.model.ids import new_note
from storage.model.letter import Letter, WholeParagraph
from storage.model.note import Note
from storage.store import Store


def say(store: Store, note: Note, text: str, kind: str = "comment") -> str:
    """Say something to a note, one's own or another's, and return the comment's identifier.

    Raise Refused for no words, for an unknown kind, and for a withdrawn note.
    """
    must_be_present(note)
    frame: dict[str, Any] = {"stream_id": note.stream_id, "note_id": note.id, "visit_id": note.visit_id}
    return _say(store, "comments.say", text, kind, **frame)


def say_to_letter(store: Store, letter: Letter, paragraph: WholeParagraph, text: str, kind: str = "comment") -> str:
    """Say something to a paragraph of a letter as it stands, and return the comment's identifier.

    Everybody with a seat may: second inspector, quality reader, office. Raise Refused as `say` does.
    """
    must_be_present(letter)
    frame: dict[str, Any] = {"stream_id": letter.stream_id, "letter_id": letter.id, "visit_id": letter.visit_id}
    frame |= {"paragraph_id": paragraph.paragraph.id, "quoted": paragraph.text}
    return _say(store, "comments.say_to_letter", text, kind, **frame)


def _say(store: Store, act: str, text: str, kind: str, **about: Any) -> str:
    if not text.strip():
        raise Refused(N_("This comment has no words."), N_("Type something first."))
    if kind not in COMMENT_KINDS:
        raise Refused(N_("There is no such kind of comment."), N_("Choose one of the list."))
    gesture = Gesture(act, store.me)
    # It names its author's device, so that nobody else can claim it.
    made = Comment(
        id=new_note(store.device.id), kind=kind, text=text.strip(), author=store.me, said_at=clock.stamp(), **about
    )
    gesture.add(made)
    store.record(*gesture.changes)
    return made.id


def amend(store: Store, seen: Comment, text: str) -> None:
    """Reword one's own comment as it was seen. Raise Refused for no words, and for somebody else's."""
    must_be_present(seen)
    if not text.strip():
        raise Refused(N_("This comment has no words."), N_("Withdraw it instead of emptying it."))
    gesture = Gesture("comments.amend", store.me)
    gesture.amend(seen, text=text.strip())
    store.record(*gesture.changes)


def withdraw(store: Store, seen: Comment) -> None:
    """Withdraw one's own comment: hidden, kept in the log. Raise Refused for somebody else's."""
    gesture = Gesture("comments.withdraw", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def restore(store: Store, seen: Comment) -> None:
    """Bring a withdrawn comment back."""
    gesture = Gesture("comments.restore", store.me)
    gesture.restore(seen)
    store.record(*gesture.changes)
