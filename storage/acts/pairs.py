# SPDX-License-Identifier: MIT
"""Verbs on a letter in two languages: join, say that two paragraphs say the same, issue. Drafting: reports/acts.py."""

from collections.abc import Sequence
from typing import Any

from resources.language import N_
from storage.acts import letters
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.letter import Letter, Paragraph, WholeLetter, WholeParagraph
from storage.model.pair import Row, digest, proposed
from storage.queries.pairs import pair_of
from storage.store import Store


def join(
    store: Store, first: WholeLetter, second: WholeLetter, rows: Sequence[Row] = (), *, looked: bool = True
) -> None:
    """Make two letters one in two languages: which paragraphs go together say the rows; without any, section and place.

    They are taken as saying the same where somebody has `looked`, else marked to be looked at.
    Raise Refused for two of one language, for other visits, and where either is signed or has a pair already.
    """
    one, other = first.letter, second.letter
    if one.language == other.language:
        raise Refused(N_("Both letters are in the same language."), N_("Choose one in the other language."))
    if (one.visit_id, one.kind) != (other.visit_id, other.kind):
        raise Refused(N_("These are two different letters."), N_("Choose letters of one type and one visit."))
    if one.document_id or other.document_id or one.pair_id or other.pair_id or one.id == other.id:
        raise Refused(N_("One of the letters is signed, or has its pair already."), N_("Choose other letters."))
    gesture = Gesture("pairs.join", store.me)
    gesture.amend(other, pair_id=one.id)
    for row in rows or proposed(first, second):
        if row.second is not None and row.first is not None:
            unseen = {"twin_id": row.first.paragraph.id, "twin_words": "", "own_words": ""}
            gesture.amend(row.second.paragraph, **(same(row.first, row.second) if looked else unseen))
        elif row.second is not None and row.second.paragraph.twin_id:
            gesture.amend(row.second.paragraph, twin_id="", twin_words="", own_words="")  # of a pair it had before
    store.record(*gesture.changes)


def same(first: WholeParagraph, second: WholeParagraph) -> dict[str, Any]:
    """Return the fields by which the second paragraph says that it says what the first does now."""
    return {"twin_id": first.paragraph.id, "twin_words": digest(first.text), "own_words": digest(second.text)}


def follow(store: Store, first: WholeParagraph, second: WholeParagraph) -> None:
    """Say that two paragraphs, as they were seen, say the same: somebody looked. Raise Refused once it is sealed."""
    _amend(store, second.paragraph, same(first, second))


def part(store: Store, seen: Letter) -> None:
    """Let a letter stand alone again: it has no pair any more."""
    gesture = Gesture("pairs.part", store.me)
    gesture.amend(seen, pair_id="")
    store.record(*gesture.changes)


def issue(store: Store, seen: Letter, alone_because: str = "") -> None:
    """Issue a signed letter, and its pair with it: both go out at once, or somebody says why one goes alone.

    Raise Refused where either is not signed by all who are to sign, and no reason is given.
    """
    other = pair_of(store, seen)
    if other is None or alone_because.strip() or other.status in _OUT:
        letters.move(store, seen, "issued", alone_because)
        return
    for each in (seen, other):
        if each.status != "signed":
            raise Refused(
                N_("Its pair in the other language is not signed yet: both go out at once."),
                N_("Sign that one too, or say why this one goes alone."),
            )
        letters.refuse_to_issue(store, each, _TOGETHER)
    gesture = Gesture("pairs.issue", store.me)
    for each in (seen, other):
        gesture.amend(each, status="issued", state_reason="")
    store.record(*gesture.changes)


_OUT = ("issued", "published", "embargoed", "not_for_publication", "withdrawn", "superseded")
_TOGETHER = "both go out in one gesture"


def _amend(store: Store, seen: Paragraph, after: dict[str, Any]) -> None:
    gesture = Gesture("pairs.follow", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)
