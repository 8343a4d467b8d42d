# SPDX-License-Identifier: MIT
"""Verbs of the factual-accuracy round: send a draft out, write down what comes back, decide on it, end the round.

Comments in a Word file: imports/challenges.py. The reply letter: reports/letters/accuracy_reply.py.
"""

from datetime import date
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model import clock
from storage.model.challenge import CHALLENGE_KINDS, DECISIONS, WORKING_DAYS, Challenge
from storage.model.ids import new_id
from storage.model.letter import Letter
from storage.model.rules import LETTER_STATES
from storage.store import Store

_OUT, _RESOLVED = "factual_accuracy_out", "comments_resolved"


def send_out(store: Store, seen: Letter, day: str, working_days: int = WORKING_DAYS) -> None:
    """Send a draft out for factual accuracy on a day (ISO): from then on the reply's working days run.

    Raise Refused for no day, for less than one working day, and from a state that does not lead there.
    """
    if _OUT not in LETTER_STATES.get(seen.status, ()):
        raise Refused(
            N_("This letter is not ready to go out for factual accuracy."),
            N_("Move it through its checks first: evidence, peer review, privacy."),
        )
    try:
        date.fromisoformat(day)
    except ValueError:
        raise Refused(N_("This is not a day."), N_("Give a day, such as 2018-10-12.")) from None
    if working_days < 1:
        raise Refused(N_("The authority needs at least one working day."), N_("Give another number of days."))
    gesture = Gesture("challenges.send_out", store.me)
    gesture.amend(seen, status=_OUT, accuracy_from=day, accuracy_days=working_days, state_reason="")
    store.record(*gesture.changes)


def write(store: Store, letter: Letter, text: str, **fields: Any) -> str:
    """Write down what the authority says to a draft and return its identifier. Raise Refused for no words.

    `fields` are a Challenge's: paragraph_id, quoted, kind, proof, said_by, received.
    """
    must_be_present(letter)
    if not text.strip():
        raise Refused(N_("This comment has no words."), N_("Type something first."))
    if fields.get("kind", "fact") not in CHALLENGE_KINDS:
        raise Refused(N_("There is no such kind of comment."), N_("Choose one of the list."))
    given = {"received": clock.now().date().isoformat(), **fields}
    made = Challenge(
        id=new_id(),
        stream_id=letter.stream_id,
        letter_id=letter.id,
        visit_id=letter.visit_id,
        text=text.strip(),
        **given,
    )
    gesture = Gesture("challenges.write", store.me)
    gesture.add(made)
    store.record(*gesture.changes)
    return made.id


def decide(store: Store, seen: Challenge, decision: str, reason: str, change: str = "") -> None:
    """Accept a comment, in whole or part, or reject it, with the reason and what was changed in the letter.

    Raise Refused for an unknown decision, without a reason, and for an acceptance that says no change.
    """
    must_be_present(seen)
    if not decision or decision not in DECISIONS:
        raise Refused(N_("There is no such decision."), N_("Choose one of the list."))
    if not reason.strip():
        raise Refused(N_("A decision needs its reason."), N_("Say why, in a sentence."))
    if decision != "rejected" and not change.strip():
        raise Refused(N_("What was accepted changes the letter."), N_("Say what was changed."))
    _amend(store, "challenges.decide", seen, decision=decision, reason=reason.strip(), change=change.strip())


def place(store: Store, seen: Challenge, paragraph_id: str) -> None:
    """Say which paragraph a comment is about, or that it is about the letter as a whole (WHOLE)."""
    must_be_present(seen)
    if not paragraph_id:
        raise Refused(N_("A comment is about a paragraph, or about the whole letter."), N_("Choose one of the list."))
    _amend(store, "challenges.place", seen, paragraph_id=paragraph_id)


def withdraw(store: Store, seen: Challenge) -> None:
    """Withdraw a comment that was written down by mistake: hidden, kept in the log."""
    gesture = Gesture("challenges.withdraw", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def resolve(store: Store, seen: Letter, every: tuple[Challenge, ...]) -> None:
    """End the round. Raise Refused while a comment is open, or when the letter is not out."""
    still_open = sum(not each.decision for each in every)
    if still_open:
        raise Refused(
            N_("{count} of the authority's comments have no decision yet."),
            N_("Accept or reject each, with its reason."),
            count=still_open,
        )
    if _RESOLVED not in LETTER_STATES.get(seen.status, ()):
        raise Refused(N_("This letter is not out for factual accuracy."), N_("Send it out first."))
    gesture = Gesture("challenges.resolve", store.me)
    gesture.amend(seen, status=_RESOLVED, state_reason="")
    store.record(*gesture.changes)


def _amend(store: Store, act: str, seen: Challenge, **after: Any) -> None:
    gesture = Gesture(act, store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)
